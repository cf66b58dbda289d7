import type { GivenTable } from '../../../analysis';
import type { SummaryCell } from '../../../analysis/domain';
import type { Composing } from '../composing';
import { criterionOf } from '../datasets';
import { unitsOf } from '../words/units';
import { cutQuestion, ownDatasets, questionsOf, summaryCell } from './questions';

/** A statement on quality with the share that agrees, from a given table. */
export interface Statement {
  readonly questionnaire: string;
  readonly variable: string;
  readonly text: string;
  readonly share: number;
  readonly interval: SummaryCell['interval'];
  readonly n: number;
}

/** Scales on which the two best answers mean agreement. */
const AGREEMENT = 'AGREE5';

/** What people were asked of the quality of service, the most agreed on first. */
export const qualityStatements = async (composing: Composing): Promise<readonly Statement[]> => {
  const found: Statement[] = [];
  for (const dataset of await ownDatasets(composing))
    for (const question of questionsOf(dataset)) {
      const [first] = question.variables;
      if (first === undefined || criterionOf(first) !== 'jakosc' || question.variables.length < 2) continue;
      const given = await cutQuestion(question, composing);
      if (given !== undefined) found.push(...statementsIn(given, dataset.code));
    }
  return found.toSorted((a, b) => b.share - a.share);
};

const statementsIn = (given: GivenTable, questionnaire: string): readonly Statement[] =>
  unitsOf(given).flatMap(({ blocks, statements }) =>
    blocks.flatMap((block, at): readonly Statement[] => {
      const cell = summaryCell(block, 'top-two');
      const isAgreement = given.names.find(({ name }) => name === block.variable)?.scale === AGREEMENT;
      if (cell?.value == null || !isAgreement) return [];
      const { value: share, interval } = cell;
      const text = statements[at] ?? block.label;
      return [{ questionnaire, variable: block.variable, text, share, interval, n: block.bases[0]?.n ?? cell.n }];
    }),
  );
