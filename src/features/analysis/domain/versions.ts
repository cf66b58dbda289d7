import type { CompiledVersion } from '../../questionnaires/domain';
import type { VersionId } from '../../../platform/ids';

/** A published version of a questionnaire, as far as results need it. */
export interface KnownVersion {
  readonly id: VersionId;
  readonly compiled: CompiledVersion;
  /** Calendar day; null where nobody recorded it. */
  readonly publishedOn: string | null;
}

/** The versions of each questionnaire by its code, the newest first. */
export type VersionsByCode = ReadonlyMap<string, readonly KnownVersion[]>;

export const byQuestionnaire = (versions: readonly KnownVersion[]): VersionsByCode => {
  const found = new Map<string, KnownVersion[]>();
  for (const version of versions) {
    const { code } = version.compiled.definition;
    found.set(code, [...(found.get(code) ?? []), version]);
  }
  for (const some of found.values()) some.sort((a, b) => b.compiled.definition.version - a.compiled.definition.version);
  return found;
};
