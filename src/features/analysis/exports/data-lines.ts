import { setImmediate as breathe } from 'node:timers/promises';
import type { Translator } from '../../../platform/i18n';
import { csvCell } from '../../../platform/spreadsheet';
import type { OpenDataset } from '../datasets';
import { dataColumnsOf, type CellWords } from '../domain/variables/data-columns';

export type DataForm = 'etykiety' | 'kody';

/** Rows written before others get their turn. */
const ROWS_AT_ONCE = 256;

/**
 * All answers of a data set as a CSV file, piece by piece: one line for each respondent, so that memory stays the same however many
 * there are. Open answers are not inside.
 */
export async function* dataLines(opened: OpenDataset, form: DataForm, translator: Translator): AsyncGenerator<string> {
  const { set, numbers } = opened;
  const words = wordsOf(form, translator);
  const columns = [...set.variables.values()].flatMap((variable) => dataColumnsOf(variable, words));
  const heads = columns.map(({ name, label }) => csvCell(form === 'kody' ? name : `${name}. ${label}`));
  yield `\uFEFF${[csvCell(translator.t('exports:number')), ...heads].join(';')}\r\n`;
  const cells = columns.map(({ cellOf }) => cellOf);
  for (let start = 0; start < set.n; start += ROWS_AT_ONCE) {
    let text = '';
    for (let respondent = start; respondent < Math.min(set.n, start + ROWS_AT_ONCE); respondent += 1) {
      text += String(numbers?.[respondent] ?? respondent + 1);
      for (const cellOf of cells) text += `;${cellOf(respondent)}`;
      text += '\r\n';
    }
    yield text;
    await breathe();
  }
}

/** Every word is quoted once. */
const wordsOf = (form: DataForm, { t }: Translator): CellWords => {
  const areCodes = form === 'kody';
  return {
    category: ({ code, label }) => csvCell(areCodes ? code : label),
    state: (state) => (areCodes ? String(state) : csvCell(t(`exports:state.${-state}`))),
    marked: areCodes ? '1' : csvCell(t('exports:marked')),
    notMarked: areCodes ? '0' : csvCell(t('exports:not-marked')),
    number: (value) => csvCell(value),
    place: String,
  };
};
