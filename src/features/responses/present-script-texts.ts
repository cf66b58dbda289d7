import type { Locale, Translator } from '../../platform/i18n';

const made = new Map<Locale, string>();

/** Texts for the script of a page, as JSON; `{time}`, `{n}` … are filled in by the browser. */
export const presentScriptTexts = ({ t, locale }: Translator): string => {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const left = (count: number): string => t('responses:open.left', { count, shown: '{n}', longest: '{longest}' });
  const json = JSON.stringify({
    saved: t('responses:page.savedAt', { time: '{time}' }),
    saving: t('responses:page.saving'),
    notSaved: t('responses:page.notSaved'),
    offline: t('responses:page.offline'),
    left: { one: left(1), few: left(2), many: left(5), other: left(5) },
    tooLong: t('responses:open.tooLong', { shown: '{n}' }),
    chosen: t('responses:ranking.count', { chosen: '{chosen}', most: '{most}' }),
    full: t('responses:ranking.full', { chosen: '{chosen}', most: '{most}' }),
    place: t('responses:ranking.place', { label: '{label}', place: '{place}', chosen: '{chosen}' }),
    removed: t('responses:ranking.removed', { label: '{label}' }),
  });
  made.set(locale, json);
  return json;
};
