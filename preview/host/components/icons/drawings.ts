/** A picture of 24 by 24: lines, and areas that are filled. HubSpot's own drawings are not public; these are ours. */
export type Shape = { readonly lines?: string; readonly areas?: string };

const circle = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z';
const smallCircle = 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z';
const page = 'M6 3h8l4 4v14H6ZM14 3v4h4';
const person = 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c0-4 3.5-6 8-6s8 2 8 6';
const exclamationMark = 'M12 8v5M12 16.2v.1';
const questionMark = 'M9.4 9.2a2.6 2.6 0 1 1 3.7 2.6c-.8.4-1.1.8-1.1 1.7M12 16.4v.1';
const infoMark = 'M12 11v5M12 7.9v.1';
const cross = 'm6 6 12 12M18 6 6 18';
const check = 'm5 12.5 4.5 4.5L19 7.5';
const bell = 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15ZM10 21h4';
const clockFace = `${circle}M12 7v5l3.5 2`;
const eye = 'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12Z';
const star = 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z';
const bubble = 'M4 5h16v11h-9l-4.5 4v-4H4Z';
const tray = 'M4 16v4h16v-4';
const globe = `${circle}M3 12h18M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9S9 6 12 3Z`;
const lid = 'M4.5 7h15M9 7V4h6v3M6.5 7l1 14h9l1-14';

