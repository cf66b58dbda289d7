import { capitalised, type Translator } from '../../platform/i18n';
import type { Evaluation } from '../evaluations';
import { CRITERIA, DIMENSIONS } from '../evaluations/domain';
import { chooseFindings, criterionKey, TONES, WORK_STATES, type FindingsWanted } from './domain';
import { optionsOf, type Option } from './form-fields';
import type { ListQuery } from './inputs';
import { criterionName, stateBadge, strengthView, toneBadge, type Badge, type StrengthView } from './present-labels';
import { presentSources, type SourceLine } from './present-sources';
import { standingBadge } from './present-standing';
import type { ProvenFinding } from './read-proven';
import { worstStanding, type Standings } from './read-standing';

export interface FindingRow {
  readonly anchor: string;
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Criterion and dimensions. */
  readonly about: string;
  readonly badges: readonly Badge[];
  readonly strength: StrengthView;
  readonly sources: readonly SourceLine[];
}

export interface FindingsView {
  readonly study: string;
  readonly lead: string;
  readonly state: Badge;
  readonly home: string;
  readonly filters: readonly { readonly name: string; readonly label: string; readonly options: readonly Option[] }[];
  readonly search: string;
  readonly isNarrowed: boolean;
  readonly found: string;
  readonly rows: readonly FindingRow[];
  readonly isEmpty: boolean;
}

export const wantedOf = ({ wymiar, kryterium, ton, stan, szukaj }: ListQuery): FindingsWanted => ({
  dimension: wymiar === '' ? null : wymiar,
  criterion: kryterium,
  tone: ton === '' ? null : ton,
  state: stan === '' ? null : stan,
  search: szukaj,
});

export interface ListShown {
  readonly evaluation: Evaluation;
  readonly findings: readonly ProvenFinding[];
  readonly standings: Standings;
}

export const presentFindings = (
  { evaluation, findings, standings }: ListShown,
  query: ListQuery,
  translator: Translator,
): FindingsView => {
  const { t } = translator;
  const home = `/badania/${evaluation.id}/wnioski/wyniki`;
  const chosen = chooseFindings(findings, wantedOf(query));
  const ready = findings.filter(({ state }) => state === 'ready').length;
  return {
    study: evaluation.id,
    lead: t('findings:list.lead', { count: findings.length, ready }),
    state: dataState(evaluation, translator),
    home,
    filters: filtersOf(findings, query, translator),
    search: query.szukaj,
    isNarrowed: chosen.length < findings.length || query.szukaj !== '',
    found: t('findings:list.found', { count: chosen.length }),
    rows: chosen.map((finding) => rowOf(finding, `${home}/${finding.number}`, standings, translator)),
    isEmpty: findings.length === 0,
  };
};

export const dataState = ({ resultState }: Evaluation, { t }: Translator): Badge => ({
  look: resultState === 'preliminary' ? 'badge-warn' : 'badge-ok',
  icon: resultState === 'preliminary' ? 'clock' : 'check',
  text: t(`findings:data-state.${resultState}`),
});

const filtersOf = (
  findings: readonly ProvenFinding[],
  query: ListQuery,
  translator: Translator,
): FindingsView['filters'] => {
  const { t } = translator;
  const own = [...new Set(findings.map(({ criterion }) => criterionKey(criterion)))].filter((key) =>
    key.startsWith('own:'),
  );
  const filter = (
    name: keyof ListQuery,
    codes: readonly string[],
    chosen: string,
    textOf: (code: string) => string,
  ) => ({
    name,
    label: t(`findings:list.filter.${name}`),
    options: optionsOf(['', ...codes], [chosen], (code) => (code === '' ? t('findings:list.any') : textOf(code))),
  });
  return [
    filter('wymiar', DIMENSIONS, query.wymiar, (code) => capitalised(t(`conclusions:dimension.${code}`))),
    filter('kryterium', [...CRITERIA, ...own], query.kryterium, (code) => {
      const listed = CRITERIA.find((one) => one === code);
      return listed === undefined
        ? code.replace(/^own:/, '')
        : criterionName({ kind: 'listed', code: listed }, translator);
    }),
    filter('ton', TONES, query.ton, (code) => t(`conclusions:tone.${code}`)),
    filter('stan', WORK_STATES, query.stan, (code) => t(`conclusions:state.${code}`)),
  ];
};

const rowOf = (finding: ProvenFinding, href: string, standings: Standings, translator: Translator): FindingRow => {
  const { t } = translator;
  const standing = standingBadge(worstStanding(finding, standings), translator);
  return {
    anchor: `wynik-${finding.number}`,
    href,
    number: t('findings:number', { number: finding.number }),
    title: finding.title,
    text: shortened(finding.text),
    about: aboutOf(finding, translator),
    badges: [
      stateBadge(finding.state, translator),
      toneBadge(finding.tone, translator),
      ...(standing === null ? [] : [standing]),
    ],
    strength: strengthView(finding.strength, translator),
    sources: presentSources(finding, href, translator),
  };
};

export const aboutOf = (
  { criterion, dimensions }: Pick<ProvenFinding, 'criterion' | 'dimensions'>,
  translator: Translator,
): string =>
  [
    ...new Set([
      ...(criterion === null ? [] : [criterionName(criterion, translator)]),
      ...dimensions.map((dimension) => capitalised(translator.t(`conclusions:dimension.${dimension}`))),
    ]),
  ].join(' · ');

const LONGEST_IN_LIST = 320;

/** The first sentences; the page of the finding has the rest. */
const shortened = (text: string): string => {
  if (text.length <= LONGEST_IN_LIST) return text;
  const start = text.slice(0, LONGEST_IN_LIST);
  const end = Math.max(start.lastIndexOf('. '), start.lastIndexOf('.\n'));
  return end > 0 ? `${start.slice(0, end + 1)} …` : `${start.trimEnd()}…`;
};
