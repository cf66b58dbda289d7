import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { LetterStanding } from '../../../platform/mail';
import {
  ACCOUNT_VOICE,
  closingObstacle,
  meetingCode,
  standingOf,
  type Meeting,
  type Member,
  type Minutes,
  type MinutesVersion,
  type MinutesVoice,
} from '../domain';
import type { Fault } from './check-forms';
import type { AnswerForm, VoiceForm } from './inputs';
import { letterKey } from './letters';
import { minutesHome, standingText } from './present-page';

export interface VoicesPage {
  readonly home: string;
  readonly lead: string;
  readonly standing: string;
  readonly isOpen: boolean;
  readonly people: readonly PersonLine[];
  readonly remarks: readonly RemarkView[];
  readonly record: RecordView | null;
  readonly close: { readonly revision: number; readonly obstacle: string | null } | null;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

interface PersonLine {
  readonly name: string;
  readonly institution: string;
  readonly voice: string;
  readonly note: string | null;
  readonly letter: string;
  /** Of whom a link may be sent again. */
  readonly resend: { readonly member: string; readonly label: string } | null;
}

export interface RemarkView {
  readonly id: string;
  readonly who: string;
  readonly text: string;
  readonly earlier: readonly string[];
  readonly answered: string | null;
  readonly form: {
    readonly member: string;
    readonly version: number;
    readonly revision: number;
    readonly isTaken: boolean | null;
    readonly text: string;
  } | null;
}

export interface RecordView {
  readonly version: number;
  readonly people: readonly { readonly id: string; readonly name: string; readonly isChosen: boolean }[];
  readonly kind: string;
  readonly text: string;
}

export interface VoicesState {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly version: MinutesVersion;
  readonly voices: readonly MinutesVoice[];
  readonly letters: readonly LetterStanding[];
  readonly today: string;
  readonly answer: AnswerForm | null;
  readonly record: (VoiceForm & { readonly osoba: string }) | null;
  readonly faults: readonly Fault[];
}

export const presentVoices = (state: VoicesState, translator: Translator): VoicesPage => {
  const { t, format } = translator;
  const { meeting, minutes, version, voices, today } = state;
  const isOpen = minutes.state === 'for-approval';
  const obstacle = closingObstacle(version, standingOf(version, voices), today);
  return {
    home: minutesHome(meeting),
    lead: t('minutes:voices.lead', {
      number: meetingCode(meeting),
      version: version.version,
      day: format.day(version.until),
    }),
    standing: standingText(minutes, voices, translator),
    isOpen,
    people: [
      ...version.asked.map((member) => personLine(member, state, translator)),
      ...accountLines(state, translator),
    ],
    remarks: voices.filter(isRemark).map((voice) => remarkView(voice, state, translator)),
    record: isOpen ? recordView(state) : null,
    close: isOpen
      ? {
          revision: minutes.revision,
          obstacle: obstacle === null ? null : t(`minutes:close.${obstacle}`, { day: format.day(version.until) }),
        }
      : null,
    faults: state.faults.map(({ field, name, details }) => ({ field, text: t(`minutes:fault.${name}`, details) })),
  };
};

const isRemark = ({ kind }: MinutesVoice): boolean => kind === 'remark';

const personLine = (member: Member, state: VoicesState, { t, format }: Translator): PersonLine => {
  const { version, voices, minutes, letters } = state;
  const voice = voices.find((one) => one.version === version.version && one.member === member.id);
  const own = letterKey(minutes, version.version, member.id);
  const letter = letters.filter(({ key }) => key === own || key.startsWith(`${own}:`)).at(-1);
  return {
    name: member.name,
    institution: member.institution,
    ...voiceText(voice, { t, format }),
    letter:
      member.email === null
        ? t('minutes:voices.mail.none')
        : letter === undefined
          ? t('minutes:voices.mail.missing')
          : t(`minutes:voices.mail.${letter.state}`, {
              day: letter.sentAt === null ? '' : format.shortDay(dayOf(letter.sentAt)),
            }),
    resend:
      member.email === null || minutes.state !== 'for-approval'
        ? null
        : { member: member.id, label: t('minutes:voices.resend-for', { name: member.name }) },
  };
};

const voiceText = (voice: MinutesVoice | undefined, { t, format }: Pick<Translator, 't' | 'format'>) => ({
  voice:
    voice === undefined
      ? t('minutes:voices.kind.none')
      : `${t(`minutes:voices.kind.${voice.kind}`)}, ${format.shortDay(dayOf(voice.at))}`,
  note:
    voice === undefined || voice.recordedBy === null ? null : t('minutes:voices.recorded', { by: voice.recordedBy }),
});

const accountLines = ({ version, voices }: VoicesState, { t, format }: Translator): readonly PersonLine[] =>
  voices
    .filter((voice) => voice.version === version.version && voice.member.startsWith(ACCOUNT_VOICE))
    .map((voice) => ({
      name: voice.name,
      institution: t('minutes:approval.director'),
      ...voiceText(voice, { t, format }),
      letter: t('minutes:voices.account'),
      resend: null,
    }));

const remarkView = (
  voice: MinutesVoice,
  { minutes, answer: typed }: VoicesState,
  { t, format }: Translator,
): RemarkView => {
  const { name, version, member, at, text, earlier, answer, revision } = voice;
  const mine = typed?.osoba === member && typed.wersja === version ? typed : null;
  return {
    id: `${version}-${member}`,
    who: t('minutes:voices.remark-by', { name, version, day: format.shortDay(dayOf(at)) }),
    text,
    earlier: earlier
      .filter((one) => one.kind === 'remark')
      .map((one) => t('minutes:voices.earlier', { text: one.text })),
    answered:
      answer === null
        ? null
        : `${t(answer.isTaken ? 'minutes:approval.taken' : 'minutes:approval.not-taken')} ${answer.text}`,
    form:
      minutes.state === 'approved'
        ? null
        : {
            member,
            version,
            revision,
            isTaken: mine === null ? (answer?.isTaken ?? null) : mine.wynik === undefined ? null : mine.wynik === 'tak',
            text: mine?.odpowiedz ?? answer?.text ?? '',
          },
  };
};

/** Of those who did not answer themselves. */
const recordView = ({ version, voices, record }: VoicesState): RecordView => {
  const spoke = new Set(
    voices.filter((one) => one.version === version.version && one.recordedBy === null).map(({ member }) => member),
  );
  return {
    version: record?.wersja ?? version.version,
    people: version.asked
      .filter(({ id }) => !spoke.has(id))
      .map(({ id, name, institution }) => ({ id, name: `${name}, ${institution}`, isChosen: id === record?.osoba })),
    kind: record?.glos ?? 'zatwierdzam',
    text: record?.uwaga ?? '',
  };
};
