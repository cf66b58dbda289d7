export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Something that stands on one side of a comparison. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'answer'; readonly code: string }
  | { readonly kind: 'count-selected'; readonly code: string };

/** A question about earlier answers, in the subset of XLSForm that questionnaires use. */
export type Condition =
  | { readonly kind: 'compare'; readonly comparison: Comparison; readonly left: Value; readonly right: Value }
  | { readonly kind: 'selected'; readonly code: string; readonly choice: string }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

/** Codes of the answers a condition looks at, each once. */
export const referencesOf = (condition: Condition): readonly string[] => [
  ...new Set(mentionsOf(condition).map(({ code }) => code)),
];

export interface Mention {
  readonly code: string;
  /** The choice it is compared with; undefined when it is compared with something else. */
  readonly choice?: string;
}

/** Every place where a condition looks at an answer, with the choice it expects there. */
export const mentionsOf = (condition: Condition): readonly Mention[] => {
  switch (condition.kind) {
    case 'compare':
      return [...mentionIn(condition.left, condition.right), ...mentionIn(condition.right, condition.left)];
    case 'selected':
      return [{ code: condition.code, choice: condition.choice }];
    case 'not':
      return mentionsOf(condition.condition);
    case 'and':
    case 'or':
      return [...mentionsOf(condition.left), ...mentionsOf(condition.right)];
  }
};

const mentionIn = (value: Value, other: Value): readonly Mention[] => {
  if (value.kind === 'count-selected') return [{ code: value.code }];
  if (value.kind !== 'answer') return [];
  return [other.kind === 'text' && other.text !== '' ? { code: value.code, choice: other.text } : { code: value.code }];
};
