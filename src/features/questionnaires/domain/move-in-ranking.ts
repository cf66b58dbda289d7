export interface RankingMove {
  readonly kind: 'add' | 'remove' | 'up' | 'down';
  readonly code: string;
}

/** The order after one press of a button. A move that is not possible changes nothing. */
export const moveInRanking = (
  codes: readonly string[],
  { kind, code }: RankingMove,
  most: number,
): readonly string[] => {
  const place = codes.indexOf(code);
  switch (kind) {
    case 'add':
      return place >= 0 || codes.length >= most ? codes : [...codes, code];
    case 'remove':
      return codes.filter((other) => other !== code);
    case 'up':
      return swap(codes, place - 1, place);
    case 'down':
      return swap(codes, place, place + 1);
  }
};

const swap = (codes: readonly string[], first: number, second: number): readonly string[] => {
  const [a, b] = [codes[first], codes[second]];
  if (a === undefined || b === undefined) return codes;
  return codes.map((code, place) => (place === first ? b : place === second ? a : code));
};
