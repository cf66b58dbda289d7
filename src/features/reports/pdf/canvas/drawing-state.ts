import { IDENTITY, apply, combine, rotation, scaleOf, type Matrix, type Point } from './matrix';

/** What a Canvas context saves and restores, and how its pixels come to lie on the page. */
export class DrawingState {
  fillStyle: unknown = '#000';
  strokeStyle: unknown = '#000';
  globalAlpha = 1;
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  miterLimit = 10;
  lineDashOffset = 0;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  protected dash: readonly number[] = [];
  protected matrix: Matrix = IDENTITY;
  /** This level clips, so its end must give the page back its ground. */
  protected clips = false;
  private readonly saved: Partial<DrawingState>[] = [];

  constructor(
    protected readonly doc: PDFKit.PDFDocument,
    /** From canvas pixels to points on the page. */
    private readonly page: Matrix,
  ) {}

  save(): void {
    const { saved: _saved, doc: _doc, page: _page, ...state } = this;
    this.saved.push(state);
    this.clips = false;
  }

  restore(): void {
    const before = this.saved.pop();
    if (!before) return;
    if (this.clips) this.doc.restore();
    Object.assign(this, before);
  }

  translate(x: number, y: number): void {
    this.matrix = combine(this.matrix, { ...IDENTITY, e: x, f: y });
  }

  scale(x: number, y: number): void {
    this.matrix = combine(this.matrix, { ...IDENTITY, a: x, d: y });
  }

  rotate(angle: number): void {
    this.matrix = combine(this.matrix, rotation(angle));
  }

  setTransform(...[a, b, c, d, e, f]: [number, number, number, number, number, number]): void {
    this.matrix = { a, b, c, d, e, f };
  }

  resetTransform(): void {
    this.matrix = IDENTITY;
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  getLineDash(): readonly number[] {
    return this.dash;
  }

  protected onPage(point: Point): Point {
    return apply(this.toPage(), point);
  }

  protected toPage(): Matrix {
    return combine(this.page, this.matrix);
  }

  protected scaleOnPage(): number {
    return scaleOf(this.toPage());
  }
}
