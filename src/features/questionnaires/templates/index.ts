export { materialise, OWES_OF_THE_EVALUATION, type InstitutionChoice } from './materialise';
export { OWES_CLIENTS } from './owes-clients';
export { ROPS_PARTNERS } from './rops-partners';
export { SCALES } from './scales';
export { SPHERES } from './spheres';
