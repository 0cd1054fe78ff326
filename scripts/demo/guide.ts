/** Where to look, once the preview runs. */
export const describePreview = (url: string): readonly string[] => [
  'Open the preview in a browser: the app as HubSpot’s users see it, on the emulated accounts.',
  `  ${url}`,
];

/** The same for a company in which nothing has happened yet. */
export const describeFreshPreview = (url: string): readonly string[] => [
  'Nothing is set up yet. Open the app’s settings in a browser and begin with the set-up:',
  `  ${url}/settings`,
];
