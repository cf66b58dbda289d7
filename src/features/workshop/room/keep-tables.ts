import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { FrozenTable, FrozenTables } from '../../analysis';

export type KeepTables = (
  id: EvaluationId,
  wanted: readonly PublicationId[],
) => Promise<ReadonlyMap<PublicationId, FrozenTable>>;

const MOST_KEPT = 60;

/** Frozen tables never change: those that were shown are kept, the last ones longest. */
export const keepTables = (readFrozen: FrozenTables['readFrozen']): KeepTables => {
  const kept = new Map<PublicationId, FrozenTable>();
  return async (id, wanted) => {
    const missing = wanted.filter((publication) => !kept.has(publication));
    if (missing.length > 0) for (const table of await readFrozen(id, missing)) kept.set(table.publication, table);
    const found = new Map(wanted.flatMap((publication) => entryOf(kept, publication)));
    for (const publication of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      if (!found.has(publication)) kept.delete(publication);
    }
    return found;
  };
};

const entryOf = (
  kept: ReadonlyMap<PublicationId, FrozenTable>,
  publication: PublicationId,
): readonly (readonly [PublicationId, FrozenTable])[] => {
  const table = kept.get(publication);
  return table === undefined ? [] : [[publication, table]];
};
