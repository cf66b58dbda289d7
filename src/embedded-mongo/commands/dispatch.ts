import { badValue, Refusal } from '../refusal';
import type { PlainDocument } from '../values/encode';
import { toDouble } from '../values/numbers';
import { isNumber } from '../values/types';
import type { Message } from '../wire/message';
import { countField, documentField } from './fields';
import type { Command, Database, Request } from './request';
import { commandTable } from './table';
import type { WriteQueue } from './write-queue';

const genericFields: ReadonlySet<string> = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  'txnNumber',
  'startTransaction',
  'autocommit',
]);

export interface Dispatch {
  readonly database: Database;
  readonly writes: WriteQueue;
  readonly log: (sentence: string) => void;
}

/** Answers one message; every refusal becomes a reply with MongoDB's code. */
export const answerMessage = async ({ database, writes, log }: Dispatch, message: Message): Promise<PlainDocument> => {
  try {
    const { command, request } = readRequest(message);
    database.sessions.note(request.body);
    const kind = typeof command.kind === 'string' ? command.kind : command.kind(request);
    return await (kind === 'read' ? command.run(database, request) : writes.run(() => command.run(database, request)));
  } catch (error) {
    if (error instanceof Refusal) return toReply(error);
    log(`A command failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return toReply(new Refusal(1, 'the embedded store failed to run the command; its log says more'));
  }
};

const toReply = ({ code, codeName, message, details }: Refusal): PlainDocument => ({
  ok: 0,
  errmsg: message,
  code,
  codeName,
  ...details,
});

const readRequest = ({ body, batches }: Message): { readonly command: Command; readonly request: Request } => {
  const [name = ''] = body.keys();
  const database = body.get('$db');
  if (typeof database !== 'string' || database === '')
    throw new Refusal(40414, "BSON field '$db' is missing but a required field");
  const command = commandTable.get(name);
  if (!command) throw new Refusal(59, `no such command: '${name}'`);
  for (const field of body.keys()) {
    if (field !== name && !genericFields.has(field) && !command.fields.includes(field)) {
      throw new Refusal(40415, `BSON field '${name}.${field}' is an unknown field.`);
    }
  }
  for (const batch of batches.keys()) {
    if (!command.fields.includes(batch)) throw new Refusal(40415, `BSON field '${name}.${batch}' is an unknown field.`);
  }
  refuseTransactions(body);
  checkConcerns(body);
  return { command, request: { name, database, body, batches, deadline: deadlineOf(body) } };
};

const refuseTransactions = (body: Message['body']): void => {
  if (['txnNumber', 'startTransaction', 'autocommit'].some((field) => body.has(field))) {
    throw new Refusal(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
};

/** All writes are durable before their reply; more than this one server cannot be asked for. */
const checkConcerns = (body: Message['body']): void => {
  const w = documentField(body, 'writeConcern')?.get('w');
  if (w !== undefined && w !== 'majority' && !(isNumber(w) && toDouble(w) <= 1)) {
    throw badValue("cannot use 'w' > 1 when a host is not replicated");
  }
  const level = documentField(body, 'readConcern')?.get('level');
  if (level !== undefined && !readConcerns.some((known) => known === level)) {
    throw new Refusal(72, 'this read concern level is not supported by the embedded store');
  }
};

const readConcerns = ['local', 'available', 'majority', 'linearizable'];

const deadlineOf = (body: Message['body']): number => {
  const limitMs = countField(body, 'maxTimeMS');
  return limitMs === undefined || limitMs === 0 ? Infinity : performance.now() + limitMs;
};
