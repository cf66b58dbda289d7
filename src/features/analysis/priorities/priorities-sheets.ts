import type { Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import type { DisclosedDrivers, DisclosedPairs, ShownAspect } from '../domain/priorities';
import type { PrioritiesQuery } from './inputs';
import type { Priorities } from './read-priorities';

type Row = readonly (string | number)[];

/** For spreadsheets: gaps and drivers as real numbers, and a sheet that says what they are. */
export const prioritiesSheets = (
  read: Priorities,
  query: PrioritiesQuery,
  translator: Translator,
): readonly WrittenSheet[] => {
  const { t } = translator;
  return [
    ...partsOf(read, translator).map(({ name, rows }) => ({
      name,
      headerRows: 1,
      widths: [48, ...rows.slice(0, 1).flatMap((row) => row.slice(1).map(() => 14))],
      rows: rows.map((row) => row.map((cell): WrittenCell => (cell === '' ? null : cell))),
    })),
    { name: t('priorities:file.about'), widths: [28, 90], rows: aboutOf(read, query, translator) },
  ];
};

/** The same as one list of rows, for CSV. */
export const prioritiesRows = (read: Priorities, query: PrioritiesQuery, translator: Translator): readonly Row[] => [
  ...aboutOf(read, query, translator),
  ...partsOf(read, translator).flatMap(({ name, rows }): readonly Row[] => [[], [name], ...rows]),
];

const partsOf = ({ pairs, drivers }: Priorities, translator: Translator) => [
  ...(pairs === null ? [] : [{ name: translator.t('priorities:file.gaps'), rows: gapRows(pairs, translator) }]),
  ...(drivers === null
    ? []
    : [{ name: translator.t('priorities:file.drivers'), rows: driverRows(drivers, translator) }]),
];

const heads = (names: readonly string[], { t }: Translator): Row => names.map((name) => t(`priorities:file.${name}`));

const gapRows = ({ aspects }: DisclosedPairs, translator: Translator): readonly Row[] => [
  heads(
    [
      'aspect',
      'n',
      'weighted',
      'importance',
      'low',
      'high',
      'performance',
      'low',
      'high',
      'gap',
      'low',
      'high',
      'p',
      'adjustedP',
      'quadrant',
    ],
    translator,
  ),
  ...aspects.map((aspect) => gapRow(aspect, translator)),
];

const gapRow = (aspect: ShownAspect, { t }: Translator): Row => {
  if (aspect.kind === 'hidden') return [aspect.label, t('priorities:file.hidden')];
  if (aspect.kind === 'few') return [aspect.label, aspect.n, t('priorities:file.few')];
  const { importance, performance, gap } = aspect;
  const estimates = [importance, performance, gap].flatMap(({ mean, interval }): Row => [
    mean,
    interval?.low ?? '',
    interval?.high ?? '',
  ]);
  const quadrant = aspect.quadrant === null ? '' : t(`priorities:quadrant.${aspect.quadrant}`);
  return [aspect.label, aspect.n, aspect.weighted, ...estimates, gap.p ?? '', aspect.adjustedP ?? '', quadrant];
};

const driverRows = (drivers: DisclosedDrivers, translator: Translator): readonly Row[] => {
  const { t } = translator;
  if (drivers.kind !== 'found') return [[t('priorities:file.hidden')]];
  return [
    heads(
      [
        'factor',
        'firstPlace',
        'lastPlace',
        'share',
        'low',
        'high',
        'lmg',
        'johnson',
        'correlation',
        'beta',
        'performance',
        'answered',
      ],
      translator,
    ),
    ...drivers.drivers.map((driver): Row => [
      driver.label,
      driver.places.first,
      driver.places.last,
      driver.lmgPercent,
      driver.interval?.low ?? '',
      driver.interval?.high ?? '',
      driver.lmg,
      driver.relativeWeightPercent,
      driver.correlation,
      driver.standardisedCoefficient,
      driver.rating.mean,
      driver.answered,
    ]),
    [t('priorities:file.r2'), drivers.r2],
    [t('priorities:file.n'), drivers.base.n],
  ];
};

const aboutOf = (read: Priorities, query: PrioritiesQuery, { t }: Translator): readonly (readonly string[])[] => {
  const { evaluation, dataset, institution, pairs, drivers } = read;
  const row = (name: string, text: string): readonly string[] => [t(`priorities:file.${name}`), text];
  return [
    row('study', evaluation.title),
    row('state', t(`priorities:file.states.${evaluation.resultState}`)),
    row('dataset', dataset.title),
    row('cut', dataset.dataCut ?? ''),
    row('institution', institution?.name ?? t('priorities:institutions.all')),
    row('filter', query.filtr.map(({ variable, codes }) => `${variable}: ${codes.join(', ')}`).join('; ')),
    row('weight', query.waga === '' ? t('priorities:form.unweighted') : query.waga),
    row('method', t(pairs === null ? 'priorities:file.methodDerived' : 'priorities:file.methodStated')),
    ...(drivers === null ? [] : [row('driverMethod', t('priorities:drivers.warning'))]),
    row('protection', t('priorities:gaps.hidden', { smallest: evaluation.smallestGroup })),
    ...(evaluation.demonstration ? [row('demonstration', t('priorities:file.demonstrationText'))] : []),
  ];
};
