import { dayOf } from '../../platform/clock';
import { breakable, type Translator } from '../../platform/i18n';
import type { KeptLetter, LetterStanding, LetterState, Mailbox } from '../../platform/mail';

/** Tabs, in order. */
export const STATES = ['waiting', 'failed', 'sent'] as const satisfies readonly LetterState[];
export const LETTERS_A_PAGE = 50;

export interface TestForm {
  readonly address: string;
  readonly isFaulty: boolean;
}

export interface LettersState {
  readonly state: LetterState;
  readonly page: number;
  readonly counts: Readonly<Record<LetterState, number>>;
  readonly letters: readonly LetterStanding[];
  readonly isSet: boolean;
  readonly from: Mailbox | null;
  /** What was just done. */
  readonly done: string;
  readonly test: TestForm;
}

export interface LetterRow {
  readonly address: string;
  readonly name: string;
  /** In parts between which a line may end. */
  readonly email: readonly string[];
  readonly subject: string;
  readonly queued: string;
  readonly tone: string;
  readonly icon: string;
  readonly state: string;
  /** When it went out, or why it did not. */
  readonly more: string | null;
}

export interface LettersView {
  readonly isSet: boolean;
  readonly lead: string;
  readonly done: string | null;
  readonly tabs: readonly { readonly address: string; readonly text: string; readonly isCurrent: boolean }[];
  readonly rows: readonly LetterRow[];
  readonly empty: string;
  readonly range: string | null;
  readonly newer: string | null;
  readonly older: string | null;
  readonly test: TestForm;
}

const DONE = ['ponowiono', 'przekazano', 'proba'];

export const presentLetters = (given: LettersState, translator: Translator): LettersView => {
  const { state, page, counts, letters, isSet, from, done, test } = given;
  const { t, format } = translator;
  const total = counts[state];
  const before = (page - 1) * LETTERS_A_PAGE;
  const pageAddress = (number: number): string => `/poczta?stan=${state}&strona=${number}`;
  return {
    isSet,
    lead: from === null ? t('mail:lead') : `${t('mail:lead')} ${t('mail:from', { name: mailboxText(from) })}.`,
    done: DONE.includes(done) ? t(`mail:done.${done}`) : null,
    tabs: STATES.map((name) => ({
      address: `/poczta?stan=${name}`,
      text: t(`mail:tabs.${name}`, { count: format.integer(counts[name]) }),
      isCurrent: name === state,
    })),
    rows: letters.map((letter) => presentRow(letter, translator)),
    empty: t(`mail:empty.${state}`),
    range:
      total > LETTERS_A_PAGE && letters.length > 0
        ? t('mail:range', {
            from: format.integer(before + 1),
            to: format.integer(before + letters.length),
            total: format.integer(total),
          })
        : null,
    newer: page > 1 ? pageAddress(page - 1) : null,
    older: before + letters.length < total && letters.length > 0 ? pageAddress(page + 1) : null,
    test,
  };
};

const mailboxText = ({ name, address }: Mailbox): string => (name === '' ? address : `${name}, ${address}`);

const TONES = {
  sent: ['badge-ok', 'check'],
  waiting: ['badge-info', 'clock'],
  failed: ['badge-err', 'circle-alert'],
} as const;

const presentRow = (letter: LetterStanding, translator: Translator): LetterRow => {
  const { t } = translator;
  const [tone, icon] = TONES[letter.state];
  return {
    address: `/poczta/list/${encodeURIComponent(letter.key)}`,
    name: letter.name,
    email: breakable(letter.to),
    subject: letter.subject,
    queued: momentText(letter.queuedAt, translator),
    tone,
    icon,
    state: t(`mail:state.${letter.sentBy === 'hand' ? 'by-hand' : letter.state}`),
    more: letter.sentAt === null ? faultText(letter, translator) : momentText(letter.sentAt, translator),
  };
};

const momentText = (at: Date, { t, format }: Translator): string =>
  t('mail:moment', { day: format.shortDay(dayOf(at)), time: format.time(at) });

const faultText = ({ fault, reason }: LetterStanding, { t }: Translator): string | null => {
  if (fault === null) return null;
  const text = t(`mail:fault.${fault}`);
  return reason === null ? text : t('mail:fault-with-reason', { text, reason });
};

export interface LetterView extends LetterRow {
  readonly text: string | null;
  readonly calendar: string | null;
  readonly attachments: readonly { readonly address: string; readonly name: string }[];
  /** Opens the letter in the reader's own mail program; null where it is too long for that. */
  readonly mailto: string | null;
  readonly mayAgain: boolean;
  readonly mayHandOver: boolean;
}

export const presentLetter = (letter: KeptLetter, translator: Translator): LetterView => {
  const row = presentRow(letter, translator);
  const { state, text, calendar, attachments } = letter;
  return {
    ...row,
    text,
    calendar: calendar === null ? null : `${row.address}/kalendarz.ics`,
    attachments: attachments.map(({ name }, at) => ({ address: `${row.address}/zalaczniki/${at}`, name })),
    mailto: state === 'sent' || text === null ? null : mailtoOf(letter, text),
    mayAgain: state === 'failed' && text !== null,
    mayHandOver: state !== 'sent' && text !== null,
  };
};

/** Mail programs cut longer addresses off. */
const LONGEST_MAILTO = 1_900;

const mailtoOf = ({ to, subject, fault }: LetterStanding, text: string): string | null => {
  if (fault === 'address') return null;
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'));
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(subject)}&body=${body}`;
  return address.length > LONGEST_MAILTO ? null : address;
};
