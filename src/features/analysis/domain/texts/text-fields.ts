import type { CompiledVersion, Field } from '../../../questionnaires/domain';
import type { VersionId } from '../../../../platform/ids';
import { flowingTogether, followField } from '../columns/follow-field';
import { PROFILE } from '../dimensions';
import type { KnownVersion } from '../versions';

/** A question answered in words. */
export interface TextField {
  readonly code: string;
  /** Wording of the question; for "inna, jaka?" the question it belongs to. */
  readonly text: string;
  /** Label of the choice that asks for words; null for an open question. */
  readonly choice: string | null;
  /** Shown for the whole region only. */
  readonly sensitive: boolean;
  /** Versions whose answers go together with the newest. */
  readonly versions: ReadonlySet<VersionId>;
}

const isText = ({ kind }: Field): boolean => kind === 'open' || kind === 'other-text';

/**
 * Questions of one questionnaire that are answered in words, in the order of asking, removed ones last.
 *
 * @param versions its published versions, the newest first
 */
export const textFieldsOf = (versions: readonly KnownVersion[]): readonly TextField[] => {
  const fields = new Map<string, Field>();
  for (const { compiled } of versions)
    for (const field of compiled.fields) if (isText(field) && !fields.has(field.code)) fields.set(field.code, field);
  return [...fields.values()].map((field) => ({
    code: field.code,
    text: field.item.text,
    choice: field.kind === 'other-text' ? field.text : null,
    sensitive: versions.some(({ compiled }) => compiled.fieldByCode.get(field.code)?.item.sensitive === true),
    versions: new Set(flowingTogether(followField(versions, field.code)).map(({ version }) => version.id)),
  }));
};

/** Who is asked about the institution that they name; everyone else speaks about the regional centre. */
export const asksForInstitution = ({ fieldByCode }: CompiledVersion): boolean => fieldByCode.has(PROFILE.institution);
