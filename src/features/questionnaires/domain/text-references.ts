const REFERENCE = /\$\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}/g;

/** A text with each `${K2}` in it replaced. */
export const fillReferences = (text: string, fill: (code: string) => string): string =>
  text.includes('${') ? text.replace(REFERENCE, (_, code: string) => fill(code)) : text;

/** Codes of the answers that a text repeats. */
export const referencesInText = (text: string): readonly string[] =>
  text.includes('${') ? [...text.matchAll(REFERENCE)].map(([, code = '']) => code) : [];
