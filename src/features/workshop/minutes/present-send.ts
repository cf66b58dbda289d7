import { addDays, dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { ReportTree } from '../../reports';
import { SILENCE_RULES, type Meeting, type Minutes, type MinutesVoice } from '../domain';
import { LONGEST, tooLong, untilFaults, type Fault } from './check-forms';
import type { SendForm } from './inputs';
import { minutesHome } from './present-page';
import type { MinutesRecord } from './read-record';

const USUAL_DAYS = 7;

export interface SendPage {
  readonly action: string;
  readonly home: string;
  readonly title: string;
  readonly key: string;
  readonly revision: number;
  readonly notices: readonly string[];
  readonly until: string;
  readonly rules: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  /** Null in the first version. */
  readonly changes: { readonly label: string; readonly text: string; readonly differs: string } | null;
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

export interface SendState {
  readonly meeting: Meeting;
  readonly minutes: Minutes;
  readonly voices: readonly MinutesVoice[];
  /** The form that was sent; null: a new one. */
  readonly form: SendForm | null;
  readonly key: string;
  readonly faults: readonly Fault[];
  readonly now: Date;
  readonly sendsMail: boolean;
  readonly record: MinutesRecord;
  /** The last version as it was sent, and what would be sent now. */
  readonly trees: { readonly before: ReportTree; readonly now: ReportTree } | null;
}

export const sendFaults = (form: SendForm, { version }: Minutes, now: Date, { t }: Translator): readonly Fault[] => [
  ...untilFaults(form.do, dayOf(now)),
  ...(version > 0 && form.zmiany === '' ? [{ field: 'zmiany', name: 'changes-missing', details: {} }] : []),
  ...tooLong('zmiany', form.zmiany, LONGEST.changes, t('minutes:send.changes', { before: version })),
];

export const presentSend = (state: SendState, translator: Translator): SendPage => {
  const { t } = translator;
  const { meeting, minutes, form, key, now, faults } = state;
  const home = minutesHome(meeting);
  const silence = form?.milczenie ?? minutes.versions.at(-1)?.silence ?? 'consents';
  return {
    action: `${home}/wyslij`,
    home,
    title: titleOf(minutes, t),
    key,
    revision: minutes.revision,
    notices: noticesOf(state, translator),
    until: form?.do ?? addDays(dayOf(now), USUAL_DAYS),
    rules: SILENCE_RULES.map((value) => ({
      value,
      text: t(`minutes:send.rule.${value}`),
      isChosen: value === silence,
    })),
    changes:
      minutes.version === 0
        ? null
        : {
            label: t('minutes:send.changes', { before: minutes.version }),
            text: form?.zmiany ?? takenText(state.voices, minutes.version),
            differs: differsText(state, translator),
          },
    faults: faults.map(({ field, name, details }) => ({ field, text: t(`minutes:fault.${name}`, details) })),
  };
};

export const titleOf = ({ version }: Minutes, t: Translator['t']): string =>
  version === 0 ? t('minutes:send.title') : t('minutes:send.title-next', { version: version + 1 });

const noticesOf = ({ meeting, minutes, sendsMail, record }: SendState, { t }: Translator): readonly string[] => {
  const without = meeting.members.filter(({ email }) => email === null);
  const open = record.rounds.length === 0 ? [] : record.proposals.filter(({ id }) => !record.outcomes.has(id));
  return [
    ...(open.length === 0 ? [] : [t('minutes:send.no-outcome', { count: open.length })]),
    ...(minutes.words.writtenBy === '' ? [t('minutes:send.nobody-wrote')] : []),
    t('minutes:send.with-address', { count: meeting.members.length - without.length }),
    ...(without.length === 0
      ? []
      : [t('minutes:send.without-address', { names: without.map(({ name }) => name).join(', ') })]),
    ...(sendsMail ? [] : [t('minutes:send.no-mail')]),
  ];
};

/** What was answered to remarks that were taken: a beginning for whoever writes what has changed. */
const takenText = (voices: readonly MinutesVoice[], version: number): string =>
  voices
    .flatMap((voice) => (voice.version === version && voice.answer?.isTaken === true ? [voice.answer.text] : []))
    .join(' ')
    .slice(0, LONGEST.changes);

/** Titles of the parts that are not the same. */
const differsText = ({ minutes, trees }: SendState, { t }: Translator): string => {
  if (trees === null) return '';
  const before = partsOf(trees.before);
  const parts = [...partsOf(trees.now)].filter(([title, text]) => before.get(title) !== text).map(([title]) => title);
  return parts.length === 0
    ? t('minutes:send.same', { before: minutes.version })
    : t('minutes:send.differs', { parts: parts.join('; ') });
};

/** Each part as text, but for the last one: it tells of the approval itself. */
const partsOf = ({ blocks }: ReportTree): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  let title = '';
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 2) title = block.text;
    if (title !== '') parts.set(title, (parts.get(title) ?? '') + JSON.stringify(block));
  }
  parts.delete(title);
  return parts;
};
