import { dayOf } from '../../../platform/clock';
import type { EvaluationId, VersionId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import { compileVersion, type CompiledVersion } from '../../questionnaires/domain';
import type { DeskNeeds } from '../desk-needs';
import { PROFILE } from '../domain/dimensions';
import { textFieldsOf, type TextField } from '../domain/texts';
import { byQuestionnaire, type KnownVersion } from '../domain/versions';

/** A questionnaire with the questions that are answered in words. */
export interface OpenQuestionnaire {
  readonly code: string;
  readonly title: string;
  readonly fields: readonly TextField[];
  readonly versions: ReadonlyMap<VersionId, CompiledVersion>;
  /** Labels of client types by code. */
  readonly clientTypes: ReadonlyMap<string, string>;
}

export interface OpenTexts {
  readonly evaluation: Evaluation;
  readonly questionnaires: readonly OpenQuestionnaire[];
}

const MOST_COMPILED = 100;

/** The questions of an evaluation that are answered in words. Versions never change, so each is compiled once. */
export const openQuestions = ({ readEvaluation, listVersions }: Pick<DeskNeeds, 'readEvaluation' | 'listVersions'>) => {
  const compiled = new Map<VersionId, CompiledVersion>();
  return async (evaluationId: EvaluationId): Promise<OpenTexts> => {
    const [evaluation, published] = await Promise.all([readEvaluation(evaluationId), listVersions(evaluationId)]);
    const known = published.map(({ id, definition, publishedAt }): KnownVersion => {
      const version = compiled.get(id) ?? compileVersion(definition);
      if (compiled.size >= MOST_COMPILED) compiled.clear();
      compiled.set(id, version);
      return { id, compiled: version, publishedOn: dayOf(publishedAt) };
    });
    return {
      evaluation,
      questionnaires: [...byQuestionnaire(known)].map(([code, versions]) => ({
        code,
        title: versions[0]?.compiled.definition.title ?? code,
        fields: textFieldsOf(versions),
        versions: new Map(versions.map((version) => [version.id, version.compiled])),
        clientTypes: clientTypesOf(versions),
      })),
    };
  };
};

/** The words of the newest version win. */
const clientTypesOf = (versions: readonly KnownVersion[]): ReadonlyMap<string, string> => {
  const labels = new Map<string, string>();
  for (const { compiled } of versions) {
    const field = compiled.fieldByCode.get(PROFILE.clientType);
    if (field !== undefined && 'choices' in field)
      for (const { code, label } of field.choices.values()) if (!labels.has(code)) labels.set(code, label);
  }
  return labels;
};
