import { nestedTooDeep, notJson } from '../problems';

const DEEPEST = 40;

/**
 * Reads JSON of a stranger: UTF-8 only, no deeper than any of the formats goes.
 *
 * @throws Problem `interchange.not-json` · `interchange.too-deep`
 */
export const readJson = (bytes: Uint8Array): unknown => {
  const text = decode(bytes);
  if (deepestIn(text) > DEEPEST) throw nestedTooDeep({ most: DEEPEST });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw notJson();
  }
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notJson();
  }
};

const QUOTE = 34;
const BACKSLASH = 92;

/** How many brackets are open at once, those in texts not counted. */
const deepestIn = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (isText) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) isText = false;
    } else if (sign === QUOTE) isText = true;
    else if (sign === 123 || sign === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (sign === 125 || sign === 93) depth -= 1;
  }
  return deepest;
};
