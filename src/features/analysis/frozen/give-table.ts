import type { EvaluationId, PublicationId } from '../../../platform/ids';
import type { PublishedVersion } from '../../questionnaires';
import type { OpenDataset } from '../datasets';
import { nameVariables, type DisclosedTable } from '../domain/tables';
import type { FrozenWording, GivenTable } from './frozen-table';

export interface GiveNeeds {
  /** Newest first. */
  readonly listVersions: (id: EvaluationId) => Promise<readonly PublishedVersion[]>;
}

interface Counted {
  readonly opened: OpenDataset;
  readonly table: DisclosedTable;
  readonly level: number;
  readonly publication: PublicationId | null;
}

/** A counted table with its words and its cut. What stands in it is what a copy of it in JSON says. */
export const giveTable =
  ({ listVersions }: GiveNeeds) =>
  async (evaluationId: EvaluationId, { opened, table, level, publication }: Counted): Promise<GivenTable> => {
    const { code, title, kind, cut, dataCut, set } = opened;
    const newest = (await listVersions(evaluationId)).find((version) => version.code === code);
    const given = {
      dataset: { code, title, kind },
      request: table.request,
      level,
      cut,
      dataCut,
      respondents: set.n,
      table,
      wordings: table.blocks.map(({ variable }) => wordingOf(opened, variable, newest?.version ?? null)),
      names: nameVariables(set, table.request),
    };
    return { ...(JSON.parse(JSON.stringify(given)) as Omit<GivenTable, 'publication'>), publication };
  };

const wordingOf = ({ set }: OpenDataset, name: string, version: number | null): FrozenWording => {
  const variable = set.variables.get(name);
  const origin = variable?.origin;
  return origin?.kind === 'item'
    ? { variable: name, item: origin.item, question: origin.wording, statement: origin.row, version }
    : { variable: name, item: name, question: variable?.label ?? name, statement: null, version: null };
};
