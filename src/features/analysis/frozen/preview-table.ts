import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { Datasets } from '../datasets';
import type { Publications } from '../publications';
import { expandItems } from '../domain/tables';
import { separatesFew } from '../domain/tables/separates-few';
import { refuseUnusable } from '../tables/refuse-unusable';
import { unknownDataset } from '../open-desk';
import { tellTaleFilter } from '../tables/problems';
import type { ToFreeze } from '.';
import type { GivenTable } from './frozen-table';
import { giveTable, type GiveNeeds } from './give-table';

export interface PreviewNeeds extends GiveNeeds {
  /** @throws Problem `evaluations.not-found` */
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly datasets: Datasets;
  readonly publications: Pick<Publications, 'publishTable' | 'previewTable' | 'readPublication'>;
}

type Wanted = Omit<ToFreeze, 'place' | 'by'>;

/** A table as it would be told now: the same refusals, the same protection, but nobody is told. */
export const previewTable =
  (needs: PreviewNeeds) =>
  async (evaluationId: EvaluationId, wanted: Wanted): Promise<GivenTable> => {
    const asked = await checkWanted(needs, evaluationId, wanted);
    const { opened, table } = await needs.publications.previewTable(evaluationId, asked);
    return giveTable(needs)(evaluationId, { opened, table, level: wanted.level, publication: null });
  };

/** With the name of its data set; refused where it cannot be counted or would tell of few. */
export const checkWanted = async <Asked extends Wanted>(
  { readEvaluation, datasets }: PreviewNeeds,
  evaluationId: EvaluationId,
  wanted: Asked,
): Promise<Asked> => {
  const evaluation = await readEvaluation(evaluationId);
  const [first] = wanted.dataset === '' ? await datasets.list(evaluation) : [];
  const dataset = first?.code ?? wanted.dataset;
  const opened = await datasets.open(evaluation, dataset);
  if (opened === undefined) throw unknownDataset({ name: dataset });
  const { rows } = expandItems(opened.set, wanted.request.rows);
  const request = { ...wanted.request, rows };
  refuseUnusable(opened.set, request, []);
  const { smallestGroup } = evaluation;
  if (separatesFew(opened.set, request.filter, smallestGroup)) throw tellTaleFilter({ smallestGroup });
  return { ...wanted, dataset, request };
};
