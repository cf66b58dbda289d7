import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { GivenTable } from '../frozen';
import { tableForm } from './inputs';
import { tableRows } from './table-sheets';

/** A table of a report as rows for a spreadsheet: what it is, then shares, counts and intervals as real numbers. */
export const givenRows = (
  { dataset, dataCut, cut, table, level }: GivenTable,
  evaluation: Evaluation,
  translator: Translator,
): readonly (readonly (string | number)[])[] =>
  tableRows(
    {
      evaluation,
      datasets: [dataset],
      dataset: { ...dataset, dataCut, cut, set: { n: 0, variables: new Map() } },
      table,
      leftOut: [],
      batteries: [],
      reliability: null,
    },
    {
      ...tableForm.parse({}),
      test: level < 0.05 ? '0.01' : '0.05',
      podstawa: table.request.base === 'mentions' ? 'wskazania' : 'osoby',
    },
    translator,
  );
