import type { NearbyFound } from './page-schemas.ts';

/** Of what stands by itself: a file, a page that was opened for its report alone. */
export const nothingNearby: NearbyFound = {
  files: [],
  links: [],
  next: null,
  frames: [],
  pictures: 0,
  loading: false,
  isFile: false,
};
