import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Minutes, MinutesVoice } from '../domain';
import { LONGEST, type Fault } from './check-forms';
import type { VoiceForm } from './inputs';
import type { Spoken } from './voices';

/** The form of one voice, for a member by a personal link or for a director by account. */
export interface VoiceFormView {
  readonly action: string;
  readonly version: number;
  /** What was said so far, and by when it may be changed. */
  readonly said: readonly string[];
  /** Why there is no form; null: there is one. */
  readonly closed: string | null;
  readonly text: string;
  readonly hint: string;
  readonly faults: readonly string[];
}

export interface VoiceState {
  readonly action: string;
  readonly minutes: Minutes;
  /** Of the version that is asked about. */
  readonly voice: MinutesVoice | undefined;
  readonly isAsked: boolean;
  readonly today: string;
  readonly form: VoiceForm | null;
  readonly faults: readonly Fault[];
  readonly refused: Exclude<Spoken, 'written'> | null;
}

export const presentVoiceForm = (state: VoiceState, translator: Translator): VoiceFormView => {
  const { t, format } = translator;
  const { action, minutes, voice, form, faults, refused } = state;
  const until = format.day(minutes.until ?? state.today);
  return {
    action,
    version: minutes.version,
    said: saidText(voice, state, translator),
    closed: closedText(state, translator),
    text: form?.uwaga ?? (voice?.kind === 'remark' ? voice.text : ''),
    hint: t('minutes:person.remark-hint', { most: format.integer(LONGEST.remark) }),
    faults: [
      ...faults.map(({ name, details }) => t(`minutes:fault.${name}`, details)),
      ...(refused === 'late' ? [t('minutes:person.too-late', { day: until })] : []),
      ...(refused === 'other-version' ? [t('minutes:person.other-version', { version: minutes.version })] : []),
      ...(refused === 'not-asked' ? [t('minutes:person.not-asked')] : []),
    ],
  };
};

const saidText = (
  voice: MinutesVoice | undefined,
  { minutes, today }: VoiceState,
  { t, format }: Translator,
): readonly string[] => {
  if (voice === undefined) return [];
  const { kind, at, recordedBy, answer } = voice;
  return [
    t(`minutes:person.said.${kind}`, {
      day: format.day(dayOf(at)),
      time: format.time(at),
      until: format.day(minutes.until ?? today),
    }),
    ...(recordedBy === null ? [] : [t('minutes:person.recorded', { by: recordedBy })]),
    ...(answer === null
      ? []
      : [
          t('minutes:person.answer', {
            text: `${t(answer.isTaken ? 'minutes:approval.taken' : 'minutes:approval.not-taken')} ${answer.text}`,
          }),
        ]),
  ];
};

const closedText = ({ minutes, isAsked, today }: VoiceState, { t, format }: Translator): string | null => {
  if (minutes.state === 'approved') return t('minutes:person.approved');
  if (!isAsked) return t('minutes:person.not-asked');
  return minutes.until !== null && today > minutes.until
    ? t('minutes:person.over', { day: format.day(minutes.until) })
    : null;
};
