import type { Translator } from '../../../platform/i18n';
import type { Actor } from '../../accounts';
import { chooseRecommendations, IMPLEMENTATION_STATUSES, PRIORITIES } from '../domain';
import { optionsOf, type Option } from '../form-fields';
import { faultBadge, type Badge } from '../present-labels';
import type { WorkRead } from '../read-work';
import { wantedIn, type ListQuery } from './inputs';
import { decisionsFor, mayWrite } from './policy';
import { presentRow, type RecommendationRow } from './present-row';

interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

export interface RecommendationsPage {
  readonly home: string;
  readonly study: string;
  readonly title: string;
  readonly lead: string;
  readonly canWrite: boolean;
  /** Not for coordinators: conclusions are about every institution. */
  readonly opensConclusions: boolean;
  readonly isSimple: boolean;
  readonly layouts: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
  readonly filters: readonly Filter[];
  readonly isFiltered: boolean;
  /** Layout of the table, kept by the filters' form. */
  readonly layout: string;
  readonly rows: readonly (RecommendationRow & { readonly ordinal: number; readonly canDecide: boolean })[];
  readonly files: readonly { readonly href: string; readonly text: string }[];
  readonly faults: readonly { readonly code: string; readonly href: string; readonly badge: Badge }[];
}

/** @param work as the person may see it */
export const presentRecommendations = (
  work: WorkRead,
  query: ListQuery,
  actor: Actor,
  translator: Translator,
): RecommendationsPage => {
  const { t } = translator;
  const home = `/badania/${work.evaluation.id}/rekomendacje`;
  const { recommendations } = work;
  const chosen = chooseRecommendations(recommendations, wantedIn(query));
  const canWrite = mayWrite(actor);
  const own = actor.role === 'coordinator' ? actor.institution : null;
  const institution = work.evaluation.institutions.find(({ code }) => code === own)?.shortName;
  return {
    home,
    study: work.evaluation.id,
    title: institution === undefined ? t('recommendations:title') : t('recommendations:title-own', { institution }),
    lead: t('recommendations:lead', {
      shown: t('recommendations:count', { count: chosen.length }),
      state: t(`conclusions:standing.${work.evaluation.resultState}`),
    }),
    canWrite,
    opensConclusions: own === null,
    isSimple: query.uklad === 'prosta',
    layouts: (['rozszerzona', 'prosta'] as const).map((uklad) => ({
      href: addressWith(home, query, { uklad }),
      text: t(`recommendations:layout.${uklad}`),
      isCurrent: query.uklad === uklad,
    })),
    filters: filtersOf(work, query, own, translator),
    isFiltered: chosen.length < recommendations.length,
    layout: query.uklad,
    rows: chosen.map((one, place) => ({
      ...presentRow(one, work, translator),
      ordinal: place + 1,
      canDecide: !canWrite && decisionsFor(actor, one).length > 0,
    })),
    files: [
      { href: addressWith(`${home}.xlsx`, query, { uklad: 'rozszerzona' }), text: t('recommendations:files.extended') },
      { href: addressWith(`${home}.xlsx`, query, { uklad: 'prosta' }), text: t('recommendations:files.simple') },
      { href: addressWith(`${home}.csv`, query, { uklad: 'rozszerzona' }), text: t('recommendations:files.csv') },
    ],
    faults: work.faults
      .filter(({ on }) => on === 'recommendation')
      .map((fault) => ({
        code: `R${fault.number}`,
        href: `${home}/${fault.number}`,
        badge: faultBadge(fault, translator),
      })),
  };
};

const KEPT = ['sortuj', 'stan', 'priorytet', 'klasa', 'adresat'] as const;
const USUAL: Readonly<Record<string, string>> = { uklad: 'rozszerzona', sortuj: 'numer' };

/** The same choice in another layout or file; what is as usual is left out. */
const addressWith = (path: string, query: ListQuery, { uklad }: Pick<ListQuery, 'uklad'>): string => {
  const parameters = new URLSearchParams();
  if (uklad !== USUAL['uklad']) parameters.set('uklad', uklad);
  for (const name of KEPT) {
    const value = query[name];
    if (value !== null && value !== '' && value !== USUAL[name]) parameters.set(name, value);
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
};

const filtersOf = (
  { evaluation }: WorkRead,
  query: ListQuery,
  own: string | null,
  { t }: Pick<Translator, 't'>,
): readonly Filter[] => {
  const any = t('recommendations:filter.any');
  const coded = (name: 'stan' | 'priorytet', key: string, codes: readonly string[]): Filter => ({
    name,
    label: t(`recommendations:column.${key}`),
    options: optionsOf(['', ...codes], [query[name] ?? ''], (code) =>
      code === '' ? any : t(`recommendations:${key}.${code}`),
    ),
  });
  const names = new Map(evaluation.institutions.map(({ code, shortName }) => [code, shortName]));
  return [
    coded('stan', 'status', IMPLEMENTATION_STATUSES),
    coded('priorytet', 'priority', PRIORITIES),
    ...(own === null
      ? [
          {
            name: 'adresat',
            label: t('recommendations:column.addressee'),
            options: optionsOf(['', ...names.keys()], [query.adresat], (code) => names.get(code) ?? any),
          },
        ]
      : []),
    {
      name: 'sortuj',
      label: t('recommendations:filter.sort'),
      options: optionsOf(['numer', 'priorytet', 'termin', 'stan'], [query.sortuj], (code) =>
        t(`recommendations:sort.${code}`),
      ),
    },
  ];
};
