/** Why an expression cannot be read; sentences stand in `questionnaires:expression.<reason>`. */
export type ExpressionFault =
  | 'unreadable'
  | 'text-not-closed'
  | 'broken-reference'
  | 'number'
  | 'double-equals'
  | 'expected-value'
  | 'expected-sign'
  | 'expected-end'
  | 'unquoted-word'
  | 'unknown-function'
  | 'too-few-arguments'
  | 'too-many-arguments'
  | 'pattern-not-text'
  | 'pattern'
  | 'too-long'
  | 'too-deep';

export type FaultDetails = Readonly<Record<string, string | number>>;

/** What cannot be read, and at which character, counted from 1. */
export class ExpressionError extends Error {
  constructor(
    readonly reason: ExpressionFault,
    readonly character: number,
    readonly details: FaultDetails = {},
  ) {
    super(`${reason} at character ${character}`);
    this.name = 'ExpressionError';
  }
}
