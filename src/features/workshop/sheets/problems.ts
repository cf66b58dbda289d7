import { Problem } from '../../../platform/problems';

/** The stage of spheres has not come yet. */
export const notYet = (): Problem => new Problem('sheets.not-yet', 'conflict');
/** The choice of spheres, and with it the sheets, is closed. */
export const sheetsClosed = (): Problem => new Problem('sheets.closed', 'conflict');
/** Somebody, or the same person on another device, saved the sheet first; `revision` is the one that is there now. */
export const sheetChanged = (details: { readonly revision: number }): Problem =>
  new Problem('sheets.changed-meanwhile', 'conflict', details);
/** A sphere that is not on the list of the meeting. */
export const sphereGone = (): Problem => new Problem('sheets.sphere-gone', 'conflict');
export const memberUnknown = (): Problem => new Problem('sheets.member-unknown', 'not-found');
