import type { Id } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations/domain';
import type { Member } from './meeting';

export type GroupId = Id<'thematic group'>;

/** Grupa tematyczna ds. współpracy ROPS i OWES: lasts longer than one evaluation, and meets over each. */
export interface ThematicGroup {
  readonly id: GroupId;
  readonly name: string;
  /** By institution and name; those who left stay, with the day. */
  readonly members: readonly GroupMember[];
  readonly revision: number;
}

export interface GroupMember extends Member {
  /** Code of an institution of the evaluation (`rops`, `owes-polnoc`); null: another one. */
  readonly institutionCode: string | null;
  /** Calendar days. */
  readonly since: string;
  readonly until: string | null;
}

/** What tells which group an evaluation belongs to. */
export type Grouped = Pick<Evaluation, 'id' | 'wojewodztwo' | 'demonstration'>;

/** All evaluations of a region have one group; one without a region, or a demonstration, has its own. */
export const groupOf = ({ id, wojewodztwo, demonstration }: Grouped): GroupId =>
  (demonstration || wojewodztwo === '' ? id : wojewodztwo) as GroupId;

/** Members on a day. */
export const membersOn = (group: Pick<ThematicGroup, 'members'>, day: string): readonly GroupMember[] =>
  group.members.filter(({ since, until }) => since <= day && (until === null || day < until));

export const GROUP_LIMITS = { members: 500, name: 140, email: 254 } as const;
