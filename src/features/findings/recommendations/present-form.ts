import type { Translator } from '../../../platform/i18n';
import { PRIORITIES, RECOMMENDATION_CLASSES, RECOMMENDATION_SUBCLASSES, type Recommendation } from '../domain';
import { differencesBetween, optionsOf, type Field, type FormPage } from '../form-fields';
import type { WorkRead } from '../read-work';
import type { RecommendationWords } from '.';
import { LONGEST, type TypedQuarter, type WordsIssue } from './check-words';

export interface FormState {
  readonly words: RecommendationWords;
  /** As typed: what is no year is kept. */
  readonly typed: TypedQuarter;
  readonly issues: readonly WordsIssue[];
  /** Id of a new recommendation. */
  readonly id: string | null;
  /** The one that is changed, as it is now; null: a new one. */
  readonly stored: Recommendation | null;
  /** Revision that the form was made from. */
  readonly seen: number;
}

type Around = Pick<WorkRead, 'evaluation' | 'conclusions'>;

export const NOTHING_SAID: RecommendationWords = {
  title: '',
  text: '',
  conclusions: [],
  addressees: [],
  implementation: '',
  due: null,
  recommendationClass: null,
  subclass: null,
  area: '',
  priority: null,
};

export const typedQuarter = ({ due }: Pick<RecommendationWords, 'due'>): TypedQuarter => ({
  quarter: due === null ? '' : String(due.quarter),
  year: due === null ? '' : String(due.year),
});

export const presentForm = (state: FormState, work: Around, translator: Translator): FormPage => {
  const { t } = translator;
  const { words, typed, stored, seen, id } = state;
  const home = `/badania/${work.evaluation.id}/rekomendacje`;
  const own = stored === null ? null : `${home}/${stored.number}`;
  const fields = fieldsOf(words, typed, work, translator).map((field) => withError(field, state.issues, translator));
  const isOvertaken = stored !== null && stored.log.revision !== seen;
  return {
    title:
      stored === null ? t('recommendations:form.new') : t('recommendations:form.change', { number: stored.number }),
    back: { href: own ?? home, text: t(own === null ? 'recommendations:form.back' : 'recommendations:form.back-to') },
    action: own === null ? `${home}/nowa` : `${own}/zmien`,
    hidden: [
      { name: 'wersja', value: String(stored?.log.revision ?? 0) },
      ...(id === null ? [] : [{ name: 'id', value: id }]),
    ],
    fields,
    errors: fields.flatMap(({ name, error }) => (error === null ? [] : [{ href: `#p-${name}`, text: error }])),
    conflict: isOvertaken
      ? {
          text: t('recommendations:form.overtaken', {
            name: stored.log.changedBy,
            time: translator.format.time(stored.log.changedAt),
          }),
          differences: differencesBetween(fields, fieldsOf(stored, typedQuarter(stored), work, translator)),
        }
      : null,
    save: t(isOvertaken ? 'conclusions:form.save-mine' : 'recommendations:form.save'),
    remove: own === null ? null : `${own}/usun`,
  };
};

const withError = (field: Field, issues: readonly WordsIssue[], { t, format }: Translator): Field => {
  const issue = issues.find((one) => one.field === field.name);
  if (issue === undefined) return field;
  const values = { longest: format.integer(issue.longest), length: format.integer(issue.length) };
  return { ...field, error: t(`recommendations:issue.${issue.fault}`, values) };
};

const QUARTERS = ['1', '2', '3', '4'];
const ROMAN: Readonly<Record<string, string>> = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' };

const fieldsOf = (
  words: RecommendationWords,
  typed: TypedQuarter,
  { evaluation, conclusions }: Around,
  { t }: Pick<Translator, 't'>,
): readonly Field[] => {
  const field = (name: string, key: string, hasHint = true) => ({
    name,
    label: t(`recommendations:field.${key}.label`),
    hint: hasHint ? t(`recommendations:field.${key}.hint`) : null,
    error: null,
  });
  const names = new Map(conclusions.map(({ id, number, title }) => [String(id), `W${number}. ${title}`]));
  const institutions = new Map(evaluation.institutions.map(({ code, shortName }) => [code, shortName]));
  const chosen = words.addressees.flatMap((one) => (one.kind === 'institution' ? [one.code] : []));
  const others = words.addressees.flatMap((one) => (one.kind === 'other' ? [one.name] : []));
  const choice = (name: string, key: string, codes: readonly string[], current: string | null): Field => ({
    ...field(name, key, false),
    kind: 'select',
    options: optionsOf(['', ...codes], [current ?? ''], (code) =>
      code === '' ? t('recommendations:not-chosen') : t(`recommendations:${key}.${code}`),
    ),
    empty: null,
  });
  return [
    { ...field('tytul', 'title'), kind: 'text', value: words.title, longest: LONGEST.title },
    { ...field('opis', 'text', false), kind: 'lines', value: words.text, longest: LONGEST.text },
    {
      ...field('wniosek', 'conclusions'),
      kind: 'boxes',
      options: optionsOf([...names.keys()], words.conclusions, (id) => names.get(id) ?? id),
      empty: t('recommendations:field.conclusions.empty'),
    },
    {
      ...field('adresat', 'addressees'),
      kind: 'boxes',
      options: optionsOf([...institutions.keys()], chosen, (code) => institutions.get(code) ?? code),
      empty: null,
    },
    { ...field('inni', 'others'), kind: 'lines', value: others.join('\n'), longest: 5_000 },
    { ...field('wdrozenie', 'method'), kind: 'lines', value: words.implementation, longest: LONGEST.implementation },
    {
      ...field('kwartal', 'quarter', false),
      kind: 'select',
      options: optionsOf(['', ...QUARTERS], [typed.quarter], (code) =>
        code === '' ? t('recommendations:not-chosen') : t('recommendations:quarter-alone', { quarter: ROMAN[code] }),
      ),
      empty: null,
    },
    { ...field('rok', 'year'), kind: 'text', value: typed.year, longest: 4 },
    choice('priorytet', 'priority', PRIORITIES, words.priority),
    choice('klasa', 'class', RECOMMENDATION_CLASSES, words.recommendationClass),
    choice('podklasa', 'subclass', RECOMMENDATION_SUBCLASSES, words.subclass),
    { ...field('obszar', 'area'), kind: 'text', value: words.area, longest: LONGEST.area },
  ];
};
