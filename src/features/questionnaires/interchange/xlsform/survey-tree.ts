import { nestedTooDeep } from '../problems';
import { placeIn, cellOf, type Table, type TableRow } from './read-table';
import type { RemarkBook } from '../report';

/** A row of the survey sheet with its type read. */
export interface SurveyRow {
  readonly row: TableRow;
  /** `select_one`, `begin_group`, `text`. */
  readonly type: string;
  /** List of a select. */
  readonly list: string;
  readonly orOther: boolean;
  readonly name: string;
}

export interface SurveyNode extends SurveyRow {
  /** Rows between begin and end; null for a question. */
  readonly children: readonly SurveyNode[] | null;
}

const DEEPEST = 20;

/** The rows as a tree of groups and repeats; what is not closed properly is named and closed where it must be. */
export const readTree = (table: Table, remarks: RemarkBook): readonly SurveyNode[] => {
  const top: SurveyNode[] = [];
  const open: { readonly node: SurveyRow; readonly children: SurveyNode[] }[] = [];
  for (const row of table.rows) {
    const read = readType(row);
    const here = open.at(-1)?.children ?? top;
    if (/^begin_(group|repeat)$/.test(read.type)) {
      if (open.length >= DEEPEST) throw nestedTooDeep({ most: DEEPEST });
      const children: SurveyNode[] = [];
      here.push({ ...read, children });
      open.push({ node: read, children });
    } else if (/^end_(group|repeat)$/.test(read.type)) {
      const closed = open.at(-1);
      if (closed === undefined || closed.node.type.slice(6) !== read.type.slice(4))
        remarks.refused('end-without-begin', placeIn(table, row));
      else open.pop();
    } else if (read.type !== '') here.push({ ...read, children: null });
    else remarks.refused('row-without-type', placeIn(table, row));
  }
  for (const { node } of open) remarks.changed('not-closed', placeIn(table, node.row));
  return top;
};

const SYNONYMS: Readonly<Record<string, string>> = {
  select1: 'select_one',
  'select one': 'select_one',
  'select one from': 'select_one',
  'select_one from': 'select_one',
  'select multiple': 'select_multiple',
  'select multiple from': 'select_multiple',
  'select all that apply from': 'select_multiple',
  'select all that apply': 'select_multiple',
  'begin group': 'begin_group',
  'end group': 'end_group',
  'begin repeat': 'begin_repeat',
  'end repeat': 'end_repeat',
  'begin lgroup': 'begin_repeat',
  int: 'integer',
  string: 'text',
  trigger: 'acknowledge',
};

const SELECT =
  /^(select[ _]one(?: from)?|select1|select[ _]multiple(?: from)?|select all that apply(?: from)?|rank)\s+(\S+)(\s+or[ _](?:specify[ _])?other)?$/;

const readType = (row: TableRow): SurveyRow => {
  const written = cellOf(row, 'type').replace(/\s+/g, ' ');
  const name = cellOf(row, 'name');
  const select = SELECT.exec(written);
  const type = (select?.[1] ?? written).toLowerCase();
  return {
    row,
    type: SYNONYMS[type] ?? type,
    list: select?.[2] ?? '',
    orOther: select?.[3] !== undefined,
    name,
  };
};
