import type { Translator } from '../../../../platform/i18n';
import type { Desk } from '../../open-desk';
import type { MadeEdit } from '..';

export type NoteReason = 'zapisie' | 'dodaniu' | 'powieleniu' | 'przesunieciu' | 'usunieciu' | 'cofnieciu' | 'uwadze';

export interface NoteView {
  readonly text: string;
  /** "Odwołują się do niego: J1, J2. …" */
  readonly referrers: string | null;
  readonly canUndo: boolean;
}

const KINDS: Readonly<Partial<Record<NoteReason, readonly MadeEdit['kind'][]>>> = {
  usunieciu: ['delete-item', 'delete-page'],
  przesunieciu: ['move-item', 'move-page'],
  powieleniu: ['duplicate-item'],
  dodaniu: ['add-item', 'add-page'],
  zapisie: ['change-item', 'rename-page', 'change-frame'],
};

/** What has just happened, said once after the page that did it. */
export const presentNote = (
  { t }: Pick<Translator, 't'>,
  desk: Desk,
  last: MadeEdit | undefined,
  reason: NoteReason | undefined,
): NoteView | null => {
  if (reason === undefined) return null;
  if (reason === 'cofnieciu') return { text: t('editor:note.undone'), referrers: null, canUndo: false };
  if (reason === 'uwadze') return { text: t('editor:note.commented'), referrers: null, canUndo: false };
  if (last === undefined || KINDS[reason]?.includes(last.kind) !== true) return null;
  const label = last.label;
  const referrers = last.referrers.filter((code) => code !== last.subject);
  if (reason === 'zapisie' && referrers.length === 0) return null;
  return {
    text: t(`editor:note.${last.kind}`, { label, place: placeOf(desk, last.subject) }),
    referrers: referrers.length === 0 ? null : t('editor:note.referrers', { codes: referrers.join(', ') }),
    canUndo: true,
  };
};

/** "strona 2, miejsce 3", counted from 1. */
const placeOf = ({ draft }: Desk, subject: string): string => {
  for (const [index, page] of draft.definition.pages.entries()) {
    if (page.id === subject) return String(index + 1);
    const at = page.items.findIndex(({ code }) => code === subject);
    if (at >= 0) return `${index + 1}.${at + 1}`;
  }
  return '';
};
