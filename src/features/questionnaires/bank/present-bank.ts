import type { Translator } from '../../../platform/i18n';
import {
  ANSWER_FORMS,
  AUDIENCES,
  CRITERIA,
  currentOf,
  searchBank,
  type BankModule,
  type BankModuleCode,
  type BankRecord,
} from '../domain/bank';
import { BANK_MODULES } from '../templates';
import type { NARROWING } from './address';
import { addressOf, isNarrowed } from './address';
import type { Usage } from './count-usage';
import type { BankView } from './inputs';
import { presentEntry, type EntryView } from './present-entry';

export interface OptionView {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface SectionView {
  readonly module: BankModuleCode;
  readonly heading: string;
  readonly shown: string;
  readonly entries: readonly EntryView[];
  /** To the rest of the module. */
  readonly more: { readonly text: string; readonly address: string } | null;
}

export interface ListView {
  readonly summary: string;
  readonly words: string;
  readonly criteria: readonly OptionView[];
  readonly forms: readonly OptionView[];
  readonly audiences: readonly OptionView[];
  readonly chips: readonly { readonly text: string; readonly address: string }[];
  readonly modules: readonly {
    readonly mark: string;
    readonly text: string;
    readonly address: string;
    readonly isCurrent: boolean;
  }[];
  readonly sections: readonly SectionView[];
  /** Chosen codes that are not in the list below, sent along with the form. */
  readonly hidden: readonly string[];
  /** Where the module is one of the filters, it goes along, too. */
  readonly module: string;
}

/** Which module is open where nothing narrows the list. */
const FIRST_MODULE: BankModuleCode = 'K';

/** Head, filters, modules and items of the bank. */
export const presentList = (
  translator: Translator,
  records: readonly BankRecord[],
  usage: Usage,
  view: BankView,
): ListView => {
  const { t } = translator;
  const modules = modulesOf(translator, records);
  const module = view.modul ?? (isNarrowed(view) ? undefined : FIRST_MODULE);
  const found = hitsOf(records, view);
  const sections = modules
    .filter(({ code }) => module === undefined || code === module)
    .map((each) => presentSection(translator, each, { records, usage, view, found }))
    .filter(({ entries }) => entries.length > 0);
  const shown = new Set(sections.flatMap(({ entries }) => entries.map(({ code }) => code)));
  return {
    summary: t('bank:summary', {
      items: t('bank:items', { count: records.length }),
      modules: t('bank:in-modules', { count: modules.length }),
    }),
    words: view.q,
    criteria: optionsOf(CRITERIA, view.kryterium, (value) => t(`bank:criterion.${value}`)),
    forms: optionsOf(ANSWER_FORMS, view.skala, (value) => t(`bank:form.${value}`)),
    audiences: optionsOf(AUDIENCES, view.dla, (value) => t(`bank:audience.${value}`)),
    chips: chipsOf(translator, view),
    modules: modules.map(({ code, title }) => ({
      mark: code === 'own' ? '+' : code,
      text: t('bank:module-count', { title, count: found.filter((record) => moduleOf(record) === code).length }),
      address: addressOf({ ...view, modul: code }),
      isCurrent: code === module,
    })),
    sections,
    hidden: view.poz.filter((code) => !shown.has(code)),
    module: view.modul ?? '',
  };
};

const moduleOf = (record: BankRecord): BankModuleCode => currentOf(record).module;

const modulesOf = ({ t }: Translator, records: readonly BankRecord[]): readonly BankModule[] => [
  ...BANK_MODULES,
  ...(records.some((record) => moduleOf(record) === 'own')
    ? [{ code: 'own', title: t('bank:own-module') } as const]
    : []),
];

/** What fits the search and the filters, in whichever module. */
const hitsOf = (records: readonly BankRecord[], view: BankView): readonly BankRecord[] => {
  const entries = searchBank(records.map(currentOf), {
    words: view.q,
    ...(view.kryterium === undefined ? {} : { criterion: view.kryterium }),
    ...(view.skala === undefined ? {} : { form: view.skala }),
    ...(view.dla === undefined ? {} : { audience: view.dla }),
  });
  const codes = new Set(entries.map(({ code }) => code));
  return records.filter(({ code }) => codes.has(code));
};

interface SectionParts {
  readonly records: readonly BankRecord[];
  readonly usage: Usage;
  readonly view: BankView;
  readonly found: readonly BankRecord[];
}

const presentSection = (
  translator: Translator,
  { code, title }: BankModule,
  { records, usage, view, found }: SectionParts,
): SectionView => {
  const { t } = translator;
  const all = records.filter((record) => moduleOf(record) === code);
  const here = found.filter((record) => moduleOf(record) === code);
  const rest = all.length - here.length;
  const picked = new Set(view.poz);
  return {
    module: code,
    heading: code === 'own' ? title : t('bank:module-heading', { code, title }),
    shown:
      rest === 0
        ? t('bank:items', { count: all.length })
        : t('bank:items-of', { shown: here.length, count: all.length }),
    entries: here.map((record) => presentEntry(translator, record, usage, picked)),
    more:
      rest === 0
        ? null
        : {
            text: t('bank:more', { count: rest }),
            address: addressOf({ ...withoutNarrowing(view), modul: code }),
          },
  };
};

const withoutNarrowing = (view: BankView): Partial<BankView> => ({
  poz: view.poz,
  ...(view.kwestionariusz === undefined ? {} : { kwestionariusz: view.kwestionariusz }),
  ...(view.miejsce === undefined ? {} : { miejsce: view.miejsce }),
});

const optionsOf = <Value extends string>(
  values: readonly Value[],
  chosen: Value | undefined,
  textOf: (value: Value) => string,
): readonly OptionView[] => values.map((value) => ({ value, text: textOf(value), isChosen: value === chosen }));

const chipsOf = ({ t }: Translator, view: BankView): ListView['chips'] => {
  const { q, kryterium, skala, dla, modul } = view;
  const without = (name: (typeof NARROWING)[number] | 'modul'): string => addressOf({ ...view, [name]: undefined });
  return [
    ...(q === '' ? [] : [{ text: q, address: without('q') }]),
    ...(kryterium === undefined ? [] : [{ text: t(`bank:criterion.${kryterium}`), address: without('kryterium') }]),
    ...(skala === undefined ? [] : [{ text: t(`bank:form.${skala}`), address: without('skala') }]),
    ...(dla === undefined ? [] : [{ text: t(`bank:audience.${dla}`), address: without('dla') }]),
    ...(modul === undefined
      ? []
      : [
          {
            text: modul === 'own' ? t('bank:own-module') : t('bank:chip.module', { code: modul }),
            address: without('modul'),
          },
        ]),
  ];
};
