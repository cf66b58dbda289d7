import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { BlockContent, ReportKind } from '../domain';
import type { ReportsNeeds } from '../needs';

export interface ReadyStructure {
  readonly title: string;
  readonly blocks: readonly BlockContent[];
}

/** The blocks that a new report of a kind begins with, made for this evaluation; `institution` is that of a scorecard. */
export const readyStructure =
  (_needs: ReportsNeeds) =>
  (
    _evaluation: Evaluation,
    _kind: ReportKind,
    _institution: string | null,
    _translator: Translator,
  ): Promise<ReadyStructure> =>
    Promise.resolve({ title: '', blocks: [] });
