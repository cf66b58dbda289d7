import { TEXT_LIMITS } from '../domain';
import type { ProposalForm } from './inputs';

export interface ProposalFault {
  readonly field: 'obszar' | 'tresc';
  readonly fault: 'dimension-missing' | 'text-missing' | 'text-too-long';
  readonly count: number;
}

/** What must be mended before a proposal is sent; nothing typed is lost meanwhile. */
export const faultsOf = ({ obszar, tresc }: ProposalForm): readonly ProposalFault[] => [
  ...(obszar === undefined ? [{ field: 'obszar', fault: 'dimension-missing', count: 0 } as const] : []),
  ...(tresc === '' ? [{ field: 'tresc', fault: 'text-missing', count: 0 } as const] : []),
  ...(tresc.length > TEXT_LIMITS.proposal
    ? [{ field: 'tresc', fault: 'text-too-long', count: tresc.length } as const]
    : []),
];
