import { createHash } from 'node:crypto';
import type { ReportTree } from './domain';

/** What tells one report from another: the same tree gives the same bytes, so this names both. */
export const hashTree = (tree: ReportTree): string =>
  createHash('sha256').update(JSON.stringify(tree)).digest('base64url').slice(0, 27);
