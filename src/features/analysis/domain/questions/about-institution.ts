import { referencesOf, type CompiledItem, type CompiledVersion } from '../../../questionnaires/domain';
import { PROFILE } from '../dimensions';

/**
 * Codes of the items that are asked about the institution a respondent deals with: their conditions look at that answer,
 * or at an item that does.
 */
export const itemsAboutInstitution = ({ items }: CompiledVersion): ReadonlySet<string> => {
  const about = new Set<string>();
  for (const item of items) if (looksAt(item, about)) about.add(item.item.code);
  return about;
};

const looksAt = ({ shownIf, fields }: CompiledItem, about: ReadonlySet<string>): boolean =>
  [shownIf, ...fields.map((field) => field.shownIf)]
    .flatMap((condition) => (condition === null ? [] : referencesOf(condition)))
    .some((code) => code === PROFILE.institution || about.has(code));
