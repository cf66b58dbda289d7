import type { Evaluation } from '../../../src/features/evaluations/domain';
import {
  compileVersion,
  type AnswerSheet,
  type Choice,
  type CompiledVersion,
  type Item,
  type QuestionnaireDefinition,
} from '../../../src/features/questionnaires/domain';
import type { Response } from '../../../src/features/responses/domain';
import type { EvaluationId, SubmissionId, VersionId } from '../../../src/platform/ids';
import {
  analyseAll,
  createDataset,
  NO_FILTER,
  type Dataset,
  type Results,
  type ResultsFilter,
  type Viewpoint,
} from '../../../src/features/analysis/domain';

/** Builders that show only what a test is about. */
export const evaluation: Evaluation = {
  id: 'badanie' as EvaluationId,
  title: 'Ewaluacja',
  shortTitle: 'Ewaluacja',
  commissioner: 'ROPS',
  wojewodztwo: '26',
  regionName: 'świętokrzyskie',
  institutions: [
    { code: 'polnoc', kind: 'owes', name: 'OWES Północ', shortName: 'OWES Północ', series: 's1', powiats: [] },
    { code: 'poludnie', kind: 'owes', name: 'OWES Południe', shortName: 'OWES Południe', series: 's2', powiats: [] },
    { code: 'rops', kind: 'rops', name: 'ROPS', shortName: 'ROPS', series: 's3', powiats: [] },
  ],
  opensOn: '2026-10-19',
  closesOn: '2026-11-30',
  resultState: 'preliminary',
  smallestGroup: 5,
  demonstration: false,
};

export const AGREE5: readonly Choice[] = [
  ...['zdecydowanie nie', 'raczej nie', 'częściowo', 'raczej tak', 'zdecydowanie tak'].map((label, at) => ({
    code: String(at + 1),
    label,
    value: at + 1,
  })),
  { code: '98', label: 'trudno powiedzieć', missing: 98 },
];

const K1: Item = {
  kind: 'single',
  code: 'K1',
  text: 'W czyim imieniu?',
  criterion: 'profil',
  choices: ['pes', 'ngo', 'jst'].map((code) => ({ code, label: code })),
};
const K2: Item = {
  kind: 'single',
  code: 'K2',
  text: 'Z którym OWES?',
  criterion: 'profil',
  choices: ['polnoc', 'poludnie', 'inny', 'zaden'].map((code) => ({ code, label: code })),
};
const P4: Item = { kind: 'territory', code: 'P4', text: 'Gmina', level: 'gmina', criterion: 'profil' };

export const questionnaire = (...items: readonly Item[]): CompiledVersion => {
  const definition: QuestionnaireDefinition = {
    code: 'owes-clients',
    version: 1,
    locale: 'pl',
    title: 'Ankieta',
    lead: '',
    minutes: 5,
    pages: [{ id: 'strona', title: 'Strona', items: [K1, K2, P4, ...items] }],
  };
  return compileVersion(definition);
};

/** Kielce and Sandomierz: one gmina in each subregion. */
export const GMINA = { kielecki: '2661011', sandomierski: '2609011' } as const;

let number = 0;

export const response = (answers: AnswerSheet, change: Partial<Response> = {}): Response => ({
  id: String((number += 1)) as SubmissionId,
  evaluationId: evaluation.id,
  versionId: 'wersja' as VersionId,
  questionnaireCode: 'owes-clients',
  mode: 'cawi',
  status: 'complete',
  answers: { K1: 'pes', K2: 'polnoc', P4: GMINA.kielecki, ...answers },
  receivedOn: '2026-11-18',
  receiptNumber: 'ABCD-2345',
  ...change,
});

export const times = (count: number, make: (at: number) => Response): readonly Response[] =>
  Array.from({ length: count }, (_, at) => make(at));

export const datasetOf = (
  version: CompiledVersion,
  responses: readonly Response[],
  viewpoint: Viewpoint = { kind: 'all' },
): Dataset =>
  createDataset({ evaluation, versions: new Map([['wersja' as VersionId, version]]), responses, viewpoint });

export const resultsOf = (
  version: CompiledVersion,
  responses: readonly Response[],
  filter: Partial<ResultsFilter> = {},
  viewpoint: Viewpoint = { kind: 'all' },
): Results => analyseAll(datasetOf(version, responses, viewpoint), [version], { ...NO_FILTER, ...filter });

/** The only question of a small questionnaire. */
export const onlyQuestion = (results: Results) => {
  const [question] = results.sections.flatMap(({ questions }) => questions);
  if (question === undefined) throw new Error('No question in these results');
  return question;
};
