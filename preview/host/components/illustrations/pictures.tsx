import type { ReactElement } from 'react';

/** HubSpot's illustrations are not public. Ours are neutral: one for each kind of thing that the names speak of. */
export type PictureKind = 'charts' | 'people' | 'error' | 'lock' | 'calendar' | 'mail' | 'plug' | 'search' | 'things';

export const pictures: Readonly<Record<PictureKind, ReactElement>> = {
  charts: (
    <>
      <rect x="30" y="26" width="140" height="90" rx="6" className="canvas-picture__paper" />
      <path d="M48 98V78h16v20ZM74 98V62h16v36ZM100 98V70h16v28ZM126 98V46h16v52Z" className="canvas-picture__accent" />
      <path d="M44 100h112" className="canvas-picture__line" />
    </>
  ),
  people: (
    <>
      <circle cx="76" cy="54" r="16" className="canvas-picture__accent" />
      <path d="M44 112c0-24 14-34 32-34s32 10 32 34Z" className="canvas-picture__paper" />
      <circle cx="130" cy="60" r="13" className="canvas-picture__soft" />
      <path d="M106 112c2-20 12-30 24-30s24 10 26 30Z" className="canvas-picture__paper" />
    </>
  ),
  error: (
    <>
      <path d="M100 26 160 116H40Z" className="canvas-picture__paper" />
      <path d="M100 58v30M100 102v.2" className="canvas-picture__mark" />
    </>
  ),
  lock: (
    <>
      <path d="M78 64V50a22 22 0 0 1 44 0v14" className="canvas-picture__line" />
      <rect x="64" y="62" width="72" height="54" rx="6" className="canvas-picture__paper" />
      <circle cx="100" cy="86" r="8" className="canvas-picture__accent" />
    </>
  ),
  calendar: (
    <>
      <rect x="42" y="34" width="116" height="82" rx="6" className="canvas-picture__paper" />
      <path d="M42 56h116M66 26v16M134 26v16" className="canvas-picture__line" />
      <path d="M58 68h18v14H58ZM90 68h18v14H90ZM58 92h18v14H58Z" className="canvas-picture__soft" />
      <path d="M122 92h18v14h-18Z" className="canvas-picture__accent" />
    </>
  ),
  mail: (
    <>
      <rect x="38" y="40" width="124" height="76" rx="6" className="canvas-picture__paper" />
      <path d="m40 46 60 40 60-40" className="canvas-picture__line" />
      <circle cx="158" cy="42" r="14" className="canvas-picture__accent" />
    </>
  ),
  plug: (
    <>
      <path d="M20 76h38M142 76h38" className="canvas-picture__line" />
      <rect x="58" y="50" width="38" height="52" rx="6" className="canvas-picture__accent" />
      <rect x="104" y="50" width="38" height="52" rx="6" className="canvas-picture__paper" />
    </>
  ),
  search: (
    <>
      <rect x="36" y="32" width="100" height="80" rx="6" className="canvas-picture__paper" />
      <path d="M52 52h66M52 68h50M52 84h34" className="canvas-picture__line" />
      <circle cx="130" cy="86" r="22" className="canvas-picture__soft" />
      <path d="m146 102 18 18" className="canvas-picture__mark" />
    </>
  ),
  things: (
    <>
      <rect x="44" y="52" width="52" height="64" rx="6" className="canvas-picture__paper" />
      <rect x="104" y="34" width="52" height="82" rx="6" className="canvas-picture__soft" />
      <circle cx="70" cy="78" r="12" className="canvas-picture__accent" />
    </>
  ),
};

const kindsByName: Readonly<Record<string, PictureKind>> = {
  addOnReporting: 'charts',
  emptyStateCharts: 'charts',
  missedGoal: 'charts',
  target: 'charts',
  companies: 'people',
  contacts: 'people',
  customerExperience: 'people',
  customerSupport: 'people',
  leads: 'people',
  social: 'people',
  cone: 'error',
  errorGeneral: 'error',
  errorHourglass: 'error',
  developerSecurityUpdate: 'lock',
  lock: 'lock',
  unlock: 'lock',
  meetings: 'calendar',
  registration: 'calendar',
  task: 'calendar',
  callingSetUp: 'mail',
  emailConfirmation: 'mail',
  successfullyConnectedEmail: 'mail',
  announcement: 'mail',
  api: 'plug',
  integrations: 'plug',
  sandboxAddOn: 'plug',
  automatedTesting: 'plug',
  voteAndSearch: 'search',
};

export const pictureKindOf = (name: string): PictureKind => kindsByName[name] ?? 'things';
