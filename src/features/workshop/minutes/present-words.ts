import type { Translator } from '../../../platform/i18n';
import type { Meeting, Minutes, MinutesWords } from '../domain';
import { LONGEST, tooLong, type Fault } from './check-forms';
import { DISCUSSION, type WordsForm } from './inputs';
import { minutesHome } from './present-page';

export interface WordsPage {
  readonly action: string;
  readonly home: string;
  readonly revision: number;
  readonly overtaken: string | null;
  readonly button: string;
  readonly fields: readonly WordsField[];
  readonly faults: readonly { readonly field: string; readonly text: string }[];
}

export interface WordsField {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly rows: number;
  readonly value: string;
  /** What is stored, where it is not what was typed; null: the same. */
  readonly stored: string | null;
  readonly fault: string | null;
}

/** What was typed but is not stored. */
export interface SentWords {
  readonly form: WordsForm;
  readonly faults: readonly Fault[];
  readonly isOvertaken: boolean;
}

interface Place {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly rows: number;
  readonly most: number;
  readonly stored: string;
}

const placesOf = ({ frozen }: Meeting, { words }: Minutes, { t }: Translator): readonly Place[] => [
  ...frozen.map(({ conclusion, number, title }) => ({
    name: `${DISCUSSION}${number}`,
    label: t('minutes:edit.discussion', { number, title }),
    hint: t('minutes:edit.discussion-hint'),
    rows: 4,
    most: LONGEST.discussion,
    stored: words.discussion.find((one) => one.conclusion === conclusion)?.text ?? '',
  })),
  {
    name: 'uwagi',
    label: t('minutes:edit.remarks'),
    hint: null,
    rows: 4,
    most: LONGEST.remarks,
    stored: words.remarks,
  },
  {
    name: 'nastepne',
    label: t('minutes:edit.next'),
    hint: t('minutes:edit.next-hint'),
    rows: 1,
    most: LONGEST.next,
    stored: words.nextMeeting,
  },
  {
    name: 'sporzadzil',
    label: t('minutes:edit.written'),
    hint: t('minutes:edit.written-hint'),
    rows: 1,
    most: LONGEST.written,
    stored: words.writtenBy,
  },
];

const typedIn = (form: WordsForm, name: string): string => {
  const typed: unknown = form[name];
  return typeof typed === 'string' ? typed : '';
};

export const wordsFaults = (
  form: WordsForm,
  meeting: Meeting,
  minutes: Minutes,
  translator: Translator,
): readonly Fault[] =>
  placesOf(meeting, minutes, translator).flatMap(({ name, label, most }) =>
    tooLong(name, typedIn(form, name), most, label),
  );

/** Notes of conclusions that are not among the materials any more stay as they are. */
export const wordsIn = (form: WordsForm, { frozen }: Meeting, { words }: Minutes): MinutesWords => {
  const shown = new Set(frozen.map(({ conclusion }) => conclusion));
  const written = frozen.map(({ conclusion, number }) => ({
    conclusion,
    text: typedIn(form, `${DISCUSSION}${number}`),
  }));
  return {
    discussion: [
      ...words.discussion.filter(({ conclusion }) => !shown.has(conclusion)),
      ...written.filter(({ text }) => text !== ''),
    ],
    remarks: form.uwagi,
    nextMeeting: form.nastepne.replaceAll(/\s*\n\s*/g, ' '),
    writtenBy: form.sporzadzil.replaceAll(/\s*\n\s*/g, ' '),
  };
};

export const presentWords = (
  meeting: Meeting,
  minutes: Minutes,
  sent: SentWords | null,
  translator: Translator,
): WordsPage => {
  const { t } = translator;
  const faults = (sent?.faults ?? []).map(({ field, name, details }) => ({
    field,
    text: t(`minutes:fault.${name}`, details),
  }));
  const home = minutesHome(meeting);
  return {
    action: `${home}/zmien`,
    home,
    revision: minutes.revision,
    overtaken: sent?.isOvertaken === true ? t('minutes:edit.overtaken') : null,
    button: t(sent?.isOvertaken === true ? 'minutes:edit.save-mine' : 'minutes:edit.save'),
    faults,
    fields: placesOf(meeting, minutes, translator).map(({ stored, most: _, ...place }) => {
      const value = sent === null ? stored : typedIn(sent.form, place.name);
      const isOther = sent?.isOvertaken === true && value !== stored;
      return {
        ...place,
        value,
        stored: !isOther
          ? null
          : stored === ''
            ? t('minutes:edit.saved-empty')
            : t('minutes:edit.saved-text', { text: stored }),
        fault: faults.find(({ field }) => field === place.name)?.text ?? null,
      };
    }),
  };
};
