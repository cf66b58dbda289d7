/** What went wrong, in the few ways a person can understand; `platform/http` alone turns a kind into a status. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

export type ProblemDetails = Readonly<Record<string, unknown>>;

/**
 * Anything a person could have avoided or can mend. The code is stable (`responses.questionnaire-closed`); its sentence
 * stands in the chapter's locale file under `problems.<name>` (here `responses:problems.questionnaire-closed`), with
 * `title` and `text`, filled from the details. A plain Error, by contrast, is our bug.
 */
export class Problem extends Error {
  constructor(
    readonly code: `${string}.${string}`,
    readonly kind: ProblemKind,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}
