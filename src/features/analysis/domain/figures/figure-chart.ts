/**
 * A Chart.js configuration without functions: colours are token names (`--s1`), numbers unrounded, texts formatted.
 * `paintFigure` gives it colours and our own small plugins.
 */
export interface FigureChart {
  readonly type: 'bar' | 'scatter';
  readonly data: { readonly datasets: readonly FigureDataset[] };
  readonly options: {
    readonly indexAxis?: 'y';
    readonly scales: { readonly x: ValueScale; readonly y: RowScale };
    readonly plugins: { readonly legend: { readonly display: false }; readonly figure: FigureDrawing };
  };
}

export interface FigureDataset {
  readonly label: string;
  readonly data: readonly FigurePoint[];
  readonly backgroundColor: string;
  readonly borderColor: string;
  readonly borderWidth: number;
  /** Colour of texts inside the segment. */
  readonly labelColor?: string;
  readonly pointStyle?: 'circle' | 'rect' | 'triangle' | 'rectRot';
  readonly pointRadius?: number;
  readonly barThickness?: number;
  readonly stack?: string;
}

export interface FigurePoint {
  readonly x: number;
  /** Row from the top, counted from 0, and the place among the row's lanes, 0 (upper edge) to 1 (lower edge). */
  readonly row: number;
  readonly lane: number;
  /** Ends of the 95% interval, in units of x. */
  readonly low?: number;
  readonly high?: number;
  /** Written beside a mark or inside a segment. */
  readonly text?: string;
  /** Letters of the series that are significantly higher: `A`. Drawn after a downward triangle. */
  readonly lowerThan?: string;
  /** Shown on hover: value, interval and n. */
  readonly tip: string;
}

interface ValueScale {
  readonly type: 'linear';
  readonly position: 'top' | 'bottom';
  readonly display: boolean;
  readonly min: number;
  readonly max: number;
  readonly stacked: boolean;
  readonly ticks: { readonly stepSize: number; readonly color: string };
  readonly grid: { readonly display: false };
  readonly border: { readonly display: false };
}

interface RowScale {
  readonly type: 'linear';
  readonly display: false;
  readonly reverse: true;
  readonly min: number;
  readonly max: number;
  readonly stacked: boolean;
}

/** What Chart.js has no word for: rows with wrapped labels, lanes, values at the right, hidden groups. */
export interface FigureDrawing {
  readonly rows: readonly FigureRow[];
  readonly lanes: number;
  readonly laneHeight: number;
  /** Row labels stand left of the marks where there is room, or always above them. */
  readonly labels: 'beside' | 'above';
  readonly values: 'none' | 'short' | 'wide';
  /** Lines at the ticks, from the first to the last lane of each row. */
  readonly gridlines: boolean;
  /** A pale bar of full length behind each row. */
  readonly track: boolean;
  /** Words for the two ends of the scale. */
  readonly ends?: readonly [string, string];
  /** Text of each tick, in order. */
  readonly ticks: readonly string[];
}

export interface FigureRow {
  readonly label: string;
  readonly sub?: string;
  /** Written at the right end. */
  readonly value?: string;
  readonly valueSub?: string;
  /** Nothing may be drawn for this row; the text says why. */
  readonly hidden?: string;
}
