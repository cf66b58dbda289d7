import type { ReadChanges } from './read-changes';

/** Unrounded numbers; what is hidden has no number. */
export const presentChangesJson = ({ evaluation, datasets, later, earlier, others, items }: ReadChanges): object => ({
  evaluation: { id: evaluation.id, title: evaluation.title },
  smallestGroup: evaluation.smallestGroup,
  datasets,
  earlier,
  later,
  others,
  samples: 'independent',
  correction: {
    method: 'holm',
    tests: items
      .flatMap(({ change }) => (change.kind === 'compared' ? change.measures : []))
      .filter(({ tested }) => tested?.test != null).length,
  },
  items: items.map(({ change, others: rest, ...item }) => ({ ...item, ...change, others: rest })),
});
