export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'iso-8859-2';

export interface DetectedText {
  readonly encoding: TextEncoding;
  readonly text: string;
}

/**
 * A text file in whichever encoding it came: by its mark, else UTF-8 where it is valid, else one of the two old Polish ones.
 * Null for what is no text.
 */
export const detectText = (bytes: Uint8Array): DetectedText | null => {
  const marked = encodingOfMark(bytes);
  const encoding = marked ?? (isUtf8(bytes) ? 'utf-8' : oldPolishEncoding(bytes));
  const text = decoded(bytes, encoding);
  return text === null || isBinary(text) ? null : { encoding, text };
};

const encodingOfMark = ([first, second, third]: Uint8Array): TextEncoding | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

const decoded = (bytes: Uint8Array, encoding: TextEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: encoding.startsWith('utf') }).decode(bytes);
  } catch {
    return null;
  }
};

const isUtf8 = (bytes: Uint8Array): boolean => decoded(bytes, 'utf-8') !== null;

/** ą, ś, ź, Ą, Ś, Ź stand in different places; the other Polish letters in the same. */
const ONLY_ISO = new Set([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac]);
const ONLY_WINDOWS = new Set([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f]);

const oldPolishEncoding = (bytes: Uint8Array): 'windows-1250' | 'iso-8859-2' => {
  let [iso, windows] = [0, 0];
  for (const byte of bytes) {
    if (ONLY_ISO.has(byte)) iso += 1;
    else if (ONLY_WINDOWS.has(byte) || (byte >= 0x80 && byte <= 0x9f)) windows += 1;
  }
  return iso > windows ? 'iso-8859-2' : 'windows-1250';
};

/** Control signs other than tabs and ends of lines stand in no table. */
const isBinary = (text: string): boolean => {
  const beginning = text.slice(0, 4_000);
  for (let at = 0; at < beginning.length; at += 1) {
    const code = beginning.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) return true;
  }
  return text.includes('\0');
};
