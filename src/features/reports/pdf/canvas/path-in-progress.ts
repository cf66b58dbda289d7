import { curvesOf, type Arc } from './arc';
import { DrawingState } from './drawing-state';
import type { Point } from './matrix';

type Segment =
  | { readonly kind: 'move' | 'line'; readonly to: Point }
  | { readonly kind: 'curve'; readonly points: readonly [Point, Point, Point] }
  | { readonly kind: 'close' };

/** Points are mapped to the page at once; the path is kept, because Canvas may paint it many times and PDF only once. */
export class PathInProgress extends DrawingState {
  private segments: Segment[] = [];

  /** In Canvas the path is no part of the saved state. */
  override restore(): void {
    const { segments } = this;
    super.restore();
    this.segments = segments;
  }

  beginPath(): void {
    this.segments = [];
  }

  closePath(): void {
    this.segments.push({ kind: 'close' });
  }

  moveTo(x: number, y: number): void {
    this.segments.push({ kind: 'move', to: this.onPage({ x, y }) });
  }

  lineTo(x: number, y: number): void {
    this.segments.push({ kind: this.segments.length === 0 ? 'move' : 'line', to: this.onPage({ x, y }) });
  }

  bezierCurveTo(...[x1, y1, x2, y2, x, y]: Parameters<CanvasPath['bezierCurveTo']>): void {
    this.curveTo([
      { x: x1, y: y1 },
      { x: x2, y: y2 },
      { x, y },
    ]);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  arc(...[x, y, radius, start, end, counterclockwise = false]: Parameters<CanvasPath['arc']>): void {
    this.roundTo({ centre: { x, y }, radiusX: radius, radiusY: radius, rotation: 0, start, end, counterclockwise });
  }

  ellipse(
    ...[x, y, radiusX, radiusY, rotation, start, end, counterclockwise = false]: Parameters<CanvasPath['ellipse']>
  ): void {
    this.roundTo({ centre: { x, y }, radiusX, radiusY, rotation, start, end, counterclockwise });
  }

  /** Writes the path to the page; false when there is nothing to paint. */
  protected trace(): boolean {
    for (const segment of this.segments) traceSegment(this.doc, segment);
    return this.segments.length > 0;
  }

  /** Paint a rectangle without touching the path under construction. */
  protected withRectangle(rectangle: readonly [number, number, number, number], paint: () => void): void {
    const { segments } = this;
    this.segments = [];
    this.rect(...rectangle);
    paint();
    this.segments = segments;
  }

  private roundTo(arc: Arc): void {
    const { start, curves } = curvesOf(arc);
    this.lineTo(start.x, start.y);
    for (const curve of curves) this.curveTo(curve);
  }

  private curveTo([first, second, end]: readonly [Point, Point, Point]): void {
    this.segments.push({ kind: 'curve', points: [this.onPage(first), this.onPage(second), this.onPage(end)] });
  }
}

const traceSegment = (doc: PDFKit.PDFDocument, segment: Segment): void => {
  switch (segment.kind) {
    case 'move':
      doc.moveTo(...rounded(segment.to));
      return;
    case 'line':
      doc.lineTo(...rounded(segment.to));
      return;
    case 'curve': {
      const [first, second, end] = segment.points;
      doc.bezierCurveTo(...rounded(first), ...rounded(second), ...rounded(end));
      return;
    }
    case 'close':
      doc.closePath();
  }
};

/** A hundredth of a point is finer than any printer. */
export const round = (value: number): number => Math.round(value * 100) / 100;

const rounded = ({ x, y }: Point): [number, number] => [round(x), round(y)];
