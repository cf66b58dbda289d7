import type { Actor, Role } from '../../accounts';

/** Those who write reports; others read what is published. */
export const writingRoles: readonly Role[] = ['evaluator', 'administrator'];

export const mayWrite = ({ role }: Actor): boolean => writingRoles.includes(role);
