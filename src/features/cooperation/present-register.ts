import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import { addresseeNames } from '../findings';
import { IMPLEMENTATION_STATUSES, type Addressee } from '../findings/domain';
import { chooseEntries, countEntries, type RegisterEntry } from './domain';
import { wantedIn, type RegisterQuery } from './inputs';
import { presentEntry, type EntryRow } from './present-row';
import type { RegisterRead } from './read-register';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

export interface RegisterPage {
  readonly home: string;
  readonly title: string;
  readonly lead: string;
  readonly filters: readonly { readonly name: string; readonly label: string; readonly options: readonly Option[] }[];
  readonly isFiltered: boolean;
  /** Of what may be seen, whatever is chosen; each with the address that shows it. */
  readonly counts: readonly { readonly label: string; readonly figure: string; readonly href: string | null }[];
  readonly shown: string;
  readonly rows: readonly EntryRow[];
  readonly files: readonly { readonly href: string; readonly text: string }[];
  /** Whether letters remind; in a demonstration none is sent. */
  readonly reminders: string;
}

/** @param read as the person may see it */
export const presentRegister = (
  read: RegisterRead,
  query: RegisterQuery,
  actor: Actor,
  translator: Translator,
): RegisterPage => {
  const { t } = translator;
  const { evaluation, today, entries } = read;
  const home = `/badania/${evaluation.id}/wdrazanie`;
  const wanted = wantedIn(query);
  const chosen = chooseEntries(entries, wanted, today);
  const own = actor.role === 'coordinator' ? actor.institution : null;
  const institution = evaluation.institutions.find(({ code }) => code === own)?.shortName;
  const search = searchOf(query);
  return {
    home,
    title: institution === undefined ? t('follow-up:title') : t('follow-up:title-own', { institution }),
    lead: t(`follow-up:lead.${actor.role}`),
    filters: filtersOf(read, query, translator),
    isFiltered: wanted.kind !== null || wanted.status !== null || wanted.addressee !== null || wanted.isOverdue,
    counts: countsOf(read, home, translator),
    shown: t('follow-up:shown', { count: chosen.length }),
    rows: chosen.map((entry) => presentEntry(entry, read, translator)),
    files: (['xlsx', 'csv'] as const).map((kind) => ({
      href: `${home}.${kind}${search}`,
      text: t(`follow-up:files.${kind}`),
    })),
    reminders: t(`follow-up:reminders.${evaluation.demonstration ? 'demonstration' : 'sent'}`),
  };
};

/** The chosen filters as an address says them; empty without any. */
const searchOf = (query: RegisterQuery): string => {
  const { stan, rodzaj, adresat, termin, sortuj } = query;
  const given = { rodzaj, adresat, stan: stan ?? '', termin, sortuj: sortuj === 'numer' ? '' : sortuj };
  const parameters = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
};

const countsOf = (
  { entries, today }: RegisterRead,
  home: string,
  { t, format }: Translator,
): RegisterPage['counts'] => {
  const { all, overdue, toDecide, underWay, implemented } = countEntries(entries, today);
  const counted = [
    { name: 'all', figure: all, href: home },
    { name: 'overdue', figure: overdue, href: `${home}?termin=po-terminie` },
    { name: 'to-decide', figure: toDecide, href: `${home}?stan=to-decide` },
    { name: 'under-way', figure: underWay, href: null },
    { name: 'implemented', figure: implemented, href: `${home}?stan=implemented` },
  ];
  return counted.map(({ name, figure, href }) => ({
    label: t(`follow-up:counts.${name}`),
    figure: format.integer(figure),
    href: figure === 0 ? null : href,
  }));
};

const filtersOf = (read: RegisterRead, query: RegisterQuery, { t }: Translator): RegisterPage['filters'] => {
  const any = { value: '', text: t('follow-up:filter.any') };
  const field = (
    name: 'rodzaj' | 'adresat' | 'stan' | 'termin' | 'sortuj',
    options: readonly { readonly value: string; readonly text: string }[],
  ) => ({
    name,
    label: t(`follow-up:filter.${name}`),
    options: options.map((option) => ({ ...option, isChosen: option.value === (query[name] ?? '') })),
  });
  const used = new Set(read.entries.map(({ status }) => status));
  return [
    field('rodzaj', [
      any,
      { value: 'rekomendacje', text: t('follow-up:kinds.recommendation') },
      { value: 'ustalenia', text: t('follow-up:kinds.agreement') },
    ]),
    field('adresat', [any, ...addresseesIn(read)]),
    field('stan', [
      any,
      ...IMPLEMENTATION_STATUSES.filter((status) => used.has(status) || status === query.stan).map((status) => ({
        value: status,
        text: t(`recommendations:status.${status}`),
      })),
    ]),
    field('termin', [any, { value: 'po-terminie', text: t('follow-up:filter.overdue') }]),
    field('sortuj', [
      { value: 'numer', text: t('follow-up:filter.by-number') },
      { value: 'termin', text: t('follow-up:filter.by-due') },
    ]),
  ];
};

/** Whoever is asked for something, each once, institutions of the evaluation first. */
const addresseesIn = ({ entries, evaluation }: RegisterRead): readonly { value: string; text: string }[] => {
  const known = new Map<string, string>();
  const isInstitution = ({ kind }: Addressee): boolean => kind === 'institution';
  const all = entries.flatMap(({ addressees }: RegisterEntry) => addressees);
  for (const one of [...all.filter(isInstitution), ...all.filter((other) => !isInstitution(other))])
    known.set(one.kind === 'institution' ? one.code : one.name, addresseeNames([one], evaluation)[0] ?? '');
  return [...known].map(([value, text]) => ({ value, text }));
};
