/** Competitors, who are not to become contacts: the excluded domain itself, one below it, and a name with an umlaut. */
export const rivalDomains = [
  'voltwerk.example.org',
  'sales.voltwerk.example.org',
  'xn--wrmewerk-0za.example.org',
] as const;

/** The customer who does not want to be shown recordings. */
export const housingDomain = 'nordlicht-housing.example.org';
