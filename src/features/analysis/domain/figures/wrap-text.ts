/** What the plugins need of a Canvas 2D context: the browser's own, and the adaptor that writes to pdfkit, both have it. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save' | 'restore' | 'beginPath' | 'moveTo' | 'lineTo' | 'closePath' | 'stroke' | 'fill' | 'fillRect' | 'strokeRect'
  | 'fillText' | 'measureText' | 'setLineDash' | 'font' | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'textAlign' | 'textBaseline'
>; // prettier-ignore

/** Breaks a text at spaces so that each line fits the width; a single long word keeps its line. No-break spaces hold. */
export const wrapText = (pen: Pick<Pen, 'measureText'>, text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
};
