import { buildPreview } from '../../../scripts/preview/build-preview.ts';

/** Once before all browser tests: what they look at. */
export const setup = buildPreview;
