import type { Translator } from '../../../platform/i18n';
import type { Meeting } from '../domain';
import { presentSheetForm, type SheetFormView, type SheetState } from './present-sheet';
import { sheetsStateOf } from './state';

/** Where the moderator writes down a sheet that somebody filled in on paper. */
export interface PaperView {
  readonly home: string;
  readonly meeting: string;
  readonly filled: string;
  readonly saved: string | null;
  readonly notice: string | null;
  readonly isMemberMissing: boolean;
  readonly members: readonly { readonly id: string; readonly name: string; readonly isChosen: boolean }[];
  readonly form: SheetFormView | null;
}

export interface PaperPage {
  readonly meeting: Meeting;
  readonly filled: number;
  /** Just now. */
  readonly isSaved: boolean;
  /** Of the meeting's list; empty: nobody yet. */
  readonly member: string;
  readonly isMemberMissing: boolean;
  /** Why the sheet was not saved; null: nothing was refused. */
  readonly refused: string | null;
  readonly form: SheetState;
}

export const presentPaper = (page: PaperPage, translator: Translator): PaperView => {
  const { meeting, filled, isSaved, member, isMemberMissing, refused, form } = page;
  const { t, format } = translator;
  const home = `/badania/${meeting.evaluationId}/warsztat/${meeting.number}`;
  const voters = meeting.members.filter(({ mayVote }) => mayVote);
  const state = sheetsStateOf(meeting);
  const isFillable = meeting.sphereOptions.length > 0 && (state === 'open' || refused !== null);
  const shown = presentSheetForm({ action: `${home}/arkusze`, options: meeting.sphereOptions }, form, translator);
  const missing = isMemberMissing ? [t('sheets:paper.member-missing')] : [];
  return {
    home,
    meeting: meeting.title,
    filled: t('sheets:board.filled', { filled: format.integer(filled), count: voters.length }),
    saved: isSaved ? t('sheets:paper.saved') : null,
    notice: refused ?? noticeOf(meeting, state, translator),
    isMemberMissing,
    members: voters.map(({ id, name, institution }) => ({
      id,
      name: t('sheets:paper.name', { name, institution }),
      isChosen: id === member,
    })),
    form: isFillable ? { ...shown, faults: [...missing, ...shown.faults] } : null,
  };
};

const noticeOf = (
  { sphereOptions }: Meeting,
  state: ReturnType<typeof sheetsStateOf>,
  { t }: Translator,
): string | null => {
  if (sphereOptions.length === 0) return t('sheets:notice.no-spheres');
  return state === 'open' ? null : t(`sheets:notice.${state}`);
};
