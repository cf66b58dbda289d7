import { create } from 'qrcode';

/** Readers want four empty modules around the code. */
const QUIET = 4;

/** A QR code as a picture: dark on light whatever the page looks like. */
export const drawCode = (text: string): string => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET;
  const rows = Array.from({ length: modules.size }, (_, row) => runsOf(modules, row)).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${rows}"/></svg>`,
  ].join('');
};

interface Modules {
  readonly size: number;
  readonly get: (row: number, column: number) => number | boolean;
}

/** Neighbours in a row are one rectangle. */
const runsOf = (modules: Modules, row: number): string => {
  const runs: string[] = [];
  let start = -1;
  for (let column = 0; column <= modules.size; column += 1) {
    const isDark = column < modules.size && Boolean(modules.get(row, column));
    if (isDark && start < 0) start = column;
    if (!isDark && start >= 0) {
      runs.push(`M${start + QUIET} ${row + QUIET}h${column - start}v1H${start + QUIET}z`);
      start = -1;
    }
  }
  return runs.join('');
};
