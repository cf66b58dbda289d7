export type { Actor, Role } from './actor';
