const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const secondMs = 1000;
const unitsMs = [7 * 86_400 * secondMs, 86_400 * secondMs, 3_600 * secondMs, 60 * secondMs, secondMs];

/** Milliseconds of a duration such as `P1D` or `P1WT1H`; null for anything else. */
export function readIsoDuration(text: string): number | null {
  const amounts = pattern.exec(text)?.slice(1) as (string | undefined)[] | undefined;
  if (amounts?.some((amount) => amount !== undefined) !== true) return null;
  return unitsMs.reduce((sum, unitMs, index) => sum + Number(amounts[index] ?? 0) * unitMs, 0);
}
