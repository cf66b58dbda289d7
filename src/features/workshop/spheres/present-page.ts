import type { Translator } from '../../../platform/i18n';
import { presentSpheres, type SpheresView } from '../../analysis';
import { dayOf } from '../../../platform/clock';
import { sphereStanding, type SphereDecision, type SphereVerdict } from '../domain';
import { disagreements } from './own-words';
import { apartText } from './present-apart';
import { presentChoice, type ChoiceView } from './present-choice';
import { areaText, standingBadge, validText, verdictBadge, type BadgeView } from './present-decision';
import { presentShelf, type ShelfView } from './present-shelf';
import { heldMeetings, lastChoice, votesFor, type SphereDesk } from './read-desk';

export interface SpheresPage {
  readonly study: string;
  readonly lead: string;
  readonly mayDecide: boolean;
  readonly file: string | null;
  readonly empty: SpheresView['empty'];
  readonly notices: readonly string[];
  readonly ranking: SpheresView['ranking'];
  readonly doors: SpheresView['doors'];
  readonly apart: readonly string[];
  readonly choice: ChoiceView | null;
  readonly ending: readonly WarningView[];
  readonly rows: readonly DecisionRow[];
  readonly minutes: { readonly text: string; readonly href: string } | null;
  readonly shelf: ShelfView;
}

interface WarningView {
  readonly text: string;
  readonly href: string;
  readonly label: string;
  readonly isOver: boolean;
}

export interface DecisionRow {
  readonly label: string;
  readonly badge: BadgeView;
  readonly standing: BadgeView | null;
  readonly reason: string;
  readonly area: string;
  readonly valid: string;
  readonly meeting: MeetingLink | null;
  readonly href: string;
  readonly action: string;
}

export interface MeetingLink {
  readonly text: string;
  readonly href: string;
}

export const pathOf = ({ evaluation }: Pick<SphereDesk, 'evaluation'>): string =>
  `/badania/${evaluation.id}/warsztat/sfery`;

export const presentSpheresPage = (desk: SphereDesk, mayDecide: boolean, translator: Translator): SpheresPage => {
  const analysed = presentSpheres(desk.ranked, translator);
  const meeting = heldMeetings(desk).at(-1);
  const choice = lastChoice(desk.meetings);
  return {
    study: desk.evaluation.id,
    lead: leadOf(desk, translator),
    mayDecide,
    file: mayDecide ? (analysed.files.find(({ text }) => text === 'XLSX')?.address ?? null) : null,
    empty: analysed.empty,
    notices: analysed.notices,
    ranking: analysed.ranking,
    doors: mayDecide ? analysed.doors : [],
    apart: disagreements(desk).map((one) => apartText(one, translator)),
    choice: choice === undefined ? null : presentChoice(choice, translator),
    ending: warningsOf(desk, translator),
    rows: rowsOf(desk, mayDecide, translator),
    minutes:
      meeting === undefined
        ? null
        : {
            text: translator.t('sphere-decisions:minutes', { number: meeting.number, year: meeting.day.slice(0, 4) }),
            href: `/badania/${desk.evaluation.id}/warsztat/${meeting.number}/protokol`,
          },
    shelf: presentShelf(desk, mayDecide, translator),
  };
};

const leadOf = ({ spheres, decisions }: SphereDesk, { t, format }: Translator): string => {
  const last = decisions.at(-1);
  const lead = t('sphere-decisions:lead', { count: spheres.length });
  return last === undefined
    ? `${lead} ${t('sphere-decisions:undecided')}`
    : `${lead} ${t('sphere-decisions:decidedOn', { day: format.day(dayOf(last.at)) })}`;
};

/** What runs out soon or has run out, the earliest first; only what anybody would miss. */
const warningsOf = (desk: SphereDesk, { t, format }: Translator): readonly WarningView[] =>
  [...desk.current.values()]
    .flatMap((decision) => {
      const standing = sphereStanding(decision, desk.today);
      const until = decision.valid?.until;
      if (until == null || decision.verdict !== 'preferred' || (standing !== 'ending' && standing !== 'expired'))
        return [];
      return [{ decision, until, isOver: standing === 'expired' }];
    })
    .toSorted((one, other) => (one.until < other.until ? -1 : 1))
    .map(({ decision, until, isOver }) => ({
      text: t(`sphere-decisions:warning.${isOver ? 'expired' : 'ending'}`, {
        label: decision.label,
        day: format.day(until),
      }),
      href: `${pathOf(desk)}/${encodeURIComponent(decision.sphere)}`,
      label: decision.label,
      isOver,
    }));

const ORDER: Readonly<Record<SphereVerdict, number>> = { preferred: 0, postponed: 1, 'not-preferred': 2 };
const UNDECIDED = 3;

const rowsOf = (desk: SphereDesk, mayDecide: boolean, translator: Translator): readonly DecisionRow[] => {
  const orderOf = (code: string): number => {
    const decision = desk.current.get(code);
    return decision === undefined ? UNDECIDED : ORDER[decision.verdict];
  };
  const choice = lastChoice(desk.meetings);
  const votesOf = (code: string): number => (choice === undefined ? 0 : (votesFor(choice, code)?.votes ?? 0));
  return desk.spheres
    .toSorted((one, other) => orderOf(one.code) - orderOf(other.code) || votesOf(other.code) - votesOf(one.code))
    .map(({ code, label }) => {
      const decision = desk.current.get(code);
      return {
        label,
        ...presentDecision(decision, desk, translator),
        href: `${pathOf(desk)}/${encodeURIComponent(code)}`,
        action: translator.t(
          `sphere-decisions:action.${mayDecide ? (decision === undefined ? 'decide' : 'change') : 'history'}`,
        ),
      };
    });
};

export const presentDecision = (
  decision: SphereDecision | undefined,
  desk: SphereDesk,
  translator: Translator,
): Omit<DecisionRow, 'label' | 'href' | 'action'> => ({
  badge: verdictBadge(decision?.verdict ?? null, translator),
  standing: decision === undefined ? null : standingBadge(decision, desk.today, translator),
  reason: decision?.reason ?? '–',
  area: areaText(decision?.area ?? null, translator),
  valid: validText(decision?.valid ?? null, translator),
  meeting: decision === undefined ? null : meetingLink(decision, desk, translator),
});

const meetingLink = (
  { meetingNumber, evaluationId }: SphereDecision,
  { meetings, evaluation }: SphereDesk,
  { t }: Translator,
): MeetingLink | null => {
  if (meetingNumber === null) return null;
  const held = evaluationId === evaluation.id ? meetings.find(({ number }) => number === meetingNumber) : undefined;
  return {
    text:
      held === undefined
        ? String(meetingNumber)
        : t('sphere-decisions:meeting', { number: meetingNumber, year: held.day.slice(0, 4) }),
    href: `/badania/${evaluationId}/warsztat/${meetingNumber}/protokol`,
  };
};
