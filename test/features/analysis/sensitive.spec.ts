import { crossTable, discloseTable } from '../../../src/features/analysis/domain/tables';
import { variablesOfQuestionnaire } from '../../../src/features/analysis/domain/variables/of-questionnaire';
import type { Item } from '../../../src/features/questionnaires/domain';
import { datasetOf, onlyQuestion, questionnaire, response, resultsOf, times } from './answers';

/* Domain 2.2, J9: results of a sensitive question are shown only for the whole region. */

const J9: Item = {
  kind: 'single',
  code: 'J9',
  text: 'Czy poproszono o potwierdzenie wsparcia, którego nie udzielono?',
  criterion: 'jakosc',
  sensitive: true,
  choices: [
    { code: 'tak', label: 'tak' },
    { code: 'nie', label: 'nie' },
  ],
};

const version = questionnaire(J9);
const responses = [
  ...times(40, (at) => response({ K2: 'polnoc', J9: at < 10 ? 'tak' : 'nie' })),
  ...times(40, (at) => response({ K2: 'poludnie', J9: at < 30 ? 'tak' : 'nie' })),
];

describe('a sensitive question', () => {
  it('is shown for the whole region', () => {
    const question = onlyQuestion(resultsOf(version, responses));
    expect(question.kind === 'choice' && question.total.level).toBe('estimates');
  });

  it('is never shown by institution', () => {
    const question = onlyQuestion(resultsOf(version, responses));
    const shown = question.kind === 'choice' ? question.groups.filter(({ result }) => result.level !== 'hidden') : null;
    expect(shown).toEqual([]);
  });

  it('is not shown under a filter', () => {
    const question = onlyQuestion(resultsOf(version, responses, { institution: 'polnoc' }));
    expect(question.kind === 'choice' && question.total.level).toBe('hidden');
  });

  const dataset = datasetOf(version, responses);
  const variables = variablesOfQuestionnaire(dataset, version, dataset.rowsOf('owes-clients')!);
  const tableOf = (filter: readonly { variable: string; codes: readonly string[] }[] = []) =>
    discloseTable(crossTable(variables, { rows: ['J9'], columns: ['instytucja'], weight: null, filter }), 5).blocks[0]!;

  it('has only the total in a table, without a test that would tell of the groups', () => {
    const block = tableOf();
    expect(block.hidden).toEqual([null, 'sensitive', 'sensitive']);
    expect(block.rows.map(({ cells }) => cells.map((cell) => cell?.n ?? null))).toEqual([
      [40, null, null],
      [40, null, null],
    ]);
    expect(block.tests).toEqual([{ variable: 'instytucja', kind: 'none', reason: 'hidden' }]);
  });

  it('has nothing in a filtered table', () => {
    expect(
      tableOf([{ variable: 'instytucja', codes: ['polnoc'] }]).hidden.every((reason) => reason === 'sensitive'),
    ).toBe(true);
  });
});
