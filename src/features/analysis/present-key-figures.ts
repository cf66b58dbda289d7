import type { Disclosed, Distribution, KeyFigures, Noticed } from './domain';
import type { TileChange } from './present-change';
import { shortNotices } from './present-notices';
import { hiddenText, nText, shareInterval, signedInterval, type Words } from './present-words';

/** A number that stands first, with what one must know to read it. */
export interface KeyFigureTile {
  readonly id: 'ocena' | 'nps' | 'miejsca-pracy' | 'koordynacja';
  readonly label: string;
  readonly figure: string;
  /** Interval and n; the reason where the number is hidden. */
  readonly context: readonly string[];
  /** Unrounded; null when hidden or not defined. */
  readonly value: number | null;
  /** Since an earlier wave; absent where nothing can be said of it. */
  readonly change?: TileChange;
}

/** The tiles in their order; a tile whose question is not asked is left out. */
export const presentKeyFigures = (figures: KeyFigures, words: Words): readonly KeyFigureTile[] => {
  const { overallRating, recommendation, remainingJobs, coordination, notices } = figures;
  const flagged = (made: KeyFigureTile, noticed: Noticed): KeyFigureTile => ({
    ...made,
    context: [...made.context, ...shortNotices(noticed, words)],
  });
  return [
    ...(overallRating === null ? [] : [flagged(agreementTile('ocena', overallRating, words), notices.overallRating)]),
    ...(recommendation === null
      ? []
      : [
          flagged(
            tile('nps', recommendation, words, ({ score, interval }) => ({
              value: score,
              text: score === null ? null : words.format.signed(score),
              interval: interval && signedInterval(words, interval),
            })),
            notices.recommendation,
          ),
        ]),
    ...(remainingJobs === null
      ? []
      : [
          flagged(
            tile('miejsca-pracy', remainingJobs, words, ({ ratio, interval }) => ({
              value: ratio,
              text: ratio === null ? null : words.format.percent(ratio),
              interval: interval && shareInterval(words, interval),
            })),
            notices.remainingJobs,
          ),
        ]),
    ...(coordination === null
      ? []
      : [flagged(agreementTile('koordynacja', coordination, words), notices.coordination)]),
  ];
};

const agreementTile = (id: KeyFigureTile['id'], result: Distribution, words: Words): KeyFigureTile => {
  const made = tile(id, result, words, ({ top }) => ({
    value: top?.share ?? null,
    text: top?.share == null ? null : words.format.percent(top.share),
    interval: top?.interval ? shareInterval(words, top.interval) : null,
  }));
  const mean = result.level === 'estimates' ? (result.estimates.mean?.mean ?? null) : null;
  if (mean === null) return made;
  return {
    ...made,
    context: [...made.context, words.t('analysis:keyFigures.mean', { mean: words.format.decimal(mean) })],
  };
};

interface Shown {
  readonly value: number | null;
  readonly text: string | null;
  readonly interval: string | null;
}

const tile = <Counts, Estimates>(
  id: KeyFigureTile['id'],
  result: Disclosed<Counts, Estimates>,
  words: Words,
  show: (estimates: Estimates) => Shown,
): KeyFigureTile => {
  const { t } = words;
  const label = t(`analysis:keyFigures.${id}`);
  if (result.level === 'hidden') return { id, label, figure: '–', context: [hiddenText(words)], value: null };
  const n = nText(words, result.n);
  if (result.level === 'counts') return { id, label, figure: '–', context: [n, t('analysis:few.short')], value: null };
  const { value, text, interval } = show(result.estimates);
  const base = interval === null ? n : t('analysis:keyFigures.interval', { interval, n });
  const warning = result.hasSmallBase ? [t('analysis:notes.smallBase')] : [];
  return { id, label, figure: text ?? '–', context: [base, ...warning], value };
};
