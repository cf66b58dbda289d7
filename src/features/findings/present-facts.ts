import { dayOf } from '../../platform/clock';
import { capitalised, type Translator } from '../../platform/i18n';
import type { FrozenTable, GivenTable } from '../analysis';

export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** What stands behind the numbers of a table: wording, base, filter, weight, data cut. */
export const factsOfGiven = (given: GivenTable, { t, format }: Translator): readonly Fact[] => {
  const { table, request, dataset, respondents, dataCut, wordings } = given;
  const fact = (name: string, text: string): Fact => ({ term: t(`findings:fact.${name}`), text });
  const nameOf = (name: string): string => given.names.find((one) => one.name === name)?.label ?? name;
  const [first] = wordings;
  const bases = table.blocks.flatMap(({ bases: [everyone] }) => (everyone == null ? [] : [everyone.n]));
  const [least, most] = [Math.min(...bases), Math.max(...bases)];
  const filter = request.filter.map(
    ({ variable, codes }) => `${nameOf(variable)}: ${answersOf(given, variable, codes)}`,
  );
  return [
    ...(first === undefined ? [] : [fact('question', questionsOf(given))]),
    fact('dataset', dataset.title),
    ...(bases.length === 0
      ? []
      : [
          fact(
            'base',
            t('findings:fact.base-text', {
              n: least === most ? format.integer(most) : `${format.integer(least)}–${format.integer(most)}`,
              all: format.integer(respondents),
            }),
          ),
        ]),
    fact('percent', t(`findings:fact.${request.base === 'mentions' ? 'mentions' : 'respondents'}`)),
    fact('filter', filter.length === 0 ? t('findings:fact.no-filter') : filter.join('; ')),
    fact('weight', request.weight === null ? t('findings:fact.no-weight') : nameOf(request.weight)),
    fact('level', given.level === 0 ? t('findings:fact.no-test') : format.decimal(given.level, 2)),
    ...(dataCut === null ? [] : [fact('cut', format.day(dataCut))]),
  ];
};

/** The same of a frozen one, with its fingerprint. */
export const factsOfFrozen = (frozen: FrozenTable, translator: Translator): readonly Fact[] => {
  const { t, format } = translator;
  return [
    ...factsOfGiven(frozen, translator),
    {
      term: t('findings:fact.frozen'),
      text: t('findings:moment', { day: format.day(dayOf(frozen.frozenAt)), time: format.time(frozen.frozenAt) }),
    },
    { term: t('findings:fact.hash'), text: frozen.hash },
  ];
};

const answersOf = ({ names }: GivenTable, variable: string, codes: readonly string[]): string => {
  const categories = names.find(({ name }) => name === variable)?.categories ?? [];
  return codes.map((code) => categories.find((category) => category.code === code)?.label ?? code).join(', ');
};

/** Each question once, with its statements. */
const questionsOf = ({ wordings }: GivenTable): string => {
  const questions = new Map<string, string[]>();
  for (const { item, question, statement } of wordings) {
    const key = item === question ? question : `${item}. ${question}`;
    questions.set(key, [...(questions.get(key) ?? []), ...(statement === null ? [] : [statement])]);
  }
  return [...questions]
    .map(([question, statements]) =>
      statements.length === 0 ? question : `${question} – ${statements.map(capitalised).join('; ')}`,
    )
    .join(' · ');
};

/** `Ankieta, pytanie J1, n = 140`: one line of a list of sources. */
export const sourceOfTable = (frozen: GivenTable, n: number | null, { t, format }: Translator): string => {
  const isFew = frozen.wordings.length <= 3;
  const items = [...new Set(frozen.wordings.map(({ item, variable }) => (isFew ? variable : item)))];
  const shown = items.length > 4 ? `${items.slice(0, 3).join(', ')}…` : items.join(', ');
  return t('findings:source.table', {
    count: items.length,
    items: shown,
    n: n === null ? '–' : format.integer(n),
    dataset: frozen.dataset.title,
  });
};
