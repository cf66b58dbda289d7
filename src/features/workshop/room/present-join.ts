import type { Translator } from '../../../platform/i18n';
import type { Meeting } from '../domain';
import { spacedCode } from './present-phone';

export interface JoinView {
  readonly home: string;
  readonly title: string;
  readonly when: string;
  readonly code: string;
  readonly fault: string | null;
  readonly guests: boolean;
  readonly name: string;
  readonly institution: string;
  /** By institution. */
  readonly groups: readonly {
    readonly institution: string;
    readonly members: readonly { readonly id: string; readonly name: string; readonly isChosen: boolean }[];
  }[];
}

/** Who is there: members choose themselves, others say who they are. */
export const presentJoin = (
  { title, day, from, code, members, rules }: Meeting,
  typed: unknown,
  fault: string | null,
  { t, format }: Translator,
): JoinView => {
  const form = (typed ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof form[name] === 'string' ? form[name].slice(0, MOST_SHOWN) : '');
  const institutions = [...new Set(members.map(({ institution }) => institution))];
  return {
    home: `/s/${code ?? ''}`,
    title,
    when: t('workshop:join.when', { day: format.day(day), from }),
    code: spacedCode(code ?? ''),
    fault,
    guests: rules.guests,
    name: text('imie'),
    institution: text('instytucja'),
    groups: institutions.map((institution) => ({
      institution,
      members: members
        .filter((member) => member.institution === institution)
        .map(({ id, name }) => ({ id, name, isChosen: id === text('osoba') })),
    })),
  };
};

const MOST_SHOWN = 200;
