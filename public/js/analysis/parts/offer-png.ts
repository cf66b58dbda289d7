import { wrapText } from '../../../../src/features/analysis/domain/figures/wrap-text';
/** What of the style sheet a picture must carry with it. */
const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

const SHARPNESS = 2;

/** Adds a link that saves the drawing as it is shown, to the downloads of its figure. */
export const offerPng = (page: Document): void => {
  for (const body of page.querySelectorAll<HTMLElement>('[data-picture]')) {
    const downloads = body.closest('figure')?.querySelector<HTMLElement>('[data-downloads]');
    if (!downloads) continue;
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'btn-link';
    button.textContent = downloads.dataset['downloads'] ?? '';
    button.addEventListener('click', () => {
      void save(body, body.dataset['picture'] ?? '');
    });
    downloads.hidden = false;
    downloads.append(button);
  }
};

const save = async (body: HTMLElement, name: string): Promise<void> => {
  const drawing = [...body.querySelectorAll('svg')].find((svg) => svg.clientWidth > 0);
  const figure = body.closest('figure');
  if (drawing === undefined || figure === null) return;
  const blob = await paint(drawing, figure);
  if (blob === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
};

const LINE = 20;
const MARGIN = 16;

/** A picture stands alone: the finding and what it shows above the drawing, what its numbers mean and its notes below. */
const paint = async (drawing: SVGSVGElement, figure: HTMLElement): Promise<Blob | null> => {
  const { width, height } = drawing.viewBox.baseVal;
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return null;
  const { fontFamily, color } = getComputedStyle(figure);
  const plain = `14px ${fontFamily}`;
  const lines = (selector: string, within: Element, font: string): readonly string[] => {
    pen.font = font;
    return [...within.querySelectorAll(selector)].flatMap((one) => wrapText(pen, textOf(one), width - 2 * MARGIN));
  };
  const title = lines('.chart-title', figure, `600 17px ${fontFamily}`);
  const about = [lines('.chart-sub', figure, plain), lines('.axis-t', figure, plain)].flat();
  const key = lines('.key li', figure.closest('.grid') ?? figure, plain);
  const notes = lines('.chart-foot p', figure, plain);
  const head = MARGIN + LINE * (title.length + about.length) + MARGIN;
  pen.canvas.width = width * SHARPNESS;
  pen.canvas.height = (head + height + MARGIN + LINE * (key.length + notes.length) + MARGIN) * SHARPNESS;
  pen.scale(SHARPNESS, SHARPNESS);
  pen.fillStyle = getComputedStyle(figure).backgroundColor;
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.fillStyle = color;
  const write = (texts: readonly string[], font: string, top: number): void => {
    pen.font = font;
    for (const [at, text] of texts.entries()) pen.fillText(text, MARGIN, top + LINE * (at + 1) - 4);
  };
  write(title, `600 17px ${fontFamily}`, MARGIN);
  write(about, plain, MARGIN + LINE * title.length);
  pen.drawImage(await pictureOf(drawing, width, height), 0, head, width, height);
  write([...key, ...notes], plain, head + height + MARGIN);
  return new Promise((resolve) => {
    pen.canvas.toBlob(resolve, 'image/png');
  });
};

const pictureOf = async (drawing: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> => {
  const picture = new Image(width * SHARPNESS, height * SHARPNESS);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withStyles(drawing, width, height))}`;
  await picture.decode();
  return picture;
};

/** Parts of a list item stand apart: number, name, value. */
const textOf = (element: Element): string => {
  const parts = element.tagName === 'LI' ? [...element.children] : [element];
  return parts.map(({ textContent }) => textContent.trim().replaceAll(/[ \n\r\t]+/g, ' ')).join('  ');
};

const withStyles = (drawing: SVGSVGElement, width: number, height: number): string => {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const copies = [...copy.querySelectorAll<SVGElement>('*')];
  for (const [at, original] of [...drawing.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(original);
    for (const property of CARRIED) copies[at]?.style.setProperty(property, style.getPropertyValue(property));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * SHARPNESS));
  copy.setAttribute('height', String(height * SHARPNESS));
  return new XMLSerializer().serializeToString(copy);
};
