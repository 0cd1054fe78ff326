/** One line per bundle, sizes aligned. */
export function printSizes(
  bundles: readonly { readonly uid: string; readonly bundleBytes: number }[],
  print: (line: string) => void,
): void {
  for (const { uid, bundleBytes } of bundles) {
    print(`${uid.padEnd(28)}${(bundleBytes / 1000).toFixed(0).padStart(6)} kB`);
  }
}
