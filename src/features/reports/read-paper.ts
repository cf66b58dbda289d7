import { dayOf, type Clock } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';
import type { Evaluation } from '../evaluations';
import { hashDefinition, type Questionnaires } from '../questionnaires';
import { inLanguage, type Language } from '../questionnaires/domain';
import type { PaperMaterial } from './compose-paper';
import { noSuchVersion } from './problems';

interface Needs {
  readonly questionnaires: Pick<Questionnaires, 'drafts' | 'listVersions'>;
  readonly readEvaluation: (id: EvaluationId) => Promise<Evaluation>;
  readonly clock: Clock;
}

const MARK_LENGTH = 8;

/**
 * A questionnaire for printing: a published version by its number, or the draft.
 *
 * @throws Problem `evaluations.not-found` · `questionnaires.questionnaire-not-found` · `reports.no-such-version`
 */
export const readPaper =
  ({ questionnaires, readEvaluation, clock }: Needs) =>
  async (
    evaluationId: EvaluationId,
    code: string,
    { language, version }: { readonly language: Language; readonly version: number | undefined },
  ): Promise<PaperMaterial> => {
    const evaluation = await readEvaluation(evaluationId);
    const draft = await questionnaires.drafts.readDraft({ evaluationId, code });
    if (version === undefined) {
      const day = dayOf(draft.savedAt ?? clock.now());
      return material(evaluation, draft.definition, { language, publishedOn: null, day });
    }
    const published = (await questionnaires.listVersions(evaluationId)).find(
      (one) => one.code === code && one.version === version,
    );
    if (published === undefined) throw noSuchVersion({ version });
    const day = dayOf(published.publishedAt);
    return material(evaluation, published.definition, { language, publishedOn: day, day });
  };

const material = (
  evaluation: Evaluation,
  definition: PaperMaterial['definition'],
  rest: Pick<PaperMaterial, 'language' | 'publishedOn' | 'day'>,
): PaperMaterial => ({
  evaluation,
  definition: inLanguage(definition, rest.language),
  mark: hashDefinition(definition).slice(0, MARK_LENGTH),
  ...rest,
});
