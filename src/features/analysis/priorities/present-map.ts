import type { Translator } from '../../../platform/i18n';
import type { Interval } from '../../../statistics';
import {
  isBorderline,
  layOutMap,
  QUADRANTS,
  type ImportanceMap,
  type MapLayout,
  type MapScales,
  type MapPoint,
} from '../domain/priorities';
import { intervalText, quotedList } from './words';

export interface MapView {
  readonly title: string;
  readonly sub: string;
  readonly foot: string;
  readonly alt: string;
  readonly drawings: readonly DrawingView[];
  readonly key: readonly KeyGroup[];
  readonly hasBorderline: boolean;
}

interface DrawingView {
  readonly className: string;
  readonly viewBox: string;
  readonly frame: Box;
  /** Ground of the quadrant to mend first. */
  readonly ground: Box;
  readonly line: { readonly x: number; readonly y: number };
  /** Ends of the lines. */
  readonly ends: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly texts: readonly TextView[];
  readonly points: readonly PointView[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface TextView {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly className: string;
}

interface PointView {
  readonly x: number;
  readonly y: number;
  readonly from: { readonly x: number; readonly y: number } | null;
  readonly number: number;
  readonly tone: 'hot' | 'good' | 'quiet';
  readonly isBorderline: boolean;
  readonly tip: string;
}

interface KeyGroup {
  readonly id: string;
  readonly title: string;
  readonly points: readonly KeyPoint[];
}

interface KeyPoint {
  readonly number: number;
  readonly label: string;
  readonly tone: 'hot' | 'good' | 'quiet';
  readonly value: string;
  /** Which lines its intervals cross; null: the quadrant is certain. */
  readonly borderline: string | null;
}

/** How importance is written: means of a scale, or percentages of what is explained. */
export interface MapWords {
  readonly kind: 'stated' | 'derived';
  readonly importance: (value: number) => string;
  readonly importanceRange: (interval: Interval | null) => string;
  readonly scales: MapScales;
}

const TONES = {
  concentrate_here: 'hot',
  keep_up_the_good_work: 'good',
  low_priority: 'quiet',
  possible_overkill: 'quiet',
} as const;

const MOST_NAMED = 3;

export const presentMap = (map: ImportanceMap, words: MapWords, translator: Translator): MapView => {
  const { t, format } = translator;
  const rating = (value: number): string => format.decimal(value, 2);
  const title = titleOf(map, words.kind, translator);
  const drawings = (['wide', 'narrow'] as const).map((size) => drawingOf(map, size, words, translator));
  return {
    title,
    sub: t(`priorities:map.sub.${words.kind}`, {
      performance: rating(map.performanceLine),
      importance: words.importance(map.importanceLine),
    }),
    foot: footOf(layOutMap(map, 'wide', words.scales), words, translator),
    alt: `${title}. ${t('priorities:map.alt')}`,
    drawings,
    key: QUADRANTS.map((quadrant) => ({
      id: quadrant.replaceAll('_', '-'),
      title: t(`priorities:quadrant.${quadrant}`),
      points: map.points
        .filter((point) => point.quadrant === quadrant)
        .map((point) => ({
          number: point.number,
          label: point.label,
          tone: TONES[quadrant],
          value: rating(point.performance.mean),
          borderline: borderlineOf(point, translator),
        })),
    })).filter(({ points }) => points.length > 0),
    hasBorderline: map.points.some(isBorderline),
  };
};

/** The finding in words: nothing is called important and badly rated unless both are certain. */
const titleOf = ({ points }: ImportanceMap, kind: MapWords['kind'], translator: Translator): string => {
  const { t } = translator;
  const hot = points.filter(({ quadrant }) => quadrant === 'concentrate_here');
  const certain = hot.filter((point) => !isBorderline(point));
  const list = (some: readonly MapPoint[]): string =>
    quotedList(
      some.map(({ label }) => label),
      MOST_NAMED,
      translator,
    );
  if (certain.length > 0) return t(`priorities:finding.${kind}.certain`, { list: list(certain) });
  if (hot.length > 0) return t(`priorities:finding.${kind}.borderline`, { list: list(hot) });
  return t(`priorities:finding.${kind}.none`);
};

const borderlineOf = ({ crosses }: MapPoint, { t }: Translator): string | null => {
  if (crosses.importance && crosses.performance) return t('priorities:borderline.both');
  if (crosses.importance) return t('priorities:borderline.importance');
  return crosses.performance ? t('priorities:borderline.performance') : null;
};

const drawingOf = (
  map: ImportanceMap,
  size: 'wide' | 'narrow',
  words: MapWords,
  translator: Translator,
): DrawingView => {
  const { t, format } = translator;
  const layout = layOutMap(map, size, words.scales);
  const { frame, line } = layout;
  return {
    className: `only-${size}`,
    viewBox: `0 0 ${frame.width} ${frame.height}`,
    frame: { x: frame.left, y: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top },
    ground: { x: frame.left, y: frame.top, width: line.x - frame.left, height: line.y - frame.top },
    line,
    ends: frame,
    texts: [...quadrantTexts(layout, size, translator), ...tickTexts(layout, words, translator)],
    points: layout.points.map(({ point, ...place }) => ({
      ...place,
      number: point.number,
      tone: TONES[point.quadrant],
      isBorderline: isBorderline(point),
      tip: t('priorities:map.tip', {
        label: point.label,
        importance: words.importance(point.importance.mean),
        importanceRange: words.importanceRange(point.importance.interval),
        performance: format.decimal(point.performance.mean, 2),
        performanceRange: intervalText(point.performance.interval, translator, (value) => format.decimal(value, 2)),
      }),
    })),
  };
};

/** Each corner has its name. */
const quadrantTexts = ({ frame }: MapLayout, size: 'wide' | 'narrow', { t }: Translator): readonly TextView[] =>
  QUADRANTS.map((quadrant) => {
    const isRight = quadrant === 'keep_up_the_good_work' || quadrant === 'possible_overkill';
    const isBottom = quadrant === 'low_priority' || quadrant === 'possible_overkill';
    return {
      x: isRight ? frame.right - 10 : frame.left + 10,
      y: isBottom ? frame.bottom - 10 : frame.top + 20,
      text: t(`priorities:${size === 'wide' ? 'quadrant' : 'quadrantShort'}.${quadrant}`),
      anchor: isRight ? 'end' : 'start',
      className: quadrant === 'concentrate_here' ? 'qt hot' : 'qt',
    };
  });

const tickTexts = (layout: MapLayout, words: MapWords, { format }: Translator): readonly TextView[] => {
  const { frame } = layout;
  const rating = (value: number): string => format.decimal(value, 1);
  const importance = words.kind === 'stated' ? rating : words.importance;
  return [
    ...layout.performanceTicks.map(({ value, x }): TextView => ({
      x,
      y: frame.bottom + 20,
      text: rating(value),
      // The last one would be cut at the edge of the drawing.
      anchor: x >= frame.right ? 'end' : 'middle',
      className: '',
    })),
    ...layout.importanceTicks.map(({ value, y }): TextView => ({
      x: frame.left - 6,
      y: y + 4,
      text: importance(value),
      anchor: 'end',
      className: '',
    })),
  ];
};

/** Cut axes are announced. */
const footOf = ({ performance, importance }: MapLayout, words: MapWords, { t, format }: Translator): string => {
  const rating = (value: number): string => format.decimal(value, 1);
  const written = words.kind === 'stated' ? rating : words.importance;
  return t(`priorities:map.foot.${words.kind}`, {
    performanceFrom: rating(performance.min),
    performanceTo: rating(performance.max),
    importanceFrom: written(importance.min),
    importanceTo: written(importance.max),
  });
};
