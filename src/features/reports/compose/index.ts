import type { Translator } from '../../../platform/i18n';
import type { FrozenTable, GivenTable } from '../../analysis';
import type { PublicationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { BlockId, LiveSource, ReportTree, StoredReport } from '../domain';

export { composeReport } from './compose-report';

/** Where every number of a report comes from: counted now for a preview, frozen when the report is published. */
export interface TableGiver {
  readonly giveTable: (asked: LiveSource) => Promise<GivenTable>;
  readonly readFrozen: (ids: readonly PublicationId[]) => Promise<readonly FrozenTable[]>;
}

export interface ComposeWanted extends TableGiver {
  readonly report: StoredReport;
  readonly evaluation: Evaluation;
  /** Of any language: the report speaks its own. */
  readonly translator: Translator;
  readonly state: 'preliminary' | 'final';
  /** Null for a preview of what is being written. */
  readonly version: number | null;
  readonly erratum: string | null;
}

export interface ComposedReport {
  readonly tree: ReportTree;
  /** Blocks that could not be drawn as asked, each with a sentence that says why. */
  readonly notices: readonly { readonly block: BlockId; readonly text: string }[];
}
