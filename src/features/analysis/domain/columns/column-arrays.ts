import type { Choice } from '../../../questionnaires/domain';
import type { ColumnPart } from './column';
import type { FieldRows } from './field-rows';

const NOT_ASKED = 96;

export const codedArrays = (n: number, parts: readonly ColumnPart[]) => {
  const states = new Uint8Array(n).fill(NOT_ASKED);
  const values = new Uint16Array(n);
  for (const { start, rows, choiceOf, stateOf } of parts) {
    if (rows?.kind !== 'coded') continue;
    const { places } = rows;
    for (let row = 0; row < places.length; row += 1) {
      const place = places[row] ?? -99;
      states[start + row] = place < 0 ? -place : (stateOf[place] ?? 99);
      values[start + row] = place < 0 ? 0 : (choiceOf[place] ?? 0);
    }
  }
  return { states, values };
};

export const markArrays = (n: number, parts: readonly ColumnPart[], choices: readonly Choice[]) => {
  const states = new Uint8Array(n).fill(NOT_ASKED);
  const marks = choices.map(() => new Uint8Array(n));
  for (const { start, rows, choiceOf, stateOf } of parts) {
    if (rows?.kind !== 'multiple' && rows?.kind !== 'ranking') continue;
    for (let row = 0; row < rows.states.length; row += 1) states[start + row] = -(rows.states[row] ?? -99);
    choiceOf.forEach((place, option) => {
      const missing = stateOf[option] ?? 0;
      eachMarked(rows, option, (row) => {
        const target = marks[place];
        if (missing !== 0) states[start + row] = missing;
        else if (target !== undefined) target[start + row] = 1;
      });
    });
  }
  return { states, marks };
};

const eachMarked = (
  { bits, wordsEach, states }: Extract<FieldRows, { readonly kind: 'multiple' | 'ranking' }>,
  option: number,
  visit: (row: number) => void,
): void => {
  const [first, bit] = [option >>> 5, 1 << (option & 31)];
  for (let row = 0; row < states.length; row += 1) if (((bits[row * wordsEach + first] ?? 0) & bit) !== 0) visit(row);
};

export const rankingArrays = (n: number, parts: readonly ColumnPart[], choices: readonly Choice[]) => {
  const { states } = markArrays(n, parts, choices);
  const places = choices.map(() => new Uint8Array(n));
  for (const { start, rows, choiceOf, stateOf } of parts) {
    if (rows?.kind !== 'ranking') continue;
    rows.places.forEach((given, option) => {
      if (stateOf[option] === 0) places[choiceOf[option] ?? 0]?.set(given, start);
    });
  }
  return { states, places };
};

export const numberArrays = (n: number, parts: readonly ColumnPart[]) => {
  const states = new Uint8Array(n).fill(NOT_ASKED);
  const values = new Float64Array(n);
  for (const { start, rows } of parts) {
    if (rows?.kind !== 'number') continue;
    for (let row = 0; row < rows.states.length; row += 1) {
      states[start + row] = -(rows.states[row] ?? -99);
      if (rows.states[row] === 0) values[start + row] = rows.values[row] ?? 0;
    }
  }
  return { states, values };
};
