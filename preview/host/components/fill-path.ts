/** Fills `:name` parameters in; what is left over goes into the query. */
export function fillPath(to: string, params: Readonly<Record<string, string>> = {}): string {
  const used = new Set<string>();
  const path = to.replaceAll(/:(\w+)/g, (token, name: string) => {
    const value = params[name];
    if (value === undefined) return token;
    used.add(name);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(Object.entries(params).filter(([name]) => !used.has(name))).toString();
  return query === '' ? path : `${path}?${query}`;
}
