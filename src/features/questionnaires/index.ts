export { materialise, OWES_CLIENTS, ROPS_PARTNERS, type InstitutionChoice } from './templates';
