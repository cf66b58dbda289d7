import { capitalised, type Translator } from '../../../platform/i18n';
import { markFound, soughtWords, type Labels, type Piece } from '../domain/texts';
import { shownGroups } from './choose-answers';
import type { AnswersQuery } from './inputs';
import type { TextAnswer } from './keep-texts';
import type { ReadAnswers } from '.';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface AnswersView {
  readonly title: string;
  readonly question: string;
  readonly counts: string;
  readonly list: string;
  readonly address: string;
  readonly dataset: string;
  readonly search: string;
  readonly filters: readonly { readonly name: string; readonly label: string; readonly options: readonly Option[] }[];
  readonly isNarrowed: boolean;
  readonly found: string;
  readonly answers: readonly {
    readonly number: string;
    readonly meta: string;
    readonly pieces: readonly Piece[];
    readonly quote: string;
  }[];
  readonly pages: PagesView | null;
  readonly files: readonly { readonly text: string; readonly address: string }[];
  readonly note: string;
  readonly isHidden: boolean;
}

interface PagesView {
  readonly text: string;
  readonly previous: string | null;
  readonly next: string | null;
}

export const PAGE_SIZE = 25;

export const questionText = ({ field }: Pick<ReadAnswers, 'field'>): string =>
  field.choice === null ? field.text : `${field.text} ${capitalised(field.choice)}`;

export const presentAnswers = (
  read: ReadAnswers,
  chosen: readonly TextAnswer[],
  query: AnswersQuery,
  translator: Translator,
): AnswersView => {
  const { t, format } = translator;
  const { evaluation, questionnaire, field, texts } = read;
  const home = `/badania/${evaluation.id}/odpowiedzi`;
  const own = `${home}/${encodeURIComponent(field.code)}`;
  const last = Math.max(1, Math.ceil(chosen.length / PAGE_SIZE));
  const page = Math.min(query.strona, last);
  const addressOf = (changes: Partial<Record<'strona' | 'format', string>>): string =>
    `${own}?${parametersOf({ ...query, zbior: questionnaire.code }, changes)}`;
  const isNarrowed = query.szukaj !== '' || query.instytucja !== '' || query.typ !== '';
  const words = soughtWords(query.szukaj);
  return {
    title: t('texts:title-of', { code: field.code }),
    question: questionText(read),
    counts: countsOf(read, translator),
    list: home,
    address: own,
    dataset: questionnaire.code,
    search: query.szukaj,
    filters: filtersOf(read, query, translator),
    isNarrowed,
    found: isNarrowed ? t('texts:found', { count: chosen.length }) : t('texts:all'),
    answers: chosen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ reference, text, labels }, at) => ({
      number: format.integer((page - 1) * PAGE_SIZE + at + 1),
      meta: labelNames(read, labels).join(' · '),
      pieces: markFound(text, words),
      quote: `${own}/${reference}?${new URLSearchParams({ zbior: questionnaire.code }).toString()}`,
    })),
    pages:
      last === 1
        ? null
        : {
            text: t('texts:page', { page: format.integer(page), last: format.integer(last) }),
            previous: page === 1 ? null : addressOf({ strona: String(page - 1) }),
            next: page === last ? null : addressOf({ strona: String(page + 1) }),
          },
    files:
      chosen.length === 0
        ? []
        : ['xlsx', 'csv'].map((format_) => ({ text: format_.toUpperCase(), address: addressOf({ format: format_ }) })),
    note: t(field.sensitive ? 'texts:note-sensitive' : 'texts:note', { smallest: evaluation.smallestGroup }),
    isHidden: texts.answers === null,
  };
};

const parametersOf = (query: AnswersQuery, changes: Partial<Record<'strona' | 'format', string>>): string =>
  new URLSearchParams(
    Object.entries({
      zbior: query.zbior,
      szukaj: query.szukaj,
      instytucja: query.instytucja,
      typ: query.typ,
      ...changes,
    }).filter(([, value]) => value !== ''),
  ).toString();

export const countsOf = (
  { evaluation: { smallestGroup }, texts: { answered, asked } }: ReadAnswers,
  { t, format }: Translator,
): string =>
  answered < smallestGroup
    ? t('texts:counts-few', { smallest: smallestGroup })
    : t('texts:counts', { count: answered, asked: format.integer(asked) });

const filtersOf = (read: ReadAnswers, query: AnswersQuery, { t }: Translator): AnswersView['filters'] => {
  const groups = shownGroups(read);
  const optionsOf = (values: ReturnType<typeof shownGroups>['institutions'], chosen: string): readonly Option[] => [
    { value: '', text: t('texts:everyone'), isChosen: chosen === '' },
    ...values.map(({ code, name }) => ({ value: code, text: capitalised(name), isChosen: code === chosen })),
  ];
  return [
    { name: 'instytucja', label: t('texts:institution'), options: optionsOf(groups.institutions, query.instytucja) },
    { name: 'typ', label: t('texts:client-type'), options: optionsOf(groups.clientTypes, query.typ) },
  ].filter(({ options }) => options.length > 1);
};

/** Names of the labels that may be shown, the institution first. */
export const labelNames = (
  { evaluation, questionnaire }: Pick<ReadAnswers, 'evaluation' | 'questionnaire'>,
  { institution, clientType }: Labels,
): readonly string[] => [
  ...(institution === null
    ? []
    : [evaluation.institutions.find(({ code }) => code === institution)?.shortName ?? institution]),
  ...(clientType === null ? [] : [questionnaire.clientTypes.get(clientType) ?? clientType]),
];
