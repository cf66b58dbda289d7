import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { presentDataTabs, type TabView } from '../present-data-tabs';
import { dictionaryAddress, variableAddress, withQuery } from './address';
import type { DictionaryQuery } from './inputs';
import { presentEntry, type EntryView } from './present-entry';
import { presentFault } from './present-faults';
import { ORIGIN_KINDS, type Dictionary } from './read-dictionary';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface DictionaryView {
  readonly tabs: readonly TabView[];
  readonly action: string;
  readonly make: string;
  readonly files: readonly { readonly text: string; readonly address: string }[];
  readonly datasets: readonly Option[];
  readonly kinds: readonly Option[];
  readonly origins: readonly Option[];
  readonly words: string;
  readonly summary: string;
  readonly protection: string;
  readonly entries: readonly EntryView[];
  readonly broken: readonly { readonly text: string; readonly link: string; readonly address: string }[];
  readonly deleted: readonly { readonly text: string; readonly address: string }[];
  readonly pages: { readonly text: string; readonly previous: string | null; readonly next: string | null } | null;
  readonly done: string | null;
}

export const presentDictionary = (
  dictionary: Dictionary,
  query: DictionaryQuery,
  translator: Translator,
): DictionaryView => {
  const { t } = translator;
  const { evaluation, datasets, dataset } = dictionary;
  return {
    tabs: presentDataTabs(translator, evaluation.id, 'variables'),
    action: `/badania/${evaluation.id}/zmienne`,
    make: withQuery(`/badania/${evaluation.id}/zmienne/nowa`, { zbior: dataset.code }),
    files: [
      ...(['xlsx', 'csv', 'ksiazka'] as const).map((format) => ({
        text: t(`variables:files.${format}`),
        address: dictionaryAddress(evaluation.id, dataset.code, { format }),
      })),
      ...(
        [
          ['labels', 'etykiety'],
          ['codes', 'kody'],
        ] as const
      ).map(([name, wartosci]) => ({
        text: t(`exports:files.${name}`),
        address: withQuery(`/badania/${evaluation.id}/dane.csv`, { zbior: dataset.code, wartosci }),
      })),
    ],
    datasets: datasets.map(({ code, title }) => ({ value: code, text: title, isChosen: code === dataset.code })),
    kinds: optionsOf(['category', 'set', 'number', 'text'], 'kind', query.rodzaj, translator),
    origins: optionsOf(ORIGIN_KINDS, 'origin', query.pochodzenie, translator),
    words: query.q,
    summary: summaryOf(dictionary, translator),
    protection: t('variables:protection', { smallest: evaluation.smallestGroup }),
    entries: dictionary.entries.map((entry) => presentEntry(entry, dictionary, translator)),
    broken: dictionary.broken.map(({ change, fault }) => ({
      text: `${change.name}. ${change.label}: ${presentFault(fault, translator)}`,
      link: t('variables:broken.open', { name: change.name }),
      address: variableAddress(evaluation.id, dataset.code, change.name),
    })),
    deleted: dictionary.deleted.map(({ name, label, at, by }) => ({
      text: t('variables:deleted.item', { name, label, day: translator.format.day(dayOf(at)), by: by.name }),
      address: variableAddress(evaluation.id, dataset.code, name),
    })),
    pages: pagesOf(dictionary, query, translator),
    done: query.po === undefined ? null : t('variables:afterDeletion'),
  };
};

const optionsOf = (
  values: readonly string[],
  what: 'kind' | 'origin',
  chosen: string,
  { t }: Translator,
): readonly Option[] => [
  { value: '', text: t('variables:filters.all'), isChosen: chosen === '' },
  ...values.map((value) => ({ value, text: t(`variables:${what}.${value}`), isChosen: value === chosen })),
];

const summaryOf = ({ evaluation, dataset, found, all }: Dictionary, { t, format }: Translator): string => {
  const { set, dataCut } = dataset;
  const people =
    dataCut === null || set.n === 0
      ? t('variables:nobody')
      : set.n < evaluation.smallestGroup
        ? t('variables:respondentsFew', { smallest: evaluation.smallestGroup })
        : t('variables:respondents', { n: format.integer(set.n), day: format.day(dataCut) });
  return `${t('variables:found', { count: found, all: format.integer(all) })} ${people}`;
};

const pagesOf = (
  { evaluation, dataset, pages }: Dictionary,
  { q, rodzaj, pochodzenie, strona }: DictionaryQuery,
  { t }: Translator,
): DictionaryView['pages'] => {
  if (pages < 2) return null;
  const page = Math.min(strona, pages);
  const address = (wanted: number): string =>
    dictionaryAddress(evaluation.id, dataset.code, { q, rodzaj, pochodzenie, strona: String(wanted) });
  return {
    text: t('variables:page', { page, pages }),
    previous: page > 1 ? address(page - 1) : null,
    next: page < pages ? address(page + 1) : null,
  };
};
