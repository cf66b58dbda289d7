import type { ReportTree } from './domain';
import { hashTree } from './hash-tree';
import type { PdfRenderer } from './pdf';

export interface DrawnReport {
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

const KEPT = 24;

/** Draws a report once and keeps the file while its tree stays the same; the one not asked for longest leaves first. */
export const drawReport = (renderer: PdfRenderer): ((tree: ReportTree) => Promise<DrawnReport>) => {
  const kept = new Map<string, Promise<DrawnReport>>();

  const draw = async (hash: string, tree: ReportTree): Promise<DrawnReport> => ({
    hash,
    ...(await renderer.render(tree)),
  });

  return (tree) => {
    const hash = hashTree(tree);
    const drawn = kept.get(hash) ?? draw(hash, tree);
    kept.delete(hash);
    kept.set(hash, drawn);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
    // A report that failed is asked for anew next time.
    drawn.catch(() => kept.delete(hash));
    return drawn;
  };
};
