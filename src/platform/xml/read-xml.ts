import { setImmediate } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';

/** Why a file is not read: `declarations` are DOCTYPE and entities, through which XML is attacked. */
export type XmlFault = 'declarations' | 'depth' | 'encoding' | 'unfinished';

export class XmlError extends Error {
  constructor(readonly fault: XmlFault) {
    super(`XML refused: ${fault}`);
    this.name = 'XmlError';
  }
}

/** What a reader of XML wants to know. Names come without their prefix: `x:row` is `row`. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const CHUNK_BYTES = 65_536;
const LONGEST_TURN_MS = 25;

/**
 * Walks through an XML file in small steps, so that other requests are answered in between. Only UTF-8; no DOCTYPE, no
 * entities but the five of XML itself; whatever the listener throws ends the walk.
 *
 * @throws XmlError
 */
export const readXml = async (bytes: Uint8Array, listener: XmlListener, deepest = 64): Promise<void> => {
  const walk = createWalk(listener, deepest);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let turnBegan = performance.now();
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    walk.parser.write(decode(decoder, bytes.subarray(from, from + CHUNK_BYTES)));
    if (performance.now() - turnBegan < LONGEST_TURN_MS) continue;
    await setImmediate();
    turnBegan = performance.now();
  }
  if (!walk.isFinished()) throw new XmlError('unfinished');
};

const createWalk = (listener: XmlListener, deepest: number) => {
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        elements += 1;
        if (depth > deepest) throw new XmlError('depth');
        listener.open?.(withoutPrefix(name), attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        listener.close?.(withoutPrefix(name));
      },
      ontext: (text) => {
        listener.text?.(text);
      },
      onprocessinginstruction: (name) => {
        if (name.startsWith('!')) throw new XmlError('declarations');
      },
    },
    { xmlMode: true },
  );
  return { parser, isFinished: () => elements > 0 && depth === 0 };
};

const decode = (decoder: TextDecoder, chunk: Uint8Array): string => {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new XmlError('encoding');
  }
};

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
