import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { Datasets, OpenDataset } from '../datasets';
import { keepApart, type ToldGroup } from '../domain/disclosure/keep-apart';
import { discloseRequest, forPublication, type DisclosedTable, type TableRequest } from '../domain/tables';
import { sourcesOfVariable } from '../domain/variables/sources-of-variable';
import { publicationBusy, publicationGone } from './problems';
import type { Publication, PublicationPlace, PublishedBlock } from './publication';
import type { PublicationStore } from './store';
import { groupsIn, type ReadToldGroups } from './told-groups';

export interface PublishNeeds {
  readonly store: PublicationStore;
  readonly clock: Clock;
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly datasets: Datasets;
  readonly toldGroups: ReadToldGroups;
}

export interface ToPublish {
  readonly dataset: string;
  readonly request: TableRequest;
  readonly level: number;
  readonly place: PublicationPlace;
  readonly by: string;
  /** Places of the only columns that are told; absent: all of the table. */
  readonly only?: readonly number[];
}

export interface PublishedTable {
  readonly publication: Publication;
  readonly table: DisclosedTable;
}

/** A table as it would be told now. */
export interface PreviewedTable {
  readonly opened: OpenDataset;
  readonly table: DisclosedTable;
}

const MOST_TRIES = 5;

/**
 * What `publishTable` would tell, without telling it.
 *
 * @throws Problem `evaluations.not-found` · `publications.gone`
 */
export const previewTable =
  (needs: PublishNeeds) =>
  async (evaluationId: EvaluationId, wanted: Omit<ToPublish, 'place' | 'by'>): Promise<PreviewedTable> => {
    const evaluation = await needs.readEvaluation(evaluationId);
    const opened = await needs.datasets.open(evaluation, wanted.dataset);
    if (opened === undefined) throw publicationGone({ name: wanted.dataset });
    const before = await needs.store.allOf(evaluationId);
    const { table } = await besideOthers(needs, { evaluation, opened, before }, wanted);
    return { opened, table };
  };

/**
 * Tells a table to others, for good: it is protected together with everything that was told of the same questions before, at
 * whatever filter and cut, and written into the evaluation's ledger.
 *
 * @throws Problem `evaluations.not-found` · `publications.gone` · `publications.busy`
 */
export const publishTable =
  (needs: PublishNeeds) =>
  async (evaluationId: EvaluationId, wanted: ToPublish): Promise<PublishedTable & PreviewedTable> => {
    const evaluation = await needs.readEvaluation(evaluationId);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const opened = await needs.datasets.open(evaluation, wanted.dataset);
      if (opened === undefined) throw publicationGone({ name: wanted.dataset });
      const before = await needs.store.allOf(evaluationId);
      const { blocks, table } = await besideOthers(needs, { evaluation, opened, before }, wanted);
      const publication: Publication = {
        id: newId<'publication'>(),
        evaluationId,
        number: (before.at(-1)?.number ?? 0) + 1,
        dataset: wanted.dataset,
        request: wanted.request,
        level: wanted.level,
        cut: opened.cut,
        dataCut: opened.dataCut,
        smallestGroup: evaluation.smallestGroup,
        blocks,
        place: wanted.place,
        publishedBy: wanted.by,
        publishedAt: needs.clock.now(),
      };
      if (await needs.store.add(publication)) return { publication, opened, table };
    }
    throw publicationBusy();
  };

interface Beside {
  readonly evaluation: Evaluation;
  readonly opened: OpenDataset;
  readonly before: readonly Publication[];
}

/** The table as it may be shown beside what was told before. */
const besideOthers = async (
  { toldGroups }: PublishNeeds,
  { evaluation, opened, before }: Beside,
  { request, level, dataset, only }: Omit<ToPublish, 'place' | 'by'>,
): Promise<{ readonly blocks: readonly PublishedBlock[]; readonly table: DisclosedTable }> => {
  const { smallestGroup } = evaluation;
  const table = discloseRequest(opened.set, request, { level, smallestGroup });
  const groupsOf = groupsIn(opened.set, table);
  const others = before.filter((one) => one.dataset === dataset);
  const blocks: PublishedBlock[] = [];
  const beside = (sources: readonly string[]): readonly ToldGroup[] =>
    blocks
      .filter((block) => block.sources.some((source) => sources.includes(source)))
      .flatMap(({ variable, told }) => told.flatMap((at) => groupsOf(variable)[at] ?? []));
  for (const { variable, hidden } of table.blocks) {
    const sources = sourcesOfVariable(opened.set, variable);
    const earlier = await toldGroups(evaluation, others, sources);
    const shown = hidden.flatMap((reason, at) => (reason === null && only?.includes(at) !== false ? [at] : []));
    const added = shown.flatMap((at) => groupsOf(variable)[at] ?? []);
    const apart = keepApart([...earlier, ...beside(sources)], added, smallestGroup);
    const withheld = shown.filter((_, place) => apart.has(place));
    blocks.push({ variable, sources, told: shown.filter((at) => !withheld.includes(at)), withheld });
  }
  const withheldOf = new Map(blocks.map(({ variable, withheld }) => [variable, new Set(withheld)]));
  return { blocks, table: forPublication(table, (variable) => withheldOf.get(variable) ?? new Set()) };
};
