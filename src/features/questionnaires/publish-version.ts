import type { Clock } from '../../platform/clock';
import { newId, type EvaluationId } from '../../platform/ids';
import { compileVersion, type QuestionnaireDefinition } from './domain';
import { hashDefinition } from './hash-definition';
import { versionTaken } from './problems';
import type { PublishedVersion, QuestionnairesStore } from './store';

interface Needs {
  readonly store: QuestionnairesStore;
  readonly clock: Clock;
}

/** Who publishes, what they say of it, and from which revision of the draft. */
export type Publication = Pick<PublishedVersion, 'publishedBy' | 'note' | 'sourceRevision'>;

const BY_A_PROGRAM: Publication = { publishedBy: null, note: null, sourceRevision: null };

/** Publishes a definition for good. Safe to repeat: the same definition under the same number is the same version. */
export const publishVersion =
  ({ store, clock }: Needs) =>
  async (
    evaluationId: EvaluationId,
    definition: QuestionnaireDefinition,
    publication: Publication = BY_A_PROGRAM,
  ): Promise<PublishedVersion> => {
    compileVersion(definition);
    const { code, version } = definition;
    const hash = hashDefinition(definition);
    const published: PublishedVersion = {
      id: newId<'questionnaire version'>(),
      evaluationId,
      code,
      version,
      definition,
      hash,
      publishedAt: clock.now(),
      ...publication,
      closedAt: null,
      closedBy: null,
    };
    if (await store.addOnce(published)) return published;

    const earlier = (await store.allOf(evaluationId)).find((other) => other.code === code && other.version === version);
    if (earlier?.hash !== hash) throw versionTaken({ code, version });
    return earlier;
  };
