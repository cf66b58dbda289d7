import type { Translator } from '../../../platform/i18n';
import { CRITERIA, DIMENSIONS } from '../../evaluations/domain';
import { TONES, WORK_STATES, type Conclusion } from '../domain';
import { differencesBetween, optionsOf, type Field, type FormPage } from '../form-fields';
import { criterionName } from '../present-labels';
import type { WorkRead } from '../read-work';
import type { ConclusionWords } from '.';
import { LONGEST, type WordsIssue } from './check-words';
import { OWN_CRITERION } from './inputs';

export interface FormState {
  readonly words: ConclusionWords;
  readonly issues: readonly WordsIssue[];
  /** Id of a new conclusion. */
  readonly id: string | null;
  /** The one that is changed, as it is now; null: a new one. */
  readonly stored: Conclusion | null;
  /** Revision that the form was made from. */
  readonly seen: number;
}

type Texts = Pick<Translator, 't'>;
type Around = Pick<WorkRead, 'evaluation' | 'matrix' | 'findings'>;

export const NOTHING_SAID: ConclusionWords = {
  title: '',
  text: '',
  state: 'draft',
  tone: 'neutral',
  criterion: null,
  dimensions: [],
  matrixRow: null,
  findings: [],
};

export const presentForm = (state: FormState, work: Around, translator: Translator): FormPage => {
  const { t } = translator;
  const { words, stored, seen, id } = state;
  const home = `/badania/${work.evaluation.id}/wnioski`;
  const fields = fieldsOf(words, work, translator).map((field) => withError(field, state.issues, translator));
  const isOvertaken = stored !== null && stored.log.revision !== seen;
  const action = `${home}/${stored === null ? 'nowy' : stored.number}`;
  return {
    title: stored === null ? t('conclusions:form.new') : t('conclusions:form.change', { number: stored.number }),
    back: { href: home, text: t('conclusions:form.back') },
    action,
    hidden: [
      { name: 'wersja', value: String(stored?.log.revision ?? 0) },
      ...(id === null ? [] : [{ name: 'id', value: id }]),
    ],
    fields,
    errors: fields.flatMap(({ name, error }) => (error === null ? [] : [{ href: `#p-${name}`, text: error }])),
    conflict: isOvertaken ? conflictOf(stored, fields, work, translator) : null,
    save: t(isOvertaken ? 'conclusions:form.save-mine' : 'conclusions:form.save'),
    remove: stored === null ? null : `${action}/usun`,
  };
};

const conflictOf = (
  stored: Conclusion,
  fields: readonly Field[],
  work: Around,
  translator: Translator,
): FormPage['conflict'] => ({
  text: translator.t('conclusions:form.overtaken', {
    name: stored.log.changedBy,
    time: translator.format.time(stored.log.changedAt),
  }),
  differences: differencesBetween(fields, fieldsOf(stored, work, translator)),
});

const withError = (field: Field, issues: readonly WordsIssue[], { t, format }: Translator): Field => {
  const issue = issues.find((one) => one.field === field.name);
  if (issue === undefined) return field;
  const { longest, length } = issue.values;
  const values = { longest: format.integer(longest), length: format.integer(length) };
  return { ...field, error: t(`conclusions:issue.${issue.fault}`, values) };
};

const fieldsOf = (words: ConclusionWords, around: Around, texts: Texts): readonly Field[] => [
  ...saidIn(words, around, texts),
  ...judgedBy(words, texts),
];

const field = (name: string, key: string, { t }: Texts, hasHint = true) => ({
  name,
  label: t(`conclusions:field.${key}.label`),
  hint: hasHint ? t(`conclusions:field.${key}.hint`) : null,
  error: null,
});

const saidIn = (words: ConclusionWords, { matrix, findings }: Around, texts: Texts): readonly Field[] => {
  const { t } = texts;
  const rowNames = new Map(
    matrix.rows.map(({ id, question }, place) => [
      String(id),
      t('conclusions:numbered', { number: place + 1, name: question }),
    ]),
  );
  const findingNames = new Map(
    findings.map(({ id, number, title }) => [String(id), t('conclusions:finding', { number, title })]),
  );
  return [
    { ...field('tytul', 'title', texts), kind: 'text', value: words.title, longest: LONGEST.title },
    { ...field('opis', 'text', texts), kind: 'lines', value: words.text, longest: LONGEST.text },
    {
      ...field('wynik', 'findings', texts),
      kind: 'boxes',
      options: optionsOf([...findingNames.keys()], words.findings, (id) => findingNames.get(id) ?? id),
      empty: t('conclusions:field.findings.empty'),
    },
    {
      ...field('pytanie', 'question', texts),
      kind: 'select',
      options: optionsOf(['', ...rowNames.keys()], [words.matrixRow ?? ''], (id) =>
        id === '' ? t('conclusions:field.question.none') : (rowNames.get(id) ?? id),
      ),
      empty: null,
    },
  ];
};

const judgedBy = (words: ConclusionWords, texts: Texts): readonly Field[] => {
  const { t } = texts;
  const own = words.criterion?.kind === 'own' ? words.criterion.name : null;
  const criterion = words.criterion === null ? '' : own === null ? codeOf(words) : OWN_CRITERION;
  return [
    {
      ...field('kryterium', 'criterion', texts),
      kind: 'select',
      options: optionsOf(['', ...CRITERIA, OWN_CRITERION], [criterion], (code) => criterionText(code, { t })),
      empty: null,
    },
    { ...field('wlasne', 'own-criterion', texts), kind: 'text', value: own ?? '', longest: LONGEST.criterion },
    {
      ...field('wymiar', 'dimensions', texts, false),
      kind: 'boxes',
      options: optionsOf(DIMENSIONS, words.dimensions, (code) => t(`conclusions:dimension.${code}`)),
      empty: null,
    },
    {
      ...field('wydzwiek', 'tone', texts, false),
      kind: 'radios',
      options: optionsOf(TONES, [words.tone], (code) => t(`conclusions:tone.${code}`)),
      empty: null,
    },
    {
      ...field('stan', 'state', texts),
      kind: 'radios',
      options: optionsOf(WORK_STATES, [words.state], (code) => t(`conclusions:state.${code}`)),
      empty: null,
    },
  ];
};

const codeOf = ({ criterion }: ConclusionWords): string => (criterion?.kind === 'listed' ? criterion.code : '');

const criterionText = (code: string, texts: Texts): string => {
  if (code === OWN_CRITERION) return texts.t('conclusions:field.criterion.own');
  const known = CRITERIA.find((one) => one === code);
  return known === undefined
    ? texts.t('conclusions:field.criterion.none')
    : criterionName({ kind: 'listed', code: known }, texts);
};
