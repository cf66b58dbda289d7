export { BANK, BANK_MODULES } from './bank';
export { forgettingOwes, materialise, namingOwes, OWES_OF_THE_EVALUATION, type InstitutionChoice } from './materialise';
export { OWES_CLIENTS, OWES_CLIENTS_FULL } from './owes-clients';
export { ROPS_PARTNERS, ROPS_PARTNERS_FULL } from './rops-partners';
export { SCALES } from './scales';
export { EXPERT_SPHERES, PES_MONITORING, SERVICE_PULSE } from './short-instruments';
export { SPHERES } from './spheres';
export { TEMPLATES, type QuestionnaireTemplate } from './templates';
