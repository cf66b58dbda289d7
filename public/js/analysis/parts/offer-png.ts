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
  if (drawing === undefined) return;
  const blob = await paint(drawing, getComputedStyle(body.closest('figure') ?? body).backgroundColor);
  if (blob === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
};

const paint = async (drawing: SVGSVGElement, ground: string): Promise<Blob | null> => {
  const { width, height } = drawing.viewBox.baseVal;
  const picture = new Image(width * SHARPNESS, height * SHARPNESS);
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(withStyles(drawing, width, height))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
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
