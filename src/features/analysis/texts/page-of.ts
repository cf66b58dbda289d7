import type { Evaluation } from '../../evaluations';

/** What all pages of open answers share. */
export const pageOf = (evaluation: Evaluation) => ({
  layout: 'staff' as const,
  current: 'texts',
  study: { id: evaluation.id, title: evaluation.shortTitle },
  demonstration: evaluation.demonstration,
});
