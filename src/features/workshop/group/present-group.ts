import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { GroupMember, ThematicGroup } from '../domain';

export interface GroupPage {
  readonly home: string;
  readonly study: string;
  readonly name: string;
  readonly lead: string;
  readonly mayWrite: boolean;
  /** What is kept, empty where nobody named the group. */
  readonly kept: string;
  /** What stands in the field. */
  readonly typed: string;
  readonly nameFault: string | null;
  readonly note: string | null;
  readonly missing: string | null;
  readonly members: readonly MemberRow[];
  readonly former: readonly MemberRow[];
}

export interface MemberRow {
  readonly href: string;
  readonly name: string;
  readonly email: string;
  readonly institution: string;
  readonly mayVote: boolean;
  readonly term: string;
}

export interface GroupPageState {
  readonly evaluation: Pick<Evaluation, 'id' | 'institutions'>;
  readonly group: ThematicGroup;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly typed?: string;
  readonly nameFault?: string;
  readonly note?: string | null;
}

export const groupName = ({ name }: Pick<ThematicGroup, 'name'>, { t }: Pick<Translator, 't'>): string =>
  name === '' ? t('group:name') : name;

const isFormer = ({ until }: GroupMember, today: string): boolean => until !== null && until <= today;

export const presentGroup = (
  { evaluation, group, today, mayWrite, typed, nameFault, note }: GroupPageState,
  translator: Translator,
): GroupPage => {
  const { t } = translator;
  const home = `/badania/${evaluation.id}/warsztat/grupa`;
  const members = group.members.filter((member) => !isFormer(member, today));
  const without = members.filter(({ email }) => email === null).length;
  const row = rowOf(home, evaluation, today, translator);
  return {
    home,
    study: evaluation.id,
    name: groupName(group, translator),
    lead: [
      t('group:count', { count: members.length }),
      t('group:voters', { count: members.filter(({ mayVote }) => mayVote).length }),
      t('group:institutions', { count: new Set(members.map(({ institution }) => institution)).size }),
    ].join(', '),
    mayWrite,
    kept: group.name,
    typed: typed ?? groupName(group, translator),
    nameFault: nameFault ?? null,
    note: note ?? null,
    missing: without === 0 ? null : t('group:without-email', { count: without }),
    members: members.map(row),
    former: group.members.filter((member) => isFormer(member, today)).map(row),
  };
};

const rowOf =
  (home: string, evaluation: Pick<Evaluation, 'institutions'>, today: string, { t, format }: Translator) =>
  (member: GroupMember): MemberRow => ({
    href: `${home}/osoba/${member.id}`,
    name: member.name,
    email: member.email ?? '',
    institution: institutionName(member, evaluation),
    mayVote: member.mayVote,
    term:
      member.until === null
        ? t(member.since > today ? 'group:term.from-future' : 'group:term.from', {
            from: format.shortDay(member.since),
          })
        : t('group:term.between', { from: format.shortDay(member.since), until: format.shortDay(member.until) }),
  });

/** Today's short name of an institution of the evaluation; otherwise as it was written down. */
export const institutionName = (
  { institution, institutionCode }: Pick<GroupMember, 'institution' | 'institutionCode'>,
  { institutions }: Pick<Evaluation, 'institutions'>,
): string => institutions.find(({ code }) => code === institutionCode)?.shortName ?? institution;

/** The same as a file, everybody who is or was a member. */
export const groupLines = (
  { members }: Pick<ThematicGroup, 'members'>,
  evaluation: Pick<Evaluation, 'institutions'>,
  { t }: Translator,
): readonly (readonly string[])[] => [
  (['name', 'institution', 'email', 'vote', 'since', 'until'] as const).map((column) => t(`group:column.${column}`)),
  ...members.map((member) => [
    member.name,
    institutionName(member, evaluation),
    member.email ?? '',
    t(member.mayVote ? 'group:vote.yes' : 'group:vote.no'),
    member.since,
    member.until ?? '',
  ]),
];
