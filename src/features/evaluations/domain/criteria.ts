/** Criteria of evaluation (domain 4.1); an evaluation may add its own. */
export const CRITERIA = [
  'relevance',
  'coherence',
  'effectiveness',
  'efficiency',
  'utility',
  'impact',
  'sustainability',
] as const;

export type CriterionCode = (typeof CRITERIA)[number];

/** One of the list, or an own one by its name. */
export type Criterion =
  { readonly kind: 'listed'; readonly code: CriterionCode } | { readonly kind: 'own'; readonly name: string };

/** What findings and proposals are about: "jakość, skuteczność usług i ich dobra koordynacja". */
export const DIMENSIONS = ['quality', 'effectiveness', 'coordination'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
