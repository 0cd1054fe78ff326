import type { AllDistances } from '@hubspot/ui-extensions';

export type Size = 'flush' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const shortNames: Readonly<Record<AllDistances, Size>> = {
  flush: 'flush',
  xs: 'xs',
  'extra-small': 'xs',
  sm: 'sm',
  small: 'sm',
  md: 'md',
  medium: 'md',
  lg: 'lg',
  large: 'lg',
  xl: 'xl',
  'extra-large': 'xl',
};

/** HubSpot knows each size by a short and a long name, and some components also know `default`. */
export const sizeOf = (given: AllDistances | 'default' | undefined, fallback: Size): Size =>
  given === undefined || given === 'default' ? fallback : shortNames[given];

const pixels: Readonly<Record<Size, number>> = { flush: 0, xs: 4, sm: 8, md: 16, lg: 24, xl: 32 };

export const spaceOf = (given: AllDistances | undefined, fallback: Size): string =>
  `${pixels[sizeOf(given, fallback)]}px`;
