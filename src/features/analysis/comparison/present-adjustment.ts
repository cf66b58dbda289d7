import { capitalised } from '../../../platform/i18n';
import type { AdjustedContrast, Adjustment, DisclosedDepth } from '../domain/comparison';
import { intervalText } from './present-depth';
import type { TableView } from './present-overview';
import { estimateText } from './present-plot';
import { pText, signedText, variableText, type Words } from './words';

/** Raw and adjusted results side by side. */
export interface AdjustmentView {
  readonly used: string | null;
  readonly unused: readonly string[];
  readonly pooled: readonly string[];
  /** Null where nothing could be adjusted. */
  readonly groups: TableView | null;
  readonly contrasts: TableView | null;
  /** Whether the adjusted comparison says something else. */
  readonly verdict: {
    readonly tone: 'note-warn' | 'note-ok' | 'note-info';
    readonly icon: string;
    readonly text: string;
  };
  readonly method: string;
}

export const presentAdjustment = ({ item, adjustment }: DisclosedDepth, words: Words): AdjustmentView | null => {
  if (adjustment === null) return null;
  const { t } = words;
  const { results, used, unused } = adjustment;
  return {
    used:
      used.length === 0
        ? null
        : t('comparison:adjusted.used', {
            names: used.map(({ label, variable }) => variableText(variable, label, words)).join('; '),
          }),
    unused: [
      ...(adjustment.notAsked.length === 0 || results === null
        ? []
        : [t('comparison:adjusted.without', { names: adjustment.notAsked.map(words.nameOf).join(', ') })]),
      ...unused.map(({ label, variable, reason }) =>
        t(`comparison:adjusted.unused.${reason}`, { name: variableText(variable, label, words) }),
      ),
    ],
    pooled: used.flatMap(({ pooled, variable, label }) =>
      pooled.length === 0
        ? []
        : [
            t('comparison:adjusted.pooled', {
              name: variableText(variable, label, words),
              categories: pooled.join(', '),
            }),
          ],
    ),
    groups: results === null ? null : groupsTable(item, results, words),
    contrasts: results === null ? null : contrastsTable(item, results.contrasts, words),
    verdict: verdictOf(adjustment, words),
    method: t('comparison:adjusted.method'),
  };
};

const verdictOf = ({ results }: Adjustment, { t, nameOf }: Words): AdjustmentView['verdict'] => {
  if (results === null) return { tone: 'note-info', icon: 'info', text: t('comparison:adjusted.none') };
  const other = results.contrasts.filter(({ disagrees }) => disagrees);
  if (other.length === 0) return { tone: 'note-ok', icon: 'circle-check', text: t('comparison:adjusted.agrees') };
  const pairs = other.map(({ first, second }) =>
    t('comparison:overlap.pair', { first: nameOf(first), second: nameOf(second) }),
  );
  return {
    tone: 'note-warn',
    icon: 'triangle-alert',
    text: t('comparison:adjusted.disagrees', { pairs: pairs.join('; ') }),
  };
};

const groupsTable = (
  { about, groups }: DisclosedDepth['item'],
  results: NonNullable<Adjustment['results']>,
  words: Words,
): TableView => {
  const { t } = words;
  const adjusted = new Map(results.groups.map((group) => [group.code, group]));
  return {
    label: t('comparison:adjusted.groups'),
    head: ['group', 'raw', 'adjusted'].map((name) => t(`comparison:adjusted.head.${name}`)),
    rows: groups.flatMap((group) => {
      const found = adjusted.get(group.code);
      if (!group.seen || found === undefined) return [];
      const { value, interval, n } = found;
      return [
        {
          label: capitalised(group.label),
          cells: [
            estimateText(group.estimate, about.kind, words),
            value === null
              ? t('comparison:undefined')
              : estimateText({ ...group.estimate, value, interval, n }, about.kind, words),
          ],
        },
      ];
    }),
  };
};

const contrastsTable = (
  { about, contrasts }: DisclosedDepth['item'],
  adjusted: readonly AdjustedContrast[],
  words: Words,
): TableView => {
  const { t, nameOf } = words;
  const differenceText = (difference: number, interval: AdjustedContrast['interval'] | null): string =>
    t('comparison:adjusted.difference', {
      difference: signedText(about.kind, difference, words),
      interval: intervalText(about.kind, interval, words) ?? t('comparison:undefined'),
    });
  return {
    label: t('comparison:adjusted.contrasts'),
    head: ['pair', 'rawDifference', 'rawP', 'adjustedDifference', 'p'].map((name) =>
      t(`comparison:adjusted.head.${name}`),
    ),
    rows: adjusted.flatMap(({ first, second, difference, interval, adjustedP, rawP }) => {
      const raw = contrasts.find((one) => one.first === first && one.second === second)?.found;
      if (raw === undefined || raw === null) return [];
      return [
        {
          label: t('comparison:overlap.pair', { first: nameOf(first), second: nameOf(second) }),
          cells: [
            differenceText(raw.difference, raw.interval),
            pText(rawP, words),
            differenceText(difference, interval),
            pText(adjustedP, words),
          ],
        },
      ];
    }),
  };
};
