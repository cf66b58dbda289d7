import type { RemarkBook } from '../report';
import type { ChoiceList } from './read-choices';
import type { Table, TextOf } from './read-table';

/** What reading one row needs to know of the whole form. */
export interface SurveyContext {
  readonly table: Table;
  readonly textOf: TextOf;
  readonly lists: ReadonlyMap<string, ChoiceList>;
  readonly remarks: RemarkBook;
  readonly isOurs: boolean;
}
