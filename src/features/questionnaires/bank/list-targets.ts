import type { Evaluation } from '../../evaluations';
import type { Draft, Drafts } from '../drafts';

/** A questionnaire that items can be added to. */
export interface Target {
  /** `<evaluation id>/<questionnaire code>`. */
  readonly key: string;
  readonly evaluation: Evaluation;
  readonly draft: Draft;
}

export interface TargetNeeds {
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  readonly drafts: Pick<Drafts, 'listDrafts'>;
}

/** The questionnaires of all evaluations, the newest evaluation first. */
export const listTargets = async ({ listEvaluations, drafts }: TargetNeeds): Promise<readonly Target[]> => {
  const evaluations = await listEvaluations();
  const targets = evaluations.map(async (evaluation) =>
    (await drafts.listDrafts(evaluation.id)).map((draft) => ({
      key: `${evaluation.id}/${draft.code}`,
      evaluation,
      draft,
    })),
  );
  return (await Promise.all(targets)).flat();
};

/** The chosen one, the first where none is chosen or the chosen one is gone. */
export const targetCalled = (targets: readonly Target[], key: string | undefined): Target | undefined =>
  targets.find((target) => target.key === key) ?? targets[0];
