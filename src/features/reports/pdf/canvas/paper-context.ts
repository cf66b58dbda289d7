import { inkOf, type Ink } from './colour';
import { cssFontOf } from './css-font';
import { turnOf, type Point } from './matrix';
import { PathInProgress, round } from './path-in-progress';

/** Cap height of IBM Plex Sans in ems. */
const CAP_HEIGHT = 0.698;

/** The part of a Canvas-2D context that Chart.js uses, writing vectors and real text into a PDF page. */
export class PaperContext extends PathInProgress {
  fill(rule?: unknown): void {
    const ink = this.inkFor(this.fillStyle);
    if (ink.alpha === 0 || !this.trace()) return;
    this.doc.fillColor(ink.rgb, ink.alpha).fill(rule === 'evenodd' ? 'even-odd' : 'non-zero');
  }

  stroke(): void {
    const ink = this.inkFor(this.strokeStyle);
    if (ink.alpha === 0 || this.lineWidth === 0 || !this.trace()) return;
    this.takePen(ink);
    this.doc.stroke();
  }

  clip(): void {
    if (!this.clips) this.doc.save();
    this.clips = true;
    if (this.trace()) this.doc.clip();
  }

  fillRect(...rectangle: [number, number, number, number]): void {
    this.withRectangle(rectangle, () => {
      this.fill();
    });
  }

  strokeRect(...rectangle: [number, number, number, number]): void {
    this.withRectangle(rectangle, () => {
      this.stroke();
    });
  }

  /** Paper is white already. */
  clearRect(): void {
    return;
  }

  measureText(text: string): { width: number; actualBoundingBoxAscent: number; actualBoundingBoxDescent: number } {
    const { name, sizePx } = cssFontOf(this.font);
    const width = this.doc.font(name).fontSize(sizePx).widthOfString(text);
    return { width, actualBoundingBoxAscent: sizePx * CAP_HEIGHT, actualBoundingBoxDescent: 0 };
  }

  fillText(text: string, x: number, y: number): void {
    const ink = this.inkFor(this.fillStyle);
    if (ink.alpha === 0 || text === '') return;
    this.doc.fillColor(ink.rgb, ink.alpha);
    this.write(text, { x, y }, {});
  }

  strokeText(text: string, x: number, y: number): void {
    const ink = this.inkFor(this.strokeStyle);
    if (ink.alpha === 0 || text === '') return;
    this.takePen(ink);
    this.write(text, { x, y }, { stroke: true, fill: false });
  }

  private inkFor(colour: unknown): Ink {
    const { rgb, alpha } = inkOf(colour);
    return { rgb, alpha: alpha * this.globalAlpha };
  }

  private takePen({ rgb, alpha }: Ink): void {
    const scale = this.scaleOnPage();
    this.doc.strokeColor(rgb, alpha).lineWidth(round(this.lineWidth * scale));
    this.doc.lineCap(this.lineCap).lineJoin(this.lineJoin).miterLimit(this.miterLimit);
    const lengths = this.dash.map((length) => round(length * scale));
    if (lengths.length === 0) this.doc.undash();
    else this.doc.dash(lengths as unknown as number, { phase: round(this.lineDashOffset * scale) });
  }

  private write(text: string, at: Point, paint: { stroke?: boolean; fill?: boolean }): void {
    const { name, sizePx } = cssFontOf(this.font);
    const left = at.x - this.measureText(text).width * alignment(this.textAlign);
    const start = this.onPage({ x: left, y: at.y + sizePx * baselineDrop(this.textBaseline) });
    const turn = turnOf(this.toPage());
    this.doc.font(name).fontSize(round(sizePx * this.scaleOnPage()));
    if (turn !== 0) this.doc.save().rotate(turn, { origin: [start.x, start.y] });
    this.doc.text(`${text} `, round(start.x), round(start.y), { lineBreak: false, baseline: 'alphabetic', ...paint });
    if (turn !== 0) this.doc.restore();
  }
}

/** The part of a text's width that lies left of the given point. */
const alignment = (align: CanvasTextAlign): number => {
  if (align === 'center') return 0.5;
  return align === 'right' || align === 'end' ? 1 : 0;
};

/** From the given height down to the baseline, in ems; capitals are centred on "middle". */
const baselineDrop = (baseline: CanvasTextBaseline): number => {
  if (baseline === 'middle') return CAP_HEIGHT / 2;
  if (baseline === 'top' || baseline === 'hanging') return CAP_HEIGHT;
  return baseline === 'bottom' || baseline === 'ideographic' ? -0.2 : 0;
};
