import { Problem } from '../../platform/problems';
import type { EvaluationId, PublicationId } from '../../platform/ids';
import type { FrozenTable, FrozenTables, GivenTable } from '../analysis';
import type { TableGiver } from './compose';
import { requestOf, type LiveSource } from './domain';

/** Below this probability a difference is called significant in reports. */
const LEVEL = 0.05;

export interface KeepingGiver extends TableGiver {
  /** Tables that were counted, each once, in the order they were first asked for. */
  readonly counted: () => readonly GivenTable[];
  /** Tables that were frozen before, as far as they were asked for. */
  readonly readBefore: () => readonly FrozenTable[];
}

/** Counts tables as they would be told now; nobody is told. */
export const previewGiver = (
  frozen: Pick<FrozenTables, 'previewTable' | 'readFrozen'>,
  evaluationId: EvaluationId,
): KeepingGiver =>
  keeping(frozen, evaluationId, (asked) =>
    frozen.previewTable(evaluationId, { dataset: asked.dataset, request: requestOf(asked), level: LEVEL }),
  );

export interface Freezing {
  readonly title: string;
  readonly address: string;
  readonly by: string;
  /** A table that an attempt cut short has told already. */
  readonly toldBefore: (asked: string) => PublicationId | undefined;
  /** Writes down what was told, before the next table is. */
  readonly onTold: (asked: string, publication: PublicationId) => Promise<void>;
}

/** Tells every table for good, one after another: each is protected together with those before it. */
export const freezingGiver = (
  frozen: Pick<FrozenTables, 'freezeTable' | 'readFrozen'>,
  evaluationId: EvaluationId,
  { title, address, by, toldBefore, onTold }: Freezing,
): KeepingGiver & { readonly failure: () => Problem | null } => {
  const place = { kind: 'report', title, address } as const;
  let failure: Problem | null = null;
  const tell = async (asked: LiveSource, key: string): Promise<GivenTable> => {
    const known = toldBefore(key);
    const [table] = known === undefined ? [] : await frozen.readFrozen(evaluationId, [known]);
    if (table !== undefined) return table;
    const told = await frozen.freezeTable(evaluationId, {
      dataset: asked.dataset,
      request: requestOf(asked),
      level: LEVEL,
      place,
      by,
    });
    await onTold(key, told.publication);
    return told;
  };
  const giver = keeping(frozen, evaluationId, async (asked, key) => {
    try {
      return await tell(asked, key);
    } catch (error) {
      // A report leaves out a table that is refused; one that could not be told in time stops the report.
      if (error instanceof Problem && error.code === 'publications.busy') failure = error;
      throw error;
    }
  });
  return { ...giver, failure: () => failure };
};

type Give = (asked: LiveSource, key: string) => Promise<GivenTable>;

const keeping = (
  { readFrozen }: Pick<FrozenTables, 'readFrozen'>,
  evaluationId: EvaluationId,
  give: Give,
): KeepingGiver => {
  const given = new Map<string, Promise<GivenTable>>();
  const counted: GivenTable[] = [];
  const before = new Map<PublicationId, FrozenTable>();
  let last: Promise<unknown> = Promise.resolve();
  const giveNext = (asked: LiveSource, key: string): Promise<GivenTable> => {
    const next = last.then(async () => {
      const table = await give(asked, key);
      counted.push(table);
      return table;
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    giveTable: (asked) => {
      const key = JSON.stringify([asked.dataset, requestOf(asked)]);
      const known = given.get(key) ?? giveNext(asked, key);
      given.set(key, known);
      return known;
    },
    readFrozen: async (ids) => {
      const found = await readFrozen(evaluationId, ids);
      for (const table of found) before.set(table.publication, table);
      return found;
    },
    counted: () => counted,
    readBefore: () => [...before.values()],
  };
};
