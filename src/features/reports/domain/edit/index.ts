export { applyEdit, MOST_BLOCKS, placeAfter, placeBehind, stepPlace, withoutId } from './apply-edit';
export { chaptersOf, type Chapter } from './chapters';
export * from './edit';
export { fingerprint, fingerprintOfTitle } from './fingerprint';
export { normalContent, normalLine, normalText } from './normal-content';
