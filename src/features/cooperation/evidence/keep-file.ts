import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { ReportId } from '../domain';
import { kindOfFile } from './kind-of-file';
import type { FilesStore, KeptFile } from './store';

export const LARGEST_FILE = 5_000_000;
export const MOST_FILES = 5;
const LONGEST_NAME = 120;

/** A file that comes with a report. */
export interface FileSent {
  readonly evaluationId: EvaluationId;
  readonly report: ReportId;
  readonly name: string;
  readonly bytes: Buffer;
  readonly by: string;
}

export type FileFault = 'too-large' | 'kind' | 'too-many';

/** Keeps a file, or says why not. The same file sent twice with one report is kept once. */
export const keepFile =
  ({ files, clock }: { readonly files: FilesStore; readonly clock: Clock }) =>
  async ({ evaluationId, report, name, bytes, by }: FileSent): Promise<KeptFile | FileFault> => {
    if (bytes.length > LARGEST_FILE) return 'too-large';
    const kind = kindOfFile(bytes);
    if (kind === undefined) return 'kind';
    const id = createHash('sha256').update(report).update(bytes).digest('hex').slice(0, 40);
    const kept = await files.ofReport(evaluationId, report);
    const same = kept.find((one) => one.id === id);
    if (same !== undefined) return same;
    if (kept.length >= MOST_FILES) return 'too-many';
    const file: KeptFile = {
      id,
      evaluationId,
      report,
      name: nameOf(name, kind.extension),
      type: kind.type,
      size: bytes.length,
      by,
      at: clock.now(),
    };
    await files.put(file, bytes);
    return file;
  };

/** The name without folders and unseen characters, ended as its content says. */
export const nameOf = (name: string, extension: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const seen = last
    .replace(/[\p{C}"<>|:*?;]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const stem = seen.replace(/\.[A-Za-z0-9]{1,5}$/, '').replace(/^\.+/, '');
  const shortened = Array.from(stem).slice(0, LONGEST_NAME).join('').trim();
  return `${shortened === '' ? 'plik' : shortened}.${extension}`;
};
