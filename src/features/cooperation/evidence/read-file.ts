import type { EvaluationId } from '../../../platform/ids';
import type { Actor } from '../../accounts';
import { fileNotFound } from '../problems';
import { entryIn, type RegisterRead } from '../read-register';
import type { FilesStore, KeptFile } from './store';

export interface ReadFileNeeds {
  readonly files: FilesStore;
  readonly readRegister: (actor: Actor, id: EvaluationId, others: string) => Promise<RegisterRead>;
}

/**
 * Evidence is for whoever may read the report that names it.
 *
 * @throws Problem `follow-up.not-found` · `follow-up.file-not-found`
 */
export const readFileOf =
  ({ files, readRegister }: ReadFileNeeds) =>
  async (
    actor: Actor,
    id: EvaluationId,
    { code, file: wanted }: { readonly code: string; readonly file: string },
  ): Promise<KeptFile & { readonly bytes: Buffer }> => {
    const entry = entryIn(await readRegister(actor, id, ''), code);
    const isNamed = entry.reports.some(({ evidence }) =>
      evidence.some((one) => one.kind === 'file' && one.file === wanted),
    );
    const found = isNamed ? await files.read(id, wanted) : undefined;
    if (found === undefined) throw fileNotFound();
    return found;
  };
