import type { Translator } from '../../../platform/i18n';
import type { BankQuery } from './inputs';
import type { Target } from './list-targets';

/** What adding has done, above the list. */
export interface DoneView {
  readonly text: string;
  readonly notes: readonly string[];
  readonly address: string;
}

/** Null where nothing has been added, or the questionnaire is gone. */
export const presentDone = (
  { t }: Translator,
  targets: readonly Target[],
  { dodano, pominieto, nowe, uwagi, kwestionariusz }: BankQuery,
): DoneView | null => {
  const target = targets.find(({ key }) => key === kwestionariusz);
  if (dodano === undefined || target === undefined) return null;
  const { draft, evaluation } = target;
  return {
    text: t('bank:done.text', { count: dodano, title: draft.definition.title }),
    notes: [
      ...(pominieto.length === 0 ? [] : [t('bank:done.skipped', { codes: pominieto.join(', ') })]),
      ...(nowe.length === 0 ? [] : [t('bank:done.numbered', { codes: nowe.join(', ') })]),
      ...(uwagi.length === 0 ? [] : [t('bank:done.remarks', { codes: uwagi.join(', ') })]),
    ],
    address: `/badania/${evaluation.id}/kwestionariusz/${draft.code}/pytania`,
  };
};
