import { newId, type EvaluationId } from '../../../platform/ids';
import type { GivenTable } from '../../analysis';
import type { Evaluation } from '../../evaluations';
import type { ComposedReport } from '../compose';
import { compareTables, compareTexts, type PublishedReport, type ReportId, type StoredReport } from '../domain';
import type { TablesCompared, TextsCompared } from '../domain';
import { previewGiver } from '../table-givers';
import { possibleStates } from './check-state';
import { reportNotFound } from './problems';
import type { PublishNeeds, ToPublish } from './publish-report';

/** What a person sees before publishing: the version as it would be, and what is new in it. */
export interface Prepared {
  readonly evaluation: Evaluation;
  readonly report: StoredReport;
  readonly version: number;
  readonly last: PublishedReport | undefined;
  /** The usual one first. */
  readonly states: readonly PublishedReport['state'][];
  readonly composed: ComposedReport;
  /** Tables that will be told for good, and those that were told before. */
  readonly toTell: number;
  readonly toldBefore: number;
  /** Of those told before: with answers of an earlier day than the newest table has. */
  readonly older: number;
  /** Null for a first version. */
  readonly changes: VersionChanges | null;
  /** For the form. */
  readonly key: string;
}

export interface VersionChanges {
  readonly tables: TablesCompared<GivenTable>;
  readonly texts: TextsCompared;
}

/** @throws Problem `evaluations.not-found` · `published.report-not-found` */
export const preparePublication =
  (needs: Omit<PublishNeeds, 'drawReport' | 'clock'>) =>
  async (evaluationId: EvaluationId, id: ReportId, translatorOf: ToPublish['translatorOf']): Promise<Prepared> => {
    const { store, frozen, compose } = needs;
    const evaluation = await needs.readEvaluation(evaluationId);
    const report = (await needs.listReports(evaluationId)).find((one) => one.id === id);
    if (report === undefined) throw reportNotFound();
    const [last] = await store.versionsOf(id);
    const states = possibleStates(evaluation, last);
    const version = (last?.version ?? 0) + 1;
    const giver = previewGiver(frozen, evaluationId);
    const translator = translatorOf(report.language);
    const state = states[0] ?? 'preliminary';
    const composed = await compose({ ...giver, report, evaluation, translator, state, version, erratum: null });
    const tree = last === undefined ? undefined : await store.readTree(last.id);
    const told = last === undefined ? [] : await frozen.readFrozen(evaluationId, last.publications);
    return {
      evaluation,
      report,
      version,
      last,
      states,
      composed,
      toTell: giver.counted().length,
      toldBefore: giver.readBefore().length,
      older: giver.readBefore().filter(({ dataCut }) => (dataCut ?? '') < composed.tree.about.dataCut).length,
      changes:
        tree === undefined
          ? null
          : {
              tables: compareTables<GivenTable>(told, [...giver.counted(), ...giver.readBefore()]),
              texts: compareTexts(tree, composed.tree),
            },
      key: newId<'publication key'>(),
    };
  };
