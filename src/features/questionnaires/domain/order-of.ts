import type { AskedItem, BatteryRow, Choice } from './definition';

/**
 * Codes of an item's choices (of its rows in batteries and sums) in the order of one respondent. Without `random` it is
 * the order of the questionnaire. "Inna", exclusive and missing choices keep their places at the end.
 *
 * @param seed the same text gives the same order: the submission id
 */
export const orderOf = (item: AskedItem, seed: string): readonly string[] => {
  const codes = (parts: readonly { readonly code: string }[]): readonly string[] => parts.map(({ code }) => code);
  if (item.kind === 'battery' || item.kind === 'sum') return codes(rowsInOrder(item.rows, item, seed));
  return 'choices' in item ? codes(choicesInOrder(item.choices, item, seed)) : [];
};

/** The item with its choices or rows in the order of one respondent. */
export const inOrder = <Kind extends AskedItem>(item: Kind, seed: string): Kind => {
  if (item.random !== true) return item;
  if (item.kind === 'battery' || item.kind === 'sum') return { ...item, rows: rowsInOrder(item.rows, item, seed) };
  return 'choices' in item ? { ...item, choices: choicesInOrder(item.choices, item, seed) } : item;
};

const rowsInOrder = (rows: readonly BatteryRow[], item: AskedItem, seed: string): readonly BatteryRow[] =>
  item.random === true ? shuffle(rows, `${seed}/${item.code}`) : rows;

const choicesInOrder = (choices: readonly Choice[], item: AskedItem, seed: string): readonly Choice[] => {
  if (item.random !== true) return choices;
  return [
    ...shuffle(
      choices.filter((choice) => !staysLast(choice)),
      `${seed}/${item.code}`,
    ),
    ...choices.filter(staysLast),
  ];
};

const staysLast = ({ other, exclusive, missing }: Choice): boolean =>
  other === true || exclusive === true || missing !== undefined;

/** Fisher and Yates: every order is as likely as any other. */
const shuffle = <Part>(parts: readonly Part[], seed: string): readonly Part[] => {
  const shuffled = [...parts];
  const chance = chanceFrom(seed);
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    const [a, b] = [shuffled[at], shuffled[other]];
    if (a !== undefined && b !== undefined) [shuffled[at], shuffled[other]] = [b, a];
  }
  return shuffled;
};

/** Numbers in [0, 1) from a text: FNV-1a takes the text in, the finaliser of MurmurHash3 (public domain) mixes each step. */
const chanceFrom = (seed: string): (() => number) => {
  let state = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
};
