import type { KeyChange, KeyChanges, KeyFigureName } from './domain';
import type { KeyFigureTile } from './present-key-figures';
import { signedInterval, type Texts } from './present-words';

/** What became of a key figure since an earlier wave: `▲ 5 pp od fali „2024” (przedział …), różnica nieistotna`. */
export interface TileChange {
  /** Absent where nothing is compared. */
  readonly delta: { readonly direction: 'up' | 'down' | 'same'; readonly icon: string; readonly text: string } | null;
  readonly text: string;
}

const NAMES: Readonly<Record<KeyFigureTile['id'], KeyFigureName>> = {
  ocena: 'overallRating',
  nps: 'recommendation',
  'miejsca-pracy': 'remainingJobs',
  koordynacja: 'coordination',
};

/** Tiles with their changes; without an earlier wave each says that there is none. */
export const withChanges = (
  tiles: readonly KeyFigureTile[],
  changes: KeyChanges | null,
  texts: Texts,
): readonly KeyFigureTile[] =>
  tiles.map((tile) => {
    if (changes === null) return { ...tile, change: { delta: null, text: texts.t('analysis:change.none') } };
    const change = changes[NAMES[tile.id]];
    return change === undefined ? tile : { ...tile, change: presentChange(change, tile.id === 'nps', texts) };
  });

const presentChange = (change: KeyChange, isBalance: boolean, texts: Texts): TileChange => {
  const { t, format } = texts;
  const { wave } = change;
  switch (change.kind) {
    case 'not-asked':
      return { delta: null, text: t('analysis:change.not-asked', { wave }) };
    case 'few':
      return { delta: null, text: t('analysis:change.few', { wave }) };
    case 'beside':
      return { delta: null, text: t(`analysis:change.beside.${change.reason}`, { wave }) };
    case 'changed': {
      const points = isBalance ? change.difference : 100 * change.difference;
      const scale = isBalance ? 1 : 100;
      const interval = { low: scale * change.interval.low, high: scale * change.interval.high };
      const size = format.integer(Math.abs(Math.round(points)));
      return {
        delta: { ...DIRECTIONS[directionOf(points)], text: isBalance ? size : t('analysis:change.points', { size }) },
        text: t(`analysis:change.${change.isSignificant ? 'significant' : 'not-significant'}`, {
          wave,
          interval: signedInterval(texts, interval),
          n: format.integer(change.n),
        }),
      };
    }
  }
};

const DIRECTIONS = {
  up: { direction: 'up', icon: 'arrow-up' },
  down: { direction: 'down', icon: 'arrow-down' },
  same: { direction: 'same', icon: 'minus' },
} as const;

const directionOf = (points: number): keyof typeof DIRECTIONS => {
  if (Math.round(points) === 0) return 'same';
  return points > 0 ? 'up' : 'down';
};
