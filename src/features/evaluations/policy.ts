import type { Role } from '../accounts';

/** The workbench of an evaluation belongs to those who run it; directors and coordinators have pages of their own. */
export const managingRoles: readonly Role[] = ['evaluator', 'administrator'];
