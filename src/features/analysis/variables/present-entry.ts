import { capitalised, type Translator } from '../../../platform/i18n';
import type { DisclosedCounts } from '../domain/dictionary/disclose-counts';
import { variableAddress } from './address';
import { originOf, type Dictionary } from './read-dictionary';

export interface CountView {
  readonly code: string;
  readonly label: string;
  readonly n: string;
  readonly isHidden: boolean;
}

export interface EntryView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly about: string;
  readonly bases: string;
  readonly badges: readonly { readonly text: string; readonly tone: string; readonly icon: string }[];
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly answers: readonly CountView[];
  readonly isSet: boolean;
  readonly missing: readonly CountView[];
  readonly links: readonly { readonly text: string; readonly address: string }[];
}

export const MISSING_CODES = [95, 96, 97, 98, 99] as const;

type Entry = Dictionary['entries'][number];

export const presentEntry = (entry: Entry, { evaluation, dataset }: Dictionary, translator: Translator): EntryView => {
  const { t } = translator;
  const { name, kind, level, categories, counts, origin } = entry;
  const plain = name === entry.label;
  return {
    id: `z-${name}`,
    name: plain ? capitalised(name) : name,
    label: plain ? '' : entry.label,
    about: [t(`variables:kind.${kind}`), t(`variables:level.${level}`), t(`variables:origin.${originOf(entry)}`)].join(
      ' · ',
    ),
    bases: basesOf(counts, translator),
    badges: badgesOf(entry, translator),
    facts: factsOf(entry, translator),
    answers: categories.map(({ code, label, missing }, at) => ({
      code,
      label: missing === null ? label : t('variables:chosenMissing', { label, code: missing }),
      ...countView(counts.categories[at], translator),
    })),
    isSet: kind === 'set',
    missing: presentMissing(counts, translator),
    links: [
      ...(origin?.kind === 'derived'
        ? [{ text: t('variables:open'), address: variableAddress(evaluation.id, dataset.code, name) }]
        : []),
      ...(kind === 'text' || level === 'weight'
        ? []
        : [
            {
              text: t('variables:inTable'),
              address: `/badania/${evaluation.id}/tabele?${new URLSearchParams({ zbior: dataset.code, wiersze: name }).toString()}`,
            },
          ]),
    ],
  };
};

export const countView = (
  count: number | null | undefined,
  { t, format }: Translator,
): Pick<CountView, 'n' | 'isHidden'> =>
  count === null || count === undefined
    ? { n: t('variables:base.hidden'), isHidden: true }
    : { n: format.integer(count), isHidden: false };

/** States that somebody is in; the others are not worth a line. */
export const presentMissing = (counts: DisclosedCounts, translator: Translator): readonly CountView[] =>
  MISSING_CODES.flatMap((code, at) => {
    const count = counts.states[at] ?? null;
    if (count === 0) return [];
    const label = translator.t(`variables:state.${code}`);
    return [{ code: String(code), label, ...countView(count, translator) }];
  });

const basesOf = (counts: DisclosedCounts, { t, format }: Translator): string => {
  const shown = (count: number | null): string => (count === null ? t('variables:base.hidden') : format.integer(count));
  const { answeredWithin } = counts;
  const answered =
    answeredWithin === null
      ? shown(counts.answered)
      : t('variables:base.within', {
          least: format.integer(answeredWithin.least),
          most: format.integer(answeredWithin.most),
        });
  return [
    t('variables:base.asked', { n: shown(counts.asked) }),
    t('variables:base.answered', { n: answered }),
    t('variables:base.all', { n: shown(counts.all) }),
  ].join(' · ');
};

const badgesOf = ({ origin, sensitive }: Entry, { t }: Translator): EntryView['badges'] => [
  ...(origin?.kind === 'derived' || origin?.kind === 'weight'
    ? [
        {
          text: t(`variables:badge.${origin.kind}`, { version: origin.version }),
          tone: 'badge-info',
          icon: 'git-branch',
        },
      ]
    : []),
  ...(sensitive === true ? [{ text: t('variables:badge.sensitive'), tone: 'badge-warn', icon: 'lock' }] : []),
];

const factsOf = ({ origin, versions }: Entry, { t }: Translator): EntryView['facts'] => {
  const fact = (name: string, text: string | null | undefined) =>
    text === null || text === undefined || text === '' ? [] : [{ name: t(`variables:fact.${name}`), text }];
  if (origin?.kind === 'derived') return fact('from', origin.from.join(', '));
  if (origin?.kind !== 'item') return [];
  return [
    ...fact('wording', origin.wording),
    ...fact('row', origin.row),
    ...fact('scale', origin.scale),
    ...fact('criterion', origin.criterion === null ? null : t(`bank:criterion.${origin.criterion}`)),
    ...fact('comparison', origin.comparisonCode),
    ...fact('versions', versions.join(', ')),
  ];
};
