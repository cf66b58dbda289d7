import type { Translator } from '../../../platform/i18n';
import { completenessOf, isComplete, TRANSLATION_LANGUAGES, type Item, type QuestionnaireDefinition } from '../domain';
import { answerFormOf, currentOf, itemsFrom, wordingOf, type BankEntry, type BankRecord } from '../domain/bank';
import { proveItem } from '../domain/proof';
import { describeCondition } from '../proof';
import { BANK } from '../templates';
import { translationsFor } from '../templates/translations';
import type { Usage } from './count-usage';

/** An entry in the list of the bank. */
export interface EntryView {
  readonly code: string;
  readonly wording: string;
  readonly form: string;
  /** Criterion and use: "Jakość · użyte w 3 badaniach". */
  readonly about: string;
  readonly isPicked: boolean;
  readonly badges: readonly { readonly text: string; readonly icon: string; readonly tone: string }[];
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly address: string;
}

export const presentEntry = (
  translator: Translator,
  record: BankRecord,
  usage: Usage,
  picked: ReadonlySet<string>,
): EntryView => {
  const { t } = translator;
  const entry = currentOf(record);
  const count = usage.get(entry.code) ?? 0;
  return {
    code: entry.code,
    wording: wordingOf(entry),
    form: t(`bank:form.${answerFormOf(entry)}`),
    about: t('bank:entry.about', {
      criterion: t(`bank:criterion.${entry.criterion}`),
      usage: count === 0 ? t('bank:entry.unused') : t('bank:entry.used', { count }),
    }),
    isPicked: picked.has(entry.code),
    badges: badgesOf(translator, entry),
    facts: factsOf(translator, record),
    address: `/bank-pytan/pozycje/${encodeURIComponent(entry.code)}`,
  };
};

const badgesOf = ({ t }: Translator, entry: BankEntry): EntryView['badges'] => [
  ...(saysTwoThings(entry) ? [{ text: t('bank:badge.two-things'), icon: 'triangle-alert', tone: 'badge-warn' }] : []),
  ...(entry.item.sensitive === true
    ? [{ text: t('bank:badge.sensitive'), icon: 'shield-check', tone: 'badge-info' }]
    : []),
  ...('savedBy' in entry ? [{ text: t('bank:badge.own'), icon: 'user', tone: '' }] : []),
];

/** Source, versions, languages and what to mind. */
export const factsOf = (translator: Translator, record: BankRecord): EntryView['facts'] => {
  const { t } = translator;
  const { note, source, item } = currentOf(record);
  return [
    { name: t('bank:fact.source'), text: source },
    { name: t('bank:fact.versions'), text: versionsText(translator, record) },
    { name: t('bank:fact.languages'), text: languagesText(translator, currentOf(record)) },
    ...(item.shownIf === undefined
      ? []
      : [{ name: t('bank:fact.condition'), text: describeCondition(translator, item.shownIf, WHOLE_BANK) }]),
    ...(note === undefined ? [] : [{ name: t('bank:fact.note'), text: note }]),
  ];
};

const versionsText = ({ t }: Translator, { versions }: BankRecord): string =>
  t('bank:fact.versions-text', {
    count: versions.length,
    years: [...versions]
      .reverse()
      .map(({ year }) => String(year))
      .join(', '),
  });

const languagesText = ({ t }: Translator, entry: BankEntry): string =>
  ['pl', ...languagesOf(entry)].map((language) => t(`bank:language.${language}`)).join(', ');

const rememberedOf = <Result>(work: (entry: BankEntry) => Result): ((entry: BankEntry) => Result) => {
  const known = new WeakMap<BankEntry['item'], Result>();
  return (entry) => {
    const result = known.get(entry.item) ?? work(entry);
    known.set(entry.item, result);
    return result;
  };
};

/** Items as a questionnaire of their own, without a word beside them. */
const asked = (items: readonly Item[]): QuestionnaireDefinition => ({
  code: 'bank',
  version: 1,
  locale: 'pl',
  title: '',
  lead: '',
  minutes: 1,
  pages: [{ id: 'bank', title: '', items }],
});

const aloneIn = ({ item }: BankEntry): QuestionnaireDefinition => asked([item]);

/** What conditions of entries look at. */
const WHOLE_BANK = asked(itemsFrom(BANK));

const languagesOf = rememberedOf((entry) => {
  const translated = translationsFor(aloneIn(entry), new Set(['@owes']));
  return TRANSLATION_LANGUAGES.filter((language) => isComplete(completenessOf(translated, language)));
});

const saysTwoThings = rememberedOf((entry) =>
  proveItem(aloneIn(entry), entry.item.code).remarks.some(
    ({ kind, field }) => kind === 'two-things' && (field === entry.code || field === entry.item.code),
  ),
);
