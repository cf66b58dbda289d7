import { dayOf } from '../../../../platform/clock';
import type { Translator } from '../../../../platform/i18n';
import type { ItemComment } from '..';

/** Remarks on one item: open ones first, each kind oldest first. */
export const presentComments = ({ t, format }: Translator, comments: readonly ItemComment[], code: string) => {
  const views = comments
    .filter(({ item }) => item === code)
    .map(({ id, name, at, text, resolved }) => ({
      id,
      name,
      when: t('editor:comments.when', { day: format.shortDay(dayOf(at)), time: format.time(at) }),
      text,
      isOpen: resolved === null,
      resolved:
        resolved === null
          ? null
          : t('editor:comments.resolved', { name: resolved.name, day: format.shortDay(dayOf(resolved.at)) }),
    }));
  return { open: views.filter(({ isOpen }) => isOpen), resolved: views.filter(({ isOpen }) => !isOpen) };
};
