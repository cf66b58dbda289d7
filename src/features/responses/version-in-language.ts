import { compileVersion, inLanguage, onDay, type CompiledVersion, type Language } from '../questionnaires/domain';

const compiled = new WeakMap<CompiledVersion, Map<Language, CompiledVersion>>();

/**
 * The version as it is asked in a language on a day, `2026-11-21`; made once for each. Codes, conditions and checks are the
 * same in every language.
 */
export const versionInLanguage = (version: CompiledVersion, language: Language, today: string): CompiledVersion => {
  const known = compiled.get(version) ?? new Map<Language, CompiledVersion>();
  compiled.set(version, known);
  const before = known.get(language);
  if (before?.today === today) return before;
  const ready = onDay(before ?? translated(version, language), today);
  known.set(language, ready);
  return ready;
};

const translated = (version: CompiledVersion, language: Language): CompiledVersion =>
  language === 'pl' ? version : compileVersion(inLanguage(version.definition, language));
