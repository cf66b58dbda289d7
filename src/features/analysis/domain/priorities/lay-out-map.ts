import type { ImportanceMap, MapPoint } from './draw-map';

/** Where a value stands on an axis that need not begin at the end of the scale. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Size of a drawing, and the frame of the map inside it; pixels. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedPoint {
  readonly point: MapPoint;
  /** Centre of the number. */
  readonly x: number;
  readonly y: number;
  /** Its own place, where the number had to move aside; null where it stands there. */
  readonly from: { readonly x: number; readonly y: number } | null;
}

export interface Scale {
  readonly step: number;
  readonly least: number;
  readonly most: number;
}

export interface MapScales {
  readonly importance: Scale;
  readonly performance: Scale;
}

export interface MapLayout {
  readonly frame: Frame;
  readonly performance: Axis;
  readonly importance: Axis;
  readonly performanceTicks: readonly { readonly value: number; readonly x: number }[];
  readonly importanceTicks: readonly { readonly value: number; readonly y: number }[];
  readonly line: { readonly x: number; readonly y: number };
  readonly points: readonly PlacedPoint[];
}

/** As wide screens and phones show the map. */
const FRAMES = {
  wide: { width: 640, height: 460, left: 36, right: 634, top: 12, bottom: 432 },
  narrow: { width: 330, height: 380, left: 36, right: 324, top: 12, bottom: 352 },
} as const satisfies Record<string, Frame>;

/**
 * Places of everything on the map. Axes are cut to the values and end at round ones; numbers that would cover each other
 * move aside.
 *
 * @param scales steps of the ticks, and the values at which the scales end
 */
export const layOutMap = (map: ImportanceMap, size: keyof typeof FRAMES, scales: MapScales): MapLayout => {
  const frame = FRAMES[size];
  const performance = axisOf(
    map.points.map((point) => point.performance.mean),
    scales.performance,
  );
  const importance = axisOf(
    map.points.map((point) => point.importance.mean),
    scales.importance,
  );
  const xOf = (value: number): number =>
    rounded(
      frame.left + ((value - performance.min) / (performance.max - performance.min)) * (frame.right - frame.left),
    );
  const yOf = (value: number): number =>
    rounded(frame.bottom - ((value - importance.min) / (importance.max - importance.min)) * (frame.bottom - frame.top));
  return {
    frame,
    performance,
    importance,
    performanceTicks: performance.ticks.map((value) => ({ value, x: xOf(value) })),
    importanceTicks: importance.ticks.map((value) => ({ value, y: yOf(value) })),
    line: { x: xOf(map.performanceLine), y: yOf(map.importanceLine) },
    points: apart(
      map.points.map((point) => ({ point, x: xOf(point.performance.mean), y: yOf(point.importance.mean), from: null })),
      frame,
    ),
  };
};

const rounded = (pixels: number): number => Math.round(pixels * 10) / 10;

/** Most steps that an axis may have; beyond, every second is left out. */
const MOST_TICKS = 6;

const axisOf = (values: readonly number[], { step, ...scale }: Scale): Axis => {
  const room = (Math.max(...values) - Math.min(...values)) * 0.06;
  const least = Math.max(scale.least, Math.min(...values) - room);
  const most = Math.min(scale.most, Math.max(...values) + room);
  const wanted = Math.ceil((most - least) / step) > MOST_TICKS ? step * 2 : step;
  const first = Math.floor(least / wanted);
  const last = Math.max(first + 1, Math.ceil(most / wanted));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * wanted);
  return { min: first * wanted, max: last * wanted, ticks };
};

/** Numbers stand in circles of this radius; closer than two of them they cover each other. */
const RADIUS = 12;
const APART = 2 * RADIUS + 2;
const DIRECTIONS = 12;
const FARTHEST = 6;

const apart = (points: readonly PlacedPoint[], frame: Frame): readonly PlacedPoint[] => {
  const placed: PlacedPoint[] = [];
  for (const point of points) placed.push(free(point, placed, frame));
  return placed;
};

const free = (point: PlacedPoint, placed: readonly PlacedPoint[], frame: Frame): PlacedPoint => {
  const inside = within(point, frame);
  if (isFree(inside, placed)) return moved(point, inside);
  for (let ring = 1; ring <= FARTHEST; ring += 1)
    for (let turn = 0; turn < DIRECTIONS; turn += 1) {
      const angle = (2 * Math.PI * turn) / DIRECTIONS;
      const distance = (APART * ring) / 2;
      const place = within(
        { x: rounded(point.x + distance * Math.cos(angle)), y: rounded(point.y - distance * Math.sin(angle)) },
        frame,
      );
      if (isFree(place, placed)) return moved(point, place);
    }
  return moved(point, inside);
};

const within = ({ x, y }: { readonly x: number; readonly y: number }, { left, right, top, bottom }: Frame) => ({
  x: Math.min(right - RADIUS, Math.max(left + RADIUS, x)),
  y: Math.min(bottom - RADIUS, Math.max(top + RADIUS, y)),
});

const isFree = ({ x, y }: { readonly x: number; readonly y: number }, placed: readonly PlacedPoint[]): boolean =>
  placed.every((other) => Math.hypot(other.x - x, other.y - y) >= APART);

const moved = (point: PlacedPoint, { x, y }: { readonly x: number; readonly y: number }): PlacedPoint =>
  Math.hypot(point.x - x, point.y - y) < RADIUS / 2
    ? { ...point, x, y }
    : { ...point, x, y, from: { x: point.x, y: point.y } };
