import type { Translator } from '../../../platform/i18n';
import type { SharedBoard } from './read-board';

export interface AgreementView {
  readonly code: string;
  readonly text: string;
  /** Addressees, and who answers for it. */
  readonly who: string;
  readonly due: string;
}

export const presentAgreements = (
  { agreements, institutions }: Pick<SharedBoard, 'agreements' | 'institutions'>,
  { t, format }: Translator,
): readonly AgreementView[] =>
  agreements.map(({ number, text, addressees, person, due }) => ({
    code: t('workshop:board.agreement', { number }),
    text,
    who: [
      ...addressees.map((one) => (one.kind === 'institution' ? (institutions.get(one.code) ?? one.code) : one.name)),
      ...(person === '' ? [] : [person]),
    ].join(', '),
    due: t('workshop:board.due', { day: format.day(due) }),
  }));
