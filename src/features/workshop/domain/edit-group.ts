import { GROUP_LIMITS, type GroupMember, type ThematicGroup } from './group';

/** What is said of a member; the id comes from the page, so that a form sent twice adds one person. */
export type MemberDraft = GroupMember;

/** Why a group stays as it is: somebody else was quicker, the person is not there, is there already, or there is no room. */
export type GroupRefusal = 'overtaken' | 'gone' | 'twice' | 'full';

export interface MembersAdded {
  readonly members: readonly GroupMember[];
  /** Those who are on the list already, under the same name and institution. */
  readonly known: readonly MemberDraft[];
}

/** Letters' size and spaces do not make another person or institution. */
export const sameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('pl');

/** The same person at the same institution, who has not left. */
export const isSameMember = (
  one: Pick<GroupMember, 'name' | 'institution'>,
  other: Pick<GroupMember, 'name' | 'institution'>,
): boolean => sameText(one.name, other.name) && sameText(one.institution, other.institution);

const ordered = (members: readonly GroupMember[]): readonly GroupMember[] =>
  members.toSorted(
    (one, other) => one.institution.localeCompare(other.institution, 'pl') || one.name.localeCompare(other.name, 'pl'),
  );

/** Adds those who are not there yet; whoever left may come back and is written down anew. */
export const addMembers = (
  { members }: Pick<ThematicGroup, 'members'>,
  drafts: readonly MemberDraft[],
): MembersAdded | GroupRefusal => {
  const after = [...members];
  const known: MemberDraft[] = [];
  for (const draft of drafts) {
    if (after.some(({ id }) => id === draft.id)) continue;
    if (after.some((member) => member.until === null && isSameMember(member, draft))) known.push(draft);
    else after.push(draft);
  }
  return after.length > GROUP_LIMITS.members ? 'full' : { members: ordered(after), known };
};

/** @param seen the member as it stood on the page */
export const changeMember = (
  { members }: Pick<ThematicGroup, 'members'>,
  seen: string,
  draft: MemberDraft,
  printOf: (member: GroupMember) => string,
): readonly GroupMember[] | GroupRefusal => {
  const before = members.find(({ id }) => id === draft.id);
  if (before === undefined) return 'gone';
  if (printOf(before) !== seen && printOf(before) !== printOf(draft)) return 'overtaken';
  const isTwice = members.some(
    (member) => member.id !== draft.id && member.until === null && draft.until === null && isSameMember(member, draft),
  );
  if (isTwice) return 'twice';
  return ordered(members.map((member) => (member.id === draft.id ? draft : member)));
};
