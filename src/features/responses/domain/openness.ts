import type { Evaluation } from '../../evaluations/domain';

/** Whether answers are taken on this calendar day; both days of fieldwork count. */
export const opennessOn = (
  day: string,
  { opensOn, closesOn }: Pick<Evaluation, 'opensOn' | 'closesOn'>,
): 'not-yet' | 'open' | 'closed' => {
  if (day < opensOn) return 'not-yet';
  return day > closesOn ? 'closed' : 'open';
};
