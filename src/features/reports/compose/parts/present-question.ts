import type { GivenTable } from '../../../analysis';
import type { Composing } from '../composing';
import { presentGivenTable } from '../words/present-given';
import type { Detail } from '../words/tables-of-unit';
import type { Drawn } from '../drawn';

/** In a chapter a battery has a picture of everyone and a table by group, another question one of them; the annex has tables. */
export const presentQuestion = (given: GivenTable, composing: Composing, detail: Detail): Drawn => {
  const isBattery = given.table.blocks.length > 1;
  return presentGivenTable(given, composing, {
    display: detail === 'whole' ? 'table' : isBattery ? 'both' : 'figure',
    detail,
    pictures: 'first',
  });
};
