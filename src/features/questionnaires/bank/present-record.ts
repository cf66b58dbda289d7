import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { Item } from '../domain';
import { answerFormOf, currentOf, isStatement, wordingOf, type BankEntry, type BankRecord } from '../domain/bank';
import { factsOf, type EntryView } from './present-entry';

export interface RecordView {
  readonly code: string;
  readonly wording: string;
  readonly form: string;
  readonly facts: EntryView['facts'];
  readonly versions: readonly VersionView[];
  readonly take: string;
}

interface VersionView {
  readonly heading: string;
  readonly question: string | null;
  readonly wording: string;
  readonly hint: string | null;
  readonly rows: readonly string[];
  readonly choices: readonly string[];
}

/** One item of the bank with every version it ever had. */
export const presentRecord = (translator: Translator, record: BankRecord): RecordView => {
  const { t } = translator;
  const entry = currentOf(record);
  return {
    code: record.code,
    wording: wordingOf(entry),
    form: t(`bank:form.${answerFormOf(entry)}`),
    facts: factsOf(translator, record),
    versions: record.versions.map((version) => presentVersion(translator, version)),
    take: `/bank-pytan?modul=${entry.module}&poz=${encodeURIComponent(entry.code)}`,
  };
};

const presentVersion = ({ t, format }: Translator, entry: BankRecord['versions'][number]): VersionView => ({
  heading:
    'savedBy' in entry
      ? t('bank:record.own-version', {
          version: entry.version,
          by: entry.savedBy,
          day: format.day(dayOf(entry.savedAt)),
        })
      : t('bank:record.version', { version: entry.version, year: String(entry.year) }),
  question: isStatement(entry) ? entry.item.text : null,
  wording: wordingOf(entry),
  hint: entry.item.hint ?? null,
  rows: rowsOf(entry),
  choices: choicesOf(entry.item),
});

const rowsOf = (entry: BankEntry): readonly string[] =>
  'rows' in entry.item && !isStatement(entry) ? entry.item.rows.map(({ code, text }) => `${code}. ${text}`) : [];

const choicesOf = (item: Item): readonly string[] => {
  if ('choices' in item) return item.choices.map(({ label }) => label);
  if (item.kind === 'consent') return [item.agreeLabel, item.declineLabel];
  if (item.kind === 'scale0to10') return [`0 ${item.lowLabel}`, `10 ${item.highLabel}`];
  return [];
};
