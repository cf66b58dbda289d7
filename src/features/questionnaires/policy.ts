import type { Role } from '../accounts';

/** Those who write questionnaires, import them and publish them. */
export const writingRoles: readonly Role[] = ['evaluator', 'administrator'];

/** Those who may read a questionnaire before it is published and comment on its items. */
export const readingRoles: readonly Role[] = ['evaluator', 'administrator', 'director', 'coordinator'];

export const mayWrite = ({ role }: { readonly role: Role }): boolean => writingRoles.includes(role);
