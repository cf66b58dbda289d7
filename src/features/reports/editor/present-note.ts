import type { Translator } from '../../../platform/i18n';
import type { EditorMaterial } from './present-editor';

export interface NoteView {
  readonly text: string;
  readonly tone: 'note-ok' | 'note-warn';
  readonly canUndo: boolean;
  /** The keyboard stands here when the page opens. */
  readonly isFocused: boolean;
}

/** Said in words only where the page does not show it by itself. */
const SILENT = ['miejscu', 'zapisie'];
const UNDONE = ['cofnieciu', 'zmianie'];
const FOCUSED = ['usunieciu', 'cofnieciu', 'zamrozeniu', 'ozywieniu', 'zmianie', 'tytule', 'przeniesieniu'];

/** What has just happened, said once after the page that did it. */
export const presentNote = (
  { reason, report, current, last, refused = 0 }: EditorMaterial,
  { t }: Translator,
): NoteView | null => {
  if (reason === undefined || SILENT.includes(reason)) return null;
  const number = report.blocks.findIndex(({ id }) => id === current) + 1;
  const said = t(`report-editor:note.${reason}`, { number });
  return {
    text: refused === 0 ? said : `${said} ${t('report-editor:note.refused', { count: refused })}`,
    tone: refused > 0 || reason === 'zmianie' ? 'note-warn' : 'note-ok',
    canUndo: last !== null && !UNDONE.includes(reason),
    isFocused: FOCUSED.includes(reason),
  };
};