/** By the names that the SDK publishes as `iconNames`, and `externalLink`, which HubSpot adds to links by itself. */
export const drawings = {
  add: { lines: 'M12 5v14M5 12h14' },
  appointment: { lines: 'M4 6h16v14H4ZM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4' },
  approvals: { lines: 'M7 11v9H4v-9ZM7 12l4-8c1.5 0 2.5 1 2.5 2.5V10H19l-1.5 10H7' },
  attach: { lines: 'm8 12 6-6a3.5 3.5 0 0 1 5 5l-8.5 8.5a5 5 0 0 1-7-7L11 5' },
  block: { lines: `${circle}M5.8 5.8l12.4 12.4` },
  book: { lines: 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2ZM5 18a2 2 0 0 1 2-2h12' },
  bulb: { lines: 'M9 17c0-3-3-4-3-8a6 6 0 0 1 12 0c0 4-3 5-3 8ZM10 21h4' },
  callTranscript: { lines: `${bubble}M8 9h8M8 12h5` },
  calling: {
    lines:
      'M6 3.5h3.5l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5l1.5-2.5 5 1.5V18c0 1.5-1 2.5-2.5 2.5A15 15 0 0 1 3.5 6 2.5 2.5 0 0 1 6 3.5Z',
  },
  campaigns: { lines: 'M4 10v4l11 5V5ZM15 9a3 3 0 0 1 0 6M7 15.5V20h3v-3' },
  checkCircle: { lines: `${circle}M8 12.5l2.7 2.7L16 10` },
  circleFilled: { areas: smallCircle },
  circleHollow: { lines: smallCircle },
  clock: { lines: clockFace },
  comment: { lines: bubble },
  contact: { lines: person },
  copy: { lines: 'M9 8h11v13H9ZM15 8V3H4v13h5' },
  dataSync: { lines: 'M4 10a8.5 8.5 0 0 1 15-2.5M20 4v4h-4M20 14a8.5 8.5 0 0 1-15 2.5M4 20v-4h4' },
  date: { lines: 'M4 6h16v14H4ZM4 10h16M8 3v4M16 3v4' },
  delay: { lines: 'M7 3h10M7 21h10M8 3c0 5 4 6 4 9s-4 4-4 9M16 3c0 5-4 6-4 9s4 4 4 9' },
  delete: { lines: `${lid}M10 11v6M14 11v6` },
  description: { lines: `${page}M9 12h6M9 16h6` },
  documents: { lines: 'M8 3h7l4 4v11H8ZM5 7v14h10' },
  downCarat: { lines: 'm6 9 6 6 6-6' },
  download: { lines: `${tray}M12 4v11M7.5 11l4.5 4.5L16.5 11` },
  edit: { lines: 'm4 20 1-4.5L16 4.5l3.5 3.5L8.5 19ZM14 6.5l3.5 3.5' },
  ellipses: {
    areas:
      'M6 10.5a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM12 10.5a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4ZM18 10.5a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  },
  email: { lines: 'M3 6h18v13H3ZM3.5 6.5 12 13l8.5-6.5' },
  emailOpen: { lines: 'M3 10v10h18V10l-9-6ZM3 10l9 6 9-6' },
  enroll: { lines: 'M4 5h7v14H4M9 12h11M16 8l4 4-4 4' },
  exclamation: { lines: 'M12 4v10M12 19v.1' },
  exclamationCircle: { lines: `${circle}${exclamationMark}` },
  externalLink: { lines: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9' },
  favoriteHollow: { lines: star },
  file: { lines: page },
  filter: { lines: 'M4 6h16M7 12h10M10 18h4' },
  folder: { lines: 'M3 6h7l2 3h9v10H3Z' },
  forward: { lines: 'M4 18c0-6 4-9 10-9V5l6 6-6 6v-4c-4 0-8 1-10 5Z' },
  globe: { lines: globe },
  globeLine: { lines: globe },
  goal: { lines: `${circle}M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 12v.1` },
  hide: { lines: `${eye}M4 4l16 16` },
  home: { lines: 'm3.5 11 8.5-7 8.5 7M6 9.5V20h12V9.5M10 20v-6h4v6' },
  image: { lines: 'M4 5h16v14H4ZM4 16l5-5 4 4 3-3 4 4M15.5 9v.1' },
  inbox: { lines: 'M4 14 7 5h10l3 9v5H4ZM4 14h4.5l1 2.5h5l1-2.5H20' },
  info: { lines: `${circle}${infoMark}` },
  infoNoCircle: { lines: infoMark },
  insertVideo: { lines: 'M4 5h16v14H4ZM10 9l5 3-5 3Z' },
  integrations: { lines: 'M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0ZM12 18v3' },
  key: { lines: 'M8 12a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM11 13l8-8M16 8l3 3' },
  left: { lines: 'm15 5-7 7 7 7' },
  lessCircle: { lines: `${circle}M8 12h8` },
  lesson: { lines: 'M3 5h18v11H3ZM12 16v4M8 20h8' },
  link: { lines: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1' },
  listView: { lines: 'M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1' },
  location: {
    lines:
      'M12 21c-4-4.5-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2.5 6.5-6.5 11ZM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  },
  locked: { lines: 'M5 11h14v9H5ZM8 11V8a4 4 0 0 1 8 0v3M12 14.5v2' },
  mention: { lines: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM16 8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5' },
  messages: { lines: 'M3 4h13v9H9l-3 3v-3H3ZM16 8h5v9h-3v3l-3-3h-4v-4' },
  mobile: { lines: 'M7 3h10v18H7ZM11 18h2' },
  moreCircle: { lines: `${circle}M12 8v8M8 12h8` },
  notEditable: { lines: 'm4 20 1-4.5L16 4.5l3.5 3.5L8.5 19ZM4 4l16 16' },
  notification: { lines: bell },
  notificationOff: { lines: `${bell}M4 4l16 16` },
  objectAssociations: { lines: 'M3 4h7v6H3ZM14 14h7v6h-7ZM6.5 10v7H14' },
  pin: { lines: 'M9 3h6l-1 6 3 3v2H7v-2l3-3ZM12 14v7' },
  presentation: { lines: 'M4 4h16v11H4ZM12 15v3M8 21l4-3 4 3' },
  publish: { lines: 'M5 4h14M12 20V9M7 13l5-5 5 5' },
  question: { lines: questionMark },
  questionCircle: { lines: `${circle}${questionMark}` },
  readOnlyView: { lines: `${eye}M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z` },
  record: { lines: circle, areas: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z' },
  redo: { lines: 'M19 10H9a5 5 0 0 0 0 10h5M15 6l4 4-4 4' },
  refresh: { lines: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v4.5h-4.5' },
  registration: { lines: `${page}M9 14.5l2 2 4-4.5` },
  remove: { lines: cross },
  replace: { lines: 'M4 8h14M15 4l4 4-4 4M20 16H6M9 12l-4 4 4 4' },
  reports: { lines: 'M4 20h16M7 20v-7M12 20V5M17 20v-10' },
  right: { lines: 'm9 5 7 7-7 7' },
  rotate: { lines: 'M4 12a8 8 0 1 0 2.5-5.8M4 3v4.5h4.5' },
  save: { lines: 'M5 4h11l3 3v13H5ZM8 4v5h7V4M8 20v-7h8v7' },
  search: { lines: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21' },
  send: { lines: 'M3.5 5 21 12 3.5 19l2.5-7ZM6 12h8' },
  settings: {
    lines:
      'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM10.5 3h3l.6 2.6 1.7.7 2.3-1.4 2.1 2.1-1.4 2.3.7 1.7 2.5.5v3l-2.5.6-.7 1.7 1.4 2.3-2.1 2.1-2.3-1.4-1.7.7-.6 2.5h-3l-.6-2.5-1.7-.7-2.3 1.4-2.1-2.1 1.4-2.3-.7-1.7L2 14.5v-3l2.5-.5.7-1.7-1.4-2.3 2.1-2.1 2.3 1.4 1.7-.7Z',
  },
  signal: { lines: 'M5 20v-4M10 20v-8M15 20V8M20 20V4' },
  snooze: { lines: `${smallCircle}M9.5 9.5h5l-5 5h5M4 5l3-2M20 5l-3-2` },
  sortTableAsc: { lines: 'M12 19V5M6 11l6-6 6 6' },
  sortTableDesc: { lines: 'M12 5v14M6 13l6 6 6-6' },
  star: { lines: star, areas: star },
  stopRecord: { lines: circle, areas: 'M9 9h6v6H9Z' },
  success: { lines: check },
  tag: { lines: 'M4 4h8l8 8-8 8-8-8ZM8.5 8.5v.1' },
  tasks: { lines: 'M4 4h16v16H4ZM8 12.5l2.7 2.7L16 9.5' },
  text: { lines: 'M5 6V4h14v2M12 4v16M9 20h6' },
  ticket: { lines: 'M3 7h18v3.5a1.5 1.5 0 0 0 0 3V17H3v-3.5a1.5 1.5 0 0 0 0-3ZM14 7v10' },
  translate: { lines: 'M3 6h10M8 4v2M11 6c-1 4-4 7-8 8M5 9c1 3 4 5 7 6M12 20l4.5-10L21 20M13.5 17h6' },
  undo: { lines: 'M5 10h10a5 5 0 0 1 0 10h-5M9 6l-4 4 4 4' },
  upCarat: { lines: 'm6 15 6-6 6 6' },
  upload: { lines: `${tray}M12 16V4M7.5 8.5 12 4l4.5 4.5` },
  video: { lines: 'M3 7h12v10H3ZM15 11l6-3.5v9L15 13' },
  videoFile: { lines: `${page}M10 11l5 3-5 3Z` },
  videoPlayerSubtitles: { lines: 'M3 5h18v14H3ZM6 15h4M13 15h5M6 12h7' },
  view: { lines: `${eye}M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z` },
  viewDetails: { lines: 'M4 5h16v14H4ZM4 9h16M8 13h8M8 16h5' },
  warning: { lines: `M12 3.5 22 20.5H2ZM12 10v5M12 17.7v.1` },
  website: { lines: 'M3 5h18v14H3ZM3 9h18M6 7v.1M9 7v.1' },
  workflows: { lines: 'M9 3h6v5H9ZM3 16h6v5H3ZM15 16h6v5h-6ZM12 8v4M6 16v-4h12v4' },
  xCircle: { lines: `${circle}M8.5 8.5l7 7M15.5 8.5l-7 7` },
  youtubePlay: { lines: 'M3 6h18v12H3ZM10 9.5l5 2.5-5 2.5Z' },
  zoomIn: { lines: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21M10.5 8v5M8 10.5h5' },
  zoomOut: { lines: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21M8 10.5h5' },
} as const satisfies Readonly<Record<string, Shape>>;

export type DrawnName = keyof typeof drawings;
