import { decodeCommand } from '../values/decode';
import type { BsonDocument } from '../values/bson-value';
import type { PlainDocument } from '../values/encode';
import { encode } from '../values/encode';
import { ProtocolError } from './frames';

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const checksumPresent = 1;
const moreToCome = 2;
const exhaustAllowed = 0x10000;
const batchNames: ReadonlySet<string> = new Set(['documents', 'updates', 'deletes']);

export interface Message {
  readonly requestId: number;
  readonly body: BsonDocument;
  /** Raw documents of `documents`, `updates` or `deletes`, whether they came in the body or beside it. */
  readonly batches: ReadonlyMap<string, readonly Buffer[]>;
  readonly wantsReply: boolean;
  readonly legacy: boolean;
}

export const parseMessage = (frame: Buffer): Message => {
  const requestId = frame.readInt32LE(4);
  const operation = frame.readInt32LE(12);
  if (operation === opMessage) return parseSections(frame, requestId);
  if (operation === opQuery) return parseLegacyHello(frame, requestId);
  throw new ProtocolError(`operation ${operation}`);
};

const parseSections = (frame: Buffer, requestId: number): Message => {
  const flags = frame.readUInt32LE(16);
  if ((flags & 0xffff & ~(checksumPresent | moreToCome)) !== 0) throw new ProtocolError(`flags ${flags}`);
  const end = frame.length - (flags & checksumPresent ? 4 : 0);
  const batches = new Map<string, readonly Buffer[]>();
  let body: Buffer | undefined;
  for (let at = 20; at < end;) {
    const kind = frame.readUInt8(at);
    const section = sized(frame, at + 1, end);
    at += 1 + section.length;
    if (kind === 0 && !body) body = section;
    else if (kind === 1) addSequence(batches, section);
    else throw new ProtocolError(`section kind ${kind}`);
  }
  if (!body) throw new ProtocolError('message without body');
  const lifted = decodeCommand(body, batchNames);
  return {
    requestId,
    body: lifted.body,
    batches: new Map([...lifted.batches, ...batches]),
    wantsReply: (flags & moreToCome) === 0 || (flags & exhaustAllowed) !== 0,
    legacy: false,
  };
};

const sized = (frame: Buffer, at: number, end: number): Buffer => {
  const length = at + 4 <= end ? frame.readInt32LE(at) : -1;
  if (length < 5 || at + length > end) throw new ProtocolError('section length');
  return frame.subarray(at, at + length);
};

const addSequence = (batches: Map<string, readonly Buffer[]>, section: Buffer): void => {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('sequence without name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const document = sized(section, at, section.length);
    documents.push(document);
    at += document.length;
  }
  const name = section.toString('latin1', 4, nameEnd);
  if (batches.has(name) || !batchNames.has(name)) throw new ProtocolError(`sequence ${name}`);
  batches.set(name, documents);
};

/** Drivers open a connection with an old-style hello; nothing else may come this way. */
const parseLegacyHello = (frame: Buffer, requestId: number): Message => {
  const nameEnd = frame.indexOf(0, 20);
  if (nameEnd < 0 || !frame.toString('latin1', 20, nameEnd).endsWith('.$cmd')) throw new ProtocolError('OP_QUERY');
  const { body } = decodeCommand(sized(frame, nameEnd + 9, frame.length), new Set());
  const [name = ''] = body.keys();
  if (!['hello', 'ismaster', 'isMaster'].includes(name)) throw new ProtocolError('OP_QUERY');
  if (!body.has('$db')) body.set('$db', 'admin');
  return { requestId, body, batches: new Map(), wantsReply: true, legacy: true };
};

let lastReplyId = 0;

export const encodeReply = (message: Message, reply: PlainDocument): Buffer => {
  const document = encode(reply);
  const head = message.legacy ? legacyHead() : Buffer.alloc(5);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + head.length + document.length, 0);
  lastReplyId = (lastReplyId + 1) & 0x7fffffff;
  header.writeInt32LE(lastReplyId, 4);
  header.writeInt32LE(message.requestId, 8);
  header.writeInt32LE(message.legacy ? opReply : opMessage, 12);
  return Buffer.concat([header, head, document]);
};

const legacyHead = (): Buffer => {
  const head = Buffer.alloc(20);
  head.writeInt32LE(8, 0);
  head.writeInt32LE(1, 16);
  return head;
};
