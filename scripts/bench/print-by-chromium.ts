import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderFile } from 'ejs';
import { chromium } from 'playwright-core';
import type { ReportTree } from '../../src/features/reports/domain';

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Printed {
  readonly ms: number;
  readonly bytes: number;
}

/** The same tree as a plain page with the same charts, printed by Chromium (running already); undefined where there is none. */
export const printByChromium = async (
  address: string,
  trees: readonly ReportTree[],
): Promise<readonly Printed[] | undefined> => {
  if (EXECUTABLE === undefined) return undefined;
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
  try {
    const printed: Printed[] = [];
    for (const tree of trees) {
      const body = await renderFile(resolve('scripts/bench/report-page.ejs'), { tree });
      const before = performance.now();
      // Charts are drawn when they come near the window, so the window is as high as the report.
      const page = await browser.newPage({ viewport: { width: 794, height: 40_000 } });
      await page.route('**/pomiar-raportu', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(`${address}/pomiar-raportu`, { waitUntil: 'load' });
      await page.waitForFunction(areChartsPainted);
      const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
      printed.push({ ms: performance.now() - before, bytes: bytes.length });
      await page.close();
    }
    return printed;
  } finally {
    await browser.close();
  }
};

/** Runs in the page: a canvas without any mark is still to be drawn. */
const areChartsPainted = (): boolean =>
  [...document.querySelectorAll('canvas')].every((canvas) => {
    const pen = canvas.getContext('2d');
    return pen?.getImageData(0, 0, canvas.width, canvas.height).data.some((part) => part > 0) === true;
  });
