import type { Point } from './matrix';

export interface Arc {
  readonly centre: Point;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotation: number;
  readonly start: number;
  readonly end: number;
  readonly counterclockwise: boolean;
}

/** Two control points and an end point of a cubic Bézier curve. */
export type Curve = readonly [Point, Point, Point];

const TURN = 2 * Math.PI;

/**
 * An elliptical arc as a start point and Bézier curves of at most a quarter turn each; the error of the usual
 * 4/3·tan(θ/4) handles is then under 0.03 % of the radius.
 */
export const curvesOf = (arc: Arc): { readonly start: Point; readonly curves: readonly Curve[] } => {
  const sweep = sweepOf(arc);
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / pieces;
  const curves = Array.from({ length: pieces }, (_, index) => quarter(arc, arc.start + index * step, step));
  return { start: onEllipse(arc, Math.cos(arc.start), Math.sin(arc.start)), curves };
};

/** Canvas: a full turn when the angles are a turn or more apart, otherwise the way round that was asked for. */
const sweepOf = ({ start, end, counterclockwise }: Arc): number => {
  const asked = counterclockwise ? start - end : end - start;
  const sweep = asked >= TURN ? TURN : ((asked % TURN) + TURN) % TURN;
  return counterclockwise ? -sweep : sweep;
};

const quarter = (arc: Arc, from: number, step: number): Curve => {
  const to = from + step;
  const handle = (4 / 3) * Math.tan(step / 4);
  return [
    onEllipse(arc, Math.cos(from) - handle * Math.sin(from), Math.sin(from) + handle * Math.cos(from)),
    onEllipse(arc, Math.cos(to) + handle * Math.sin(to), Math.sin(to) - handle * Math.cos(to)),
    onEllipse(arc, Math.cos(to), Math.sin(to)),
  ];
};

const onEllipse = ({ centre, radiusX, radiusY, rotation }: Arc, unitX: number, unitY: number): Point => {
  const [x, y] = [radiusX * unitX, radiusY * unitY];
  return {
    x: centre.x + x * Math.cos(rotation) - y * Math.sin(rotation),
    y: centre.y + x * Math.sin(rotation) + y * Math.cos(rotation),
  };
};
