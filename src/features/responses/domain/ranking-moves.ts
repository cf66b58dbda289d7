import { moveInRanking, type Field, type FormFields, type RankingMove } from '../../questionnaires/domain';

/** A press of one button of one ranking: `S1:add:s07`. */
export interface PressedMove {
  readonly field: string;
  readonly move: RankingMove;
}

type RankingField = Extract<Field, { kind: 'multiple' | 'ranking' }>;

/** Codes in the order in which a form carries them. */
export const rankedCodes = (posted: FormFields[string] | undefined): readonly string[] =>
  [posted ?? []]
    .flat()
    .flatMap((text) => text.split(','))
    .map((code) => code.trim())
    .filter((code) => code !== '');

/** The order after a move. An exclusive choice ("żadna") stands alone: it replaces the others and yields to them. */
export const moveRanked = (codes: readonly string[], move: RankingMove, field: RankingField): readonly string[] => {
  if (move.kind !== 'add') return moveInRanking(codes, move, field.most);
  const standsAlone = (code: string): boolean => {
    const choice = field.choices.get(code);
    return choice?.exclusive === true || choice?.missing !== undefined;
  };
  if (standsAlone(move.code)) return [move.code];
  return moveInRanking(
    codes.filter((code) => !standsAlone(code)),
    move,
    field.most,
  );
};
