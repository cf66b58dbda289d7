import { inflateSync } from 'node:zlib';

/** One object of a file that pdfkit wrote: its dictionary with strings set aside, and its stream unpacked. */
export interface PdfObject {
  readonly id: number;
  /** Dictionary text; each string literal stands as `(#3)`, third of `strings`. */
  readonly text: string;
  readonly strings: readonly string[];
  readonly stream?: string;
}

/** Reads the objects of a file as pdfkit writes it, one after another and unpacked; no reader for PDF at large. */
export const readObjects = (file: Buffer): ReadonlyMap<number, PdfObject> => {
  const raw = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const { text, strings, end } = readUntil(raw, start);
    const id = Number(match[1]);
    const stream = raw.startsWith('stream\n', end) ? readStream(raw, end + 'stream\n'.length, text) : undefined;
    objects.set(id, { id, text, strings, ...(stream === undefined ? {} : { stream }) });
  }
  return objects;
};

/** Takes the dictionary up to `stream` or `endobj`, skipping over string literals, which may hold anything. */
const readUntil = (raw: string, start: number): { text: string; strings: string[]; end: number } => {
  const strings: string[] = [];
  let text = '';
  let at = start;
  while (at < raw.length && !raw.startsWith('endobj', at) && !raw.startsWith('stream\n', at)) {
    if (raw[at] !== '(') text += raw.charAt(at++);
    else {
      const end = endOfLiteral(raw, at);
      text += `(#${strings.push(decode(raw.slice(at + 1, end))) - 1})`;
      at = end + 1;
    }
  }
  return { text, strings, end: at };
};

const endOfLiteral = (raw: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < raw.length; at++) {
    if (raw[at] === '\\') at++;
    else if (raw[at] === '(') depth++;
    else if (raw[at] === ')' && --depth === 0) return at;
  }
  return raw.length;
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const decode = (literal: string): string => {
  const bytes = literal.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
  return bytes.startsWith('\xfe\xff') ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le') : bytes;
};

const readStream = (raw: string, start: number, dictionary: string): string => {
  const end = raw.indexOf('\nendstream', start);
  const body = Buffer.from(raw.slice(start, end), 'latin1');
  return dictionary.includes('/FlateDecode') ? inflateSync(body).toString('latin1') : body.toString('utf8');
};

/** The string under a key, undefined when there is none. */
export const stringAt = ({ text, strings }: PdfObject, key: string): string | undefined => {
  const index = new RegExp(`/${key} \\(#(\\d+)\\)`).exec(text)?.[1];
  return index === undefined ? undefined : strings[Number(index)];
};

/** Objects that a key refers to, in order; `/K [3 0 R 4]` gives the third object. */
export const referredBy = (
  object: PdfObject,
  key: string,
  all: ReadonlyMap<number, PdfObject>,
): readonly PdfObject[] => {
  const value = new RegExp(`/${key} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(object.text)?.[1] ?? '';
  return [...value.matchAll(/(\d+) 0 R/g)].flatMap((match) => all.get(Number(match[1])) ?? []);
};
