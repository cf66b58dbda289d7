import type { Translator } from '../../../../platform/i18n';
import type { MadeEdit } from '..';
import { shortened } from '../label-of';

const LONGEST_LABEL = 28;

/** Words of the button that takes back the person's last edit; null where there is none. */
export const presentUndo = ({ t }: Pick<Translator, 't'>, last: MadeEdit | undefined): string | null =>
  last === undefined
    ? null
    : t('editor:undo.button', { what: t(`editor:undo.${last.kind}`, { label: shortened(last.label, LONGEST_LABEL) }) });
