import type { Document } from 'bson';
import { MongoServerError } from 'mongodb';
import type { Known } from './match-value';
import { matchRoot, Mismatch } from './match-value';

/** `expectError`: each of its demands on the error that the driver threw. */
export const checkError = (expected: Document, error: Document, known: Known): void => {
  const isClient = !(error instanceof MongoServerError);
  for (const [demand, value] of Object.entries(expected) as [string, unknown][]) {
    if (!holds(demand, value, { error, isClient, known }))
      throw new Mismatch(`error: ${demand} ${JSON.stringify(value)} does not hold for ${String(error['message'])}`);
  }
};

interface Thrown {
  readonly error: Document;
  readonly isClient: boolean;
  readonly known: Known;
}

const holds = (demand: string, value: unknown, { error, isClient, known }: Thrown): boolean => {
  const hasLabel = (label: unknown): boolean =>
    (error['errorLabels'] as Iterable<unknown> | undefined) !== undefined &&
    [...(error['errorLabels'] as Iterable<unknown>)].includes(label);
  switch (demand) {
    case 'isError':
      return value === true;
    case 'isClientError':
      return value === isClient;
    case 'errorContains':
      return String(error['message']).toLowerCase().includes(String(value).toLowerCase());
    case 'errorCode':
      return error['code'] === value;
    case 'errorCodeName':
      return error['codeName'] === value;
    case 'errorLabelsContain':
      return (value as unknown[]).every(hasLabel);
    case 'errorLabelsOmit':
      return !(value as unknown[]).some(hasLabel);
    case 'errorResponse':
      matchRoot(value, error['errorResponse'], known, 'errorResponse');
      return true;
    case 'expectResult':
      matchRoot(value, error['result'] ?? error['partialResult'], known, 'result of the error');
      return true;
    default:
      throw new Mismatch(`the demand ${demand} is not known to this runner`);
  }
};
