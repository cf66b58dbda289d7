import type { EvaluationId } from '../../../platform/ids';
import type { PublishedReport } from '../domain';
import { reportNotFound } from './problems';
import type { PublishNeeds, ToPublish } from './publish-report';

export type FormFault = 'erratum' | 'changed' | 'state';

export interface CheckedForm {
  /** The version that this very form made before. */
  readonly done: PublishedReport | undefined;
  readonly faults: readonly FormFault[];
}

/** What a person has to mend before the form can publish, without publishing. @throws Problem `published.report-not-found` */
export const checkForm =
  ({ store, listReports, readEvaluation }: Pick<PublishNeeds, 'store' | 'listReports' | 'readEvaluation'>) =>
  async (
    evaluationId: EvaluationId,
    { report: id, key, revision, state, erratum }: Omit<ToPublish, 'by' | 'translatorOf'>,
  ): Promise<CheckedForm> => {
    const done = await store.findByKey(key);
    if (done !== undefined) return { done, faults: [] };
    const report = (await listReports(evaluationId)).find((one) => one.id === id);
    if (report === undefined) throw reportNotFound();
    const [last] = await store.versionsOf(id);
    const { resultState } = await readEvaluation(evaluationId);
    const needsErratum = last?.state === 'final' && erratum === null;
    const isTooEarly = state === 'final' && resultState === 'preliminary' && last?.state !== 'final';
    return {
      done: undefined,
      faults: [
        ...(report.revision === revision ? [] : ['changed' as const]),
        ...(needsErratum ? ['erratum' as const] : []),
        ...(isTooEarly ? ['state' as const] : []),
      ],
    };
  };
