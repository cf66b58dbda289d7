import type { Evaluation } from '../../evaluations';
import type { Datasets } from '../datasets';
import type { ToldGroup } from '../domain/disclosure/keep-apart';
import { crossTable, type TableRequest } from '../domain/tables';
import type { VariableSet } from '../domain/variables/variable';
import type { Publication } from './publication';

/** Groups that were told stay in memory up to so many bytes: what was told never changes. */
const KEPT_BYTES = 64_000_000;

/** @returns groups told of questions that share a source with these, each at its own cut and each once */
export type ReadToldGroups = (
  evaluation: Evaluation,
  others: readonly Publication[],
  sources: readonly string[],
) => Promise<readonly ToldGroup[]>;

export const createToldGroups = ({ datasets }: { readonly datasets: Datasets }): ReadToldGroups => {
  const kept = new Map<string, readonly ToldGroup[]>();
  let bytes = 0;

  const keep = (key: string, groups: readonly ToldGroup[]): void => {
    const size = groups.reduce((sum, { length }) => sum + length, 0);
    if (bytes + size > KEPT_BYTES) {
      kept.clear();
      bytes = 0;
    }
    kept.set(key, groups);
    bytes += size;
  };

  const toldBy = async (
    evaluation: Evaluation,
    publication: Publication,
    related: Publication['blocks'],
  ): Promise<readonly ToldGroup[]> => {
    const keyOf = (variable: string): string => `${publication.id} ${variable}`;
    const known = related.map(({ variable }) => kept.get(keyOf(variable)));
    if (known.every((groups) => groups !== undefined)) return known.flat();
    const opened = await datasets.open(evaluation, publication.dataset, publication.cut);
    if (opened === undefined) return [];
    const groupsOf = groupsIn(opened.set, publication);
    return related.flatMap(({ variable, told }) => {
      const groups = groupsOf(variable);
      const shown = told.flatMap((at) => groups[at] ?? []);
      keep(keyOf(variable), shown);
      return shown;
    });
  };

  return async (evaluation, others, sources) => {
    const told: ToldGroup[] = [];
    for (const publication of others) {
      const related = publication.blocks.filter((block) => block.sources.some((source) => sources.includes(source)));
      if (related.length > 0) told.push(...(await toldBy(evaluation, publication, related)));
    }
    return eachOnce(told);
  };
};

/** The same group told twice tells nothing more, and groups are set against one another. */
const eachOnce = (groups: readonly ToldGroup[]): readonly ToldGroup[] => {
  const known = new Map<string, ToldGroup>();
  for (const group of groups) known.set(Buffer.from(group).toString('latin1'), group);
  return [...known.values()];
};

/** Who stands in each column that a table shows, question by question; none where a variable is gone. */
export const groupsIn = (set: VariableSet, { request }: { readonly request: TableRequest }) => {
  const isThere = (name: string): boolean => set.variables.has(name);
  const raw = crossTable(set, { ...request, rows: [] });
  return (variable: string): readonly ToldGroup[] => (isThere(variable) ? raw.groupsOf(variable) : []);
};
