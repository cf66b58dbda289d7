import { TEXT_LIMITS, type Meeting } from '../domain';
import type { JoinForm, ProposalForm } from './inputs';

export interface ProposalFault {
  readonly field: 'obszar' | 'tresc';
  readonly fault: 'dimension-missing' | 'text-missing' | 'text-too-long';
  readonly count: number;
}

/** What must be mended before a proposal is sent; nothing typed is lost meanwhile. */
export const faultsOf = ({ obszar, tresc }: Pick<ProposalForm, 'obszar' | 'tresc'>): readonly ProposalFault[] => [
  ...(obszar === undefined ? [{ field: 'obszar', fault: 'dimension-missing', count: 0 } as const] : []),
  ...textFaults(tresc),
];

/** Of the words alone. */
export const textFaults = (text: string): readonly ProposalFault[] => {
  const count = lengthOf(text);
  if (count === 0) return [{ field: 'tresc', fault: 'text-missing', count }];
  return count > TEXT_LIMITS.proposal ? [{ field: 'tresc', fault: 'text-too-long', count }] : [];
};

/** A sign that needs two units in memory is one for who types it. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Why somebody is not let in under these words; null: they may come. */
export const joinFault = ({ members, rules }: Meeting, { osoba, imie, instytucja }: JoinForm): string | null => {
  if (members.some(({ id }) => id === osoba)) return null;
  if (!rules.guests) return 'workshop:join.member-missing';
  if (imie === '' || instytucja === '') return 'workshop:join.who-missing';
  const isTooLong = lengthOf(imie) > TEXT_LIMITS.name || lengthOf(instytucja) > TEXT_LIMITS.institution;
  return isTooLong ? 'proposals:join.too-long' : null;
};
