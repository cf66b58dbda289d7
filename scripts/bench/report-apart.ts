// A process that draws one report in a thread of its own and tells what it took. Started by the bench of reports.
import { createPdfRenderer } from '../../src/features/reports/pdf/renderer';
import type { ReportTree } from '../../src/features/reports/domain';

const draw = async (tree: ReportTree): Promise<void> => {
  const renderer = createPdfRenderer();
  const before = performance.now();
  const { bytes, pages } = await renderer.render(tree);
  const ms = performance.now() - before;
  const { user, system } = process.cpuUsage();
  const cpuMs = (user + system) / 1_000;
  process.send?.({ ms, cpuMs, pages, bytes: bytes.length, peakMegabytes: process.resourceUsage().maxRSS / 1_000 });
  await renderer.stop();
  process.disconnect();
};

process.once('message', (tree) => void draw(tree as ReportTree));
