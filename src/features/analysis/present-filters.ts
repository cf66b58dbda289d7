import { NO_FILTER, type NamedValue, type Results, type ResultsFilter } from './domain';
import { addressOf, answerParameter } from './present-address';
import type { Texts } from './present-words';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isSelected: boolean;
}

export interface FilterBar {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly options: readonly Option[] }[];
  /** What the form sends along unchanged. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** Filters that are on; each link drops one. */
  readonly chips: readonly { readonly text: string; readonly href: string; readonly label: string }[];
}

/** The filter form and its chips. The address is the only place where the state of a filter is kept. */
export const presentFilters = (evaluationId: string, results: Results, { t }: Texts): FilterBar => {
  const { filter, subregions, clientTypes } = results;
  const institutions = results.groups.map(({ code, institution }) => ({
    code,
    name: institution?.shortName ?? t('analysis:groups.others'),
  }));
  const field = (name: string, label: string, values: readonly NamedValue[], chosen: string | null) => ({
    name,
    label: t(`analysis:filters.${label}`),
    options: [
      { value: '', text: t('analysis:filters.all'), isSelected: chosen === null },
      ...values.map(({ code, name: text }) => ({ value: code, text, isSelected: code === chosen })),
    ],
  });
  const complete = { code: '1', name: t('analysis:filters.completeOnly') };
  return {
    action: addressOf(evaluationId, NO_FILTER),
    kept: filter.answer === null ? [] : [{ name: 'wybor', value: answerParameter(filter.answer) }],
    fields: [
      field('instytucja', 'institution', institutions, filter.institution),
      field('podregion', 'subregion', subregions, filter.subregion),
      field('typ', 'clientType', clientTypes, filter.clientType),
      field('ukonczone', 'completeness', [complete], filter.completeOnly ? complete.code : null),
    ],
    chips: [
      ...chip(institutions, filter.institution, { ...filter, institution: null }),
      ...chip(subregions, filter.subregion, { ...filter, subregion: null }),
      ...chip(clientTypes, filter.clientType, { ...filter, clientType: null }),
      ...(filter.completeOnly
        ? [{ text: t('analysis:filters.chipComplete'), without: { ...filter, completeOnly: false } }]
        : []),
      ...(results.answer === null
        ? []
        : [{ text: t('analysis:filters.chipAnswer', results.answer), without: { ...filter, answer: null } }]),
    ].map(({ text, without }) => ({
      text,
      href: addressOf(evaluationId, without),
      label: t('analysis:filters.remove', { name: text }),
    })),
  };
};

const chip = (values: readonly NamedValue[], chosen: string | null, without: ResultsFilter) =>
  values.filter(({ code }) => code === chosen).map(({ name }) => ({ text: name, without }));
