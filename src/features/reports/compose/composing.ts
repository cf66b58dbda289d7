import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { ReportsNeeds } from '../needs';
import type { ComposeWanted } from '.';
import type { Material } from './material';
import type { Overview } from './overview';
import type { TableDesk } from './table-desk';
import type { WideTables } from './wide-tables';

/** What the parts of one report are made of. */
export interface Composing {
  readonly needs: ReportsNeeds;
  readonly wanted: ComposeWanted;
  readonly evaluation: Evaluation;
  /** Of the report's language. */
  readonly translator: Translator;
  readonly tables: TableDesk;
  readonly material: Material;
  readonly wide: WideTables;
  readonly overview: Overview;
}
