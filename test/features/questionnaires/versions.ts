import { compileVersion, type CompiledVersion } from '../../../src/features/questionnaires/domain';
import { materialise, OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires/templates';

export const owes = [
  { code: 'owes-polnoc', name: 'OWES Północ' },
  { code: 'owes-poludnie', name: 'OWES Południe' },
];

export const clients: CompiledVersion = compileVersion(materialise(OWES_CLIENTS, { owes }));
export const partners: CompiledVersion = compileVersion(materialise(ROPS_PARTNERS, { owes }));
