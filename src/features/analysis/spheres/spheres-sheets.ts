import type { Translator } from '../../../platform/i18n';
import type { WrittenCell, WrittenSheet } from '../../../platform/spreadsheet';
import type { Agreement, DisclosedSpheres, ShownGroup, ShownSphere } from '../domain/spheres';
import type { Spheres } from './read-spheres';

type Row = readonly (string | number)[];

/** For spreadsheets: rankings, agreement and differences as real numbers, and a sheet that says what they are. */
export const spheresSheets = (read: Spheres, translator: Translator): readonly WrittenSheet[] => [
  ...partsOf(read, translator).map(({ name, rows }) => ({
    name,
    headerRows: 1,
    widths: [44, 44, ...(rows[0] ?? []).slice(2).map(() => 13)],
    rows: rows.map((row) => row.map((cell): WrittenCell => (cell === '' ? null : cell))),
  })),
  { name: translator.t('spheres:file.about'), widths: [28, 90], rows: aboutOf(read, translator) },
];

/** The same as one list of rows, for CSV. */
export const spheresRows = (read: Spheres, translator: Translator): readonly Row[] => [
  ...aboutOf(read, translator),
  ...partsOf(read, translator).flatMap(({ name, rows }): readonly Row[] => [[], [name], ...rows]),
];

const partsOf = ({ spheres }: Spheres, translator: Translator) => {
  if (spheres === null) return [];
  const { t } = translator;
  return [
    { name: t('spheres:file.ranking'), rows: rankingRows(spheres, translator) },
    { name: t('spheres:file.agreement'), rows: agreementRows(spheres, translator) },
    { name: t('spheres:file.differences'), rows: differenceRows(spheres, translator) },
  ];
};

const heads = (names: readonly string[], { t }: Translator): Row => names.map((name) => t(`spheres:file.${name}`));

const RANKING = [
  'group',
  'sphere',
  'n',
  'points',
  'low',
  'high',
  'firstPlace',
  'lastPlace',
  'any',
  'anyShare',
  'low',
  'high',
  'first',
  'firstShare',
  'low',
  'high',
];

const rankingRows = (spheres: DisclosedSpheres, translator: Translator): readonly Row[] => [
  heads(RANKING, translator),
  ...spheres.groups.flatMap((group) => groupRows(group, spheres, translator)),
];

const groupRows = (group: ShownGroup, { spheres }: DisclosedSpheres, { t }: Translator): readonly Row[] => {
  const name = t(`spheres:group.${group.group}.name`);
  const hidden = t('spheres:file.hidden');
  switch (group.level) {
    case 'missing':
    case 'hidden':
      return [[name, t(`spheres:file.${group.level}`)]];
    case 'counts':
      return group.spheres.map((counted, at) => [
        name,
        spheres[at]?.label ?? '',
        group.n,
        ...['', '', '', '', ''],
        counted?.any ?? hidden,
      ]);
    case 'estimates':
      return group.spheres.map((sphere, at) => [
        name,
        spheres[at]?.label ?? '',
        group.n,
        ...(sphere === null ? [hidden] : estimatesOf(sphere, hidden)),
      ]);
  }
};

const estimatesOf = ({ borda, interval, places, any, first }: ShownSphere, hidden: string): Row => [
  borda,
  interval?.low ?? '',
  interval?.high ?? '',
  places?.first ?? '',
  places?.last ?? '',
  ...[any, first].flatMap((share): Row =>
    share === null
      ? [hidden, '', '', '']
      : [share.count, share.share, share.interval?.low ?? '', share.interval?.high ?? ''],
  ),
];

const agreementRows = ({ agreement, groups }: DisclosedSpheres, translator: Translator): readonly Row[] => {
  const { t } = translator;
  const row = (name: string, found: Agreement | null): Row =>
    found === null
      ? [name, t('spheres:agreement.none')]
      : [name, '', found.rankings, found.spheres, found.w, found.chiSquare, found.df, found.p];
  return [
    heads(['group', 'remark', 'rankings', 'spheresCount', 'w', 'chiSquare', 'df', 'p'], translator),
    row(t('spheres:agreement.between'), agreement),
    ...groups.flatMap((group) =>
      group.level === 'estimates' ? [row(t(`spheres:group.${group.group}.name`), group.agreement)] : [],
    ),
  ];
};

const differenceRows = ({ differences, spheres }: DisclosedSpheres, translator: Translator): readonly Row[] => [
  heads(['sphere', 'groups', 'difference', 'low', 'high', 'p', 'adjustedP'], translator),
  ...differences.map(({ sphere, groups, difference, interval, p, adjustedP }): Row => [
    spheres.find(({ code }) => code === sphere)?.label ?? sphere,
    groups.map((group) => translator.t(`spheres:group.${group}.name`)).join(' − '),
    difference,
    interval.low,
    interval.high,
    p,
    adjustedP,
  ]),
];

const aboutOf = (
  { evaluation, dataCut, spheres }: Spheres,
  { t, format }: Translator,
): readonly (readonly string[])[] => {
  const row = (name: string, text: string): readonly string[] => [t(`spheres:file.${name}`), text];
  return [
    row('study', evaluation.title),
    row('state', t(`spheres:file.states.${evaluation.resultState}`)),
    row('cut', dataCut === null ? '' : format.day(dataCut)),
    row('method', t('spheres:file.methodText', { most: spheres?.most ?? 0 })),
    ...(spheres?.groups.some(({ origin }) => origin === 'meeting') === true
      ? [row('experts', t('spheres:file.expertsText'))]
      : []),
    row('weight', t('spheres:file.unweighted')),
    row('protection', t('spheres:foot.hidden', { smallest: evaluation.smallestGroup })),
    ...(evaluation.demonstration ? [row('demonstration', t('spheres:file.demonstrationText'))] : []),
  ];
};
