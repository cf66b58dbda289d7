import { Refusal } from '../refusal';
import type { PlainDocument } from '../values/encode';
import { missingField } from './fields';
import type { Request } from './request';

const mostStatements = 100_000;

/** The raw documents, updates or deletes of a write command. */
export const statementsOf = (request: Request, name: string): readonly Buffer[] => {
  const statements = request.batches.get(name);
  if (!statements) throw missingField(name);
  if (statements.length === 0 || statements.length > mostStatements) {
    throw new Refusal(
      16,
      `Write batch sizes must be between 1 and ${mostStatements}. Got ${statements.length} operations.`,
    );
  }
  return statements;
};

interface Outcome {
  readonly done: number;
  readonly writeErrors: { readonly writeErrors?: readonly PlainDocument[] };
}

/** Runs the statements one after the other; refused ones are listed, and end an ordered command. */
export const eachStatement = <Statement>(
  statements: readonly Statement[],
  ordered: boolean,
  run: (statement: Statement, index: number) => void,
): Outcome => {
  const errors: PlainDocument[] = [];
  let done = 0;
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
      done++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      errors.push(toWriteError(error, index));
      if (ordered) break;
    }
  }
  return { done, writeErrors: errors.length > 0 ? { writeErrors: errors } : {} };
};

const toWriteError = ({ code, message, details }: Refusal, index: number): PlainDocument => ({
  index,
  code,
  errmsg: message,
  ...details,
});
