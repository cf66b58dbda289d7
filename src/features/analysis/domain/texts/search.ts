/** A piece of a text, and whether it was sought. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Letters as one finds them: small, without marks. Never longer than the letter itself, so that places can be told. */
const foldLetter = (letter: string): string => {
  const folded = letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
  return folded === '' ? letter : folded;
};

const PLAIN = /^\p{ASCII}*$/u;

/** A text as it is sought in. */
export const foldText = (text: string): string =>
  PLAIN.test(text)
    ? text.toLowerCase()
    : text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

const MOST_WORDS = 10;

/** The sought words, folded; all of them must be in an answer. */
export const soughtWords = (search: string): readonly string[] =>
  [
    ...new Set(
      foldText(search)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ].slice(0, MOST_WORDS);

export const containsAll = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word));

/** The text in pieces, those that were sought marked. */
export const markFound = (text: string, words: readonly string[]): readonly Piece[] => {
  if (words.length === 0) return [{ text, isFound: false }];
  const letters = Array.from(text);
  const starts: number[] = [];
  let folded = '';
  letters.forEach((letter, at) => {
    const one = foldLetter(letter);
    for (let unit = 0; unit < one.length; unit += 1) starts.push(at);
    folded += one;
  });
  const isFound = new Uint8Array(letters.length);
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      for (let unit = at; unit < at + word.length; unit += 1) isFound[starts[unit] ?? 0] = 1;
  return piecesOf(letters, isFound);
};

/** Neighbours with the same mark become one piece. */
export const piecesOf = (letters: readonly string[], marks: Uint8Array): readonly Piece[] => {
  const pieces: { text: string; isFound: boolean }[] = [];
  letters.forEach((letter, at) => {
    const isFound = marks[at] === 1;
    const last = pieces.at(-1);
    if (last?.isFound === isFound) last.text += letter;
    else pieces.push({ text: letter, isFound });
  });
  return pieces;
};
