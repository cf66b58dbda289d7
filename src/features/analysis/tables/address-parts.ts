/** Signs that mean something in an address of a table; inside a code or a label they are written as `%2C`. */
const SIGNS = /[,+:=%>]/g;

export const encodePart = (text: string): string => text.replace(SIGNS, encodeURIComponent);

/** A part as it was before `encodePart`; a text that was never encoded stays as it is. */
export const decodePart = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `a:b,c` → the variable and the list; undefined without either. */
export const splitAtColon = (text: string): readonly [string, string] | undefined => {
  const at = text.indexOf(':');
  const [name, rest] = [text.slice(0, at).trim(), text.slice(at + 1)];
  return at < 0 || name === '' || rest === '' ? undefined : [decodePart(name), rest];
};
