import type { VersionId } from '../../platform/ids';
import { compileVersion, type CompiledVersion } from './domain';
import { versionNotFound } from './problems';
import type { QuestionnairesStore } from './store';

/** A published version made ready, read and compiled once: it never changes, so it is kept in memory. */
export const readVersion = ({ store }: { readonly store: QuestionnairesStore }) => {
  const ready = new Map<VersionId, CompiledVersion>();
  return async (id: VersionId): Promise<CompiledVersion> => {
    const known = ready.get(id);
    if (known !== undefined) return known;
    const published = await store.find(id);
    if (published === undefined) throw versionNotFound();
    const compiled = compileVersion(published.definition);
    ready.set(id, compiled);
    return compiled;
  };
};
