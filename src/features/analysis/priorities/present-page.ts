import type { Translator } from '../../../platform/i18n';
import { drawMap, type DisclosedDrivers, type DisclosedPairs, type ImportanceMap } from '../domain/priorities';
import { doorOfTable } from '../finding-door';
import { addressOf } from './address';
import type { PrioritiesQuery } from './inputs';
import { presentDrivers, type DriversView } from './present-drivers';
import { LEVEL, presentGaps, type GapsView } from './present-gaps';
import { presentMap, type MapView, type MapWords } from './present-map';
import type { Priorities } from './read-priorities';
import { intervalText, nText, percentRange } from './words';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

interface Link {
  readonly text: string;
  readonly address: string;
  readonly isCurrent: boolean;
}

export interface PrioritiesView {
  readonly lead: string;
  readonly files: readonly Link[];
  /** The table of importance and rating; null where importance was not asked. */
  readonly door: string | null;
  readonly tabs: readonly Link[];
  readonly action: string;
  readonly datasets: readonly Option[];
  readonly weights: readonly Option[];
  readonly filters: readonly { readonly name: string; readonly label: string; readonly options: readonly Option[] }[];
  readonly outcomes: readonly Option[];
  readonly factors: readonly Option[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly institutions: readonly Link[];
  readonly notices: readonly string[];
  readonly isMap: boolean;
  readonly map: MapView | null;
  readonly gaps: GapsView | null;
  readonly drivers: DriversView | null;
  readonly empty: { readonly title: string; readonly text: string } | null;
}

/** The gap itself is of pairs of answers, which no table has: importance and rating come as they are. */
const doorOf = (
  { evaluation, dataset, pairs, institutions }: Priorities,
  { filtr, waga }: PrioritiesQuery,
): string | null =>
  pairs === null
    ? null
    : doorOfTable(evaluation.id, {
        dataset: dataset.code,
        rows: [pairs.questions.importance.code, pairs.questions.performance.code],
        columns: institutions.length > 0 ? ['instytucja'] : [],
        filter: filtr,
        weight: waga === '' ? null : waga,
      });

export const presentPriorities = (read: Priorities, query: PrioritiesQuery, translator: Translator): PrioritiesView => {
  const { t } = translator;
  const path = `/badania/${read.evaluation.id}/waznosc`;
  const isMap = query.widok === 'mapa';
  const derived = read.pairs === null ? derivedMap(read.drivers) : null;
  const map = isMap ? mapOf(read, derived, translator) : null;
  const showsDrivers = !isMap || (read.pairs === null && read.drivers?.kind === 'found');
  return {
    lead: leadOf(read, isMap, translator),
    files: ['xlsx', 'csv', 'json'].map((format) => ({
      text: format.toUpperCase(),
      address: addressOf(path, query, { format }),
      isCurrent: false,
    })),
    door: doorOf(read, query),
    tabs: (['mapa', 'czynniki'] as const).map((widok) => ({
      text: t(`priorities:tabs.${widok}`),
      address: addressOf(path, query, { widok }),
      isCurrent: query.widok === widok,
    })),
    action: path,
    ...formOf(read, query, translator),
    institutions: institutionLinks(read, query, path, translator),
    notices: noticesOf(read, { isMap, derived }, translator),
    isMap,
    map,
    gaps: isMap && read.pairs !== null ? presentGaps(read.pairs, translator) : null,
    drivers: showsDrivers ? presentDrivers(read.drivers, translator) : null,
    empty: isMap && map === null ? emptyMap(read, translator) : null,
  };
};

/** Importance that nobody was asked about: shares of what is explained, with the ratings of the same respondents. */
export const derivedMap = (drivers: DisclosedDrivers | null): ImportanceMap | null =>
  drivers?.kind === 'found' && drivers.test.p < LEVEL
    ? drawMap(
        drivers.drivers.map(({ label, lmgPercent, interval, rating }) => ({
          label,
          importance: { mean: lmgPercent, interval },
          performance: rating,
        })),
      )
    : null;

const mapOf = (
  { pairs, drivers }: Priorities,
  derived: ImportanceMap | null,
  translator: Translator,
): MapView | null => {
  const map = pairs === null ? derived : pairs.map;
  if (map === null) return null;
  const view = presentMap(map, pairs === null ? derivedWords(translator) : statedWords(translator), translator);
  return { ...view, foot: `${view.foot} ${nText(basesOf(pairs, drivers), translator)}.` };
};

/** People behind the points of the map. */
const basesOf = (pairs: DisclosedPairs | null, drivers: DisclosedDrivers | null): readonly number[] => {
  if (pairs !== null) return pairs.aspects.flatMap((aspect) => (aspect.kind === 'shown' ? [aspect.n] : []));
  return drivers?.kind === 'found' ? [drivers.base.n] : [];
};

const RATING = { step: 0.5, least: 0, most: 10 };
const SHARE = { step: 10, least: 0, most: 100 };

const statedWords = (translator: Translator): MapWords => {
  const importance = (value: number): string => translator.format.decimal(value, 2);
  return {
    kind: 'stated',
    importance,
    importanceRange: (interval) => intervalText(interval, translator, importance),
    scales: { importance: RATING, performance: RATING },
  };
};

const derivedWords = (translator: Translator): MapWords => ({
  kind: 'derived',
  importance: (value) => translator.format.percent(value / 100, 0),
  importanceRange: (interval) => percentRange(interval, translator),
  scales: { importance: SHARE, performance: RATING },
});

const leadOf = ({ pairs, drivers }: Priorities, isMap: boolean, translator: Translator): string => {
  const { t } = translator;
  if (!isMap || pairs === null)
    return t('priorities:lead.drivers', {
      outcome:
        drivers !== null && drivers.kind !== 'hidden' ? drivers.base.outcome.label : t('priorities:lead.overall'),
    });
  const ns = pairs.aspects.flatMap((aspect) => (aspect.kind === 'hidden' ? [] : [aspect.n]));
  const { importance, performance } = pairs.questions;
  const questions = { importance: importance.code, performance: performance.code };
  return ns.length === 0
    ? t('priorities:lead.pairsHidden', questions)
    : t('priorities:lead.pairs', { ...questions, n: nText(ns, translator) });
};

const formOf = (read: Priorities, query: PrioritiesQuery, { t }: Translator) => {
  const chosen = (wanted: string, choices: readonly { readonly name: string; readonly label: string }[]) =>
    choices.map(({ name, label }) => ({ value: name, text: nameAnd(name, label), isChosen: name === wanted }));
  const { drivers } = read;
  const base = drivers !== null && drivers.kind !== 'hidden' ? drivers.base : null;
  const factors = new Set(base?.drivers.map(({ name }) => name) ?? query.czynniki);
  return {
    datasets: read.datasets.map(({ code, title }) => ({
      value: code,
      text: title,
      isChosen: code === read.dataset.code,
    })),
    weights: [
      { value: '', text: t('priorities:form.unweighted'), isChosen: query.waga === '' },
      ...chosen(query.waga, read.weights),
    ],
    filters: read.filters.map(({ variable, values }) => {
      const codes = query.filtr.find((one) => one.variable === variable)?.codes.join(',') ?? '';
      return {
        name: variable,
        label: t(`priorities:form.${variable}`),
        options: [
          { value: '', text: t('priorities:form.all'), isChosen: codes === '' },
          ...values.map(({ name, label }) => ({
            value: `${variable}:${name}`,
            text: label,
            isChosen: codes === name,
          })),
        ],
      };
    }),
    outcomes: chosen(base?.outcome.name ?? query.wynik, read.measured),
    factors: read.measured.map(({ name, label }) => ({
      value: name,
      text: nameAnd(name, label),
      isChosen: factors.has(name),
    })),
    kept: [
      ...(query.widok === 'mapa' ? [] : [{ name: 'widok', value: query.widok }]),
      ...(query.instytucja === '' ? [] : [{ name: 'instytucja', value: query.instytucja }]),
      ...query.filtr
        .filter(({ variable }) => !read.filters.some((one) => one.variable === variable))
        .map(({ variable, codes }) => ({ name: 'filtr', value: `${variable}:${codes.join(',')}` })),
    ],
  };
};

const nameAnd = (name: string, label: string): string => (name === label ? label : `${name}. ${label}`);

const institutionLinks = (
  { institutions, institution }: Priorities,
  query: PrioritiesQuery,
  path: string,
  { t }: Translator,
): readonly Link[] => {
  const offered = institutions.filter(({ isHidden }) => !isHidden);
  if (offered.length === 0 && institution === null) return [];
  return [
    {
      text: t('priorities:institutions.all'),
      address: addressOf(path, query, { instytucja: '' }),
      isCurrent: institution === null,
    },
    ...offered.map(({ code, name }) => ({
      text: name,
      address: addressOf(path, query, { instytucja: code }),
      isCurrent: code === institution?.code,
    })),
  ];
};

const noticesOf = (
  { pairs, institutions, evaluation, drivers }: Priorities,
  { isMap, derived }: { readonly isMap: boolean; readonly derived: ImportanceMap | null },
  { t }: Translator,
): readonly string[] => {
  const hidden = institutions.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return [
    ...(isMap && pairs === null && derived !== null && drivers?.kind === 'found'
      ? [t('priorities:notice.derived', { outcome: drivers.base.outcome.label })]
      : []),
    ...(hidden.length > 0 && hidden.length < institutions.length
      ? [t('priorities:notice.hidden', { list: hidden.join(', '), smallest: evaluation.smallestGroup })]
      : []),
  ];
};

const emptyMap = ({ pairs, drivers, evaluation }: Priorities, translator: Translator) => {
  const { t } = translator;
  const of = (name: string) => ({
    title: t(`priorities:empty.${name}.title`),
    text: t(`priorities:empty.${name}.text`, { smallest: evaluation.smallestGroup }),
  });
  if (pairs !== null) return of(pairs.aspects.every(({ kind }) => kind !== 'shown') ? 'few' : 'one');
  const refused = presentDrivers(drivers, translator);
  if (refused.kind === 'found' && refused.isNoise)
    return {
      title: t('priorities:empty.no-pairs.title'),
      text: t('priorities:empty.no-pairs.text', { why: refused.test }),
    };
  return refused.kind === 'empty'
    ? { title: t('priorities:empty.no-pairs.title'), text: t('priorities:empty.no-pairs.text', { why: refused.text }) }
    : of('one');
};
