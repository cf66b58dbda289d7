import type { Translator } from '../../../platform/i18n';
import { presentGiven, type FrozenTable } from '../../analysis';
import type { Material, MaterialClaim, MaterialFinding } from '../domain';
import type { SharedBoard } from './read-board';
import { wallFigure, type WallFigure } from './wall-figure';

/** A conclusion with the first of its findings large and the others below it. */
export interface MaterialView {
  /** `Wniosek 2 z 4 · W5 · Koordynacja`. */
  readonly kicker: string;
  readonly title: string;
  readonly text: string;
  readonly finding: FindingView | null;
  readonly others: readonly { readonly title: string; readonly fact: FactView | null }[];
  /** `Dane wstępne, stan na 18 listopada 2026. n = 341.`; empty where no number is shown. */
  readonly state: string;
}

export interface FindingView {
  readonly title: string;
  /** Of all its tables; the first is drawn large. */
  readonly figures: readonly WallFigure[];
  readonly facts: readonly FactView[];
  readonly quotes: readonly { readonly text: string; readonly source: string }[];
}

/** A number to be read from the back of the room. */
export interface FactView {
  readonly value: string;
  /** Which group or answer; empty where the finding itself says it. */
  readonly text: string;
  readonly base: string;
}

export const presentMaterial = (
  board: Pick<SharedBoard, 'shown' | 'materials' | 'tables' | 'results'>,
  translator: Translator,
): MaterialView | null => {
  const { shown, materials } = board;
  if (shown === null) return null;
  const { t } = translator;
  const [first, ...others] = shown.findings;
  return {
    kicker: [
      t('workshop:conclusion.place', { number: materials.indexOf(shown) + 1, count: materials.length }),
      t('workshop:conclusion.code', { number: shown.number }),
      ...shown.dimensions.map((dimension) => t(`workshop:dimension.${dimension}`)),
    ].join(' · '),
    title: shown.title,
    text: shown.text,
    finding: first === undefined ? null : findingOf(first, shown, board, translator),
    others: others.map((finding) => ({
      title: finding.title,
      fact: (finding.said ?? []).flatMap((said) => factsOf(said, translator))[0] ?? null,
    })),
    state: stateOf(board, translator),
  };
};

export const stateOf = ({ results }: Pick<SharedBoard, 'results'>, { t, format }: Translator): string => {
  if (results?.dataCut == null) return '';
  const state = t(`analysis:page.state.${results.state}`, { day: format.day(results.dataCut) });
  return results.n === 0 ? state : `${state} ${t('analysis:page.size', { n: format.integer(results.n) })}`;
};

const findingOf = (
  finding: MaterialFinding,
  { findings }: Material,
  { tables }: Pick<SharedBoard, 'tables'>,
  translator: Translator,
): FindingView => ({
  title: finding.title,
  figures: finding.tables.flatMap((id) => {
    const table = tables.get(id);
    if (table === undefined) return [];
    const figures = figuresOf(table, translator);
    const measure = finding.said?.find((said) => said.table === id)?.measure;
    return measure === 'srednia' ? figures.toSorted(dotsFirst) : figures;
  }),
  facts: (finding.said ?? []).flatMap((said) => factsOf(said, translator)),
  quotes: [finding, ...findings.filter((one) => one !== finding)].flatMap(({ quotes }) => quotes),
});

const dotsFirst = (one: WallFigure, other: WallFigure): number =>
  Number(other.shape === 'dots') - Number(one.shape === 'dots');

/** A frozen table never changes, and neither do its figures. */
const drawn = new WeakMap<FrozenTable, Map<string, readonly WallFigure[]>>();

const figuresOf = (table: FrozenTable, translator: Translator): readonly WallFigure[] => {
  const byLocale = drawn.get(table) ?? new Map<string, readonly WallFigure[]>();
  drawn.set(table, byLocale);
  const figures = byLocale.get(translator.locale) ?? presentGiven(table, translator).map(wallFigure);
  byLocale.set(translator.locale, figures);
  return figures;
};

const SHARES = new Set(['udzial', 'dwie-najwyzsze', 'dwie-najnizsze']);

const factsOf = ({ measure, claim }: MaterialClaim, { t, format }: Translator): readonly FactView[] => {
  if (measure === null) return [];
  const fact = ({ value, n }: { readonly value: number; readonly n: number }, text: string): FactView => ({
    value: valueText(measure, value, format),
    text,
    base: t('analysis:page.size', { n: format.integer(n) }).replace(/\.$/, ''),
  });
  switch (claim.kind) {
    case 'level':
      return [fact(claim, '')];
    case 'difference':
      return [fact(claim.first, claim.first.group), fact(claim.second, claim.second.group)];
    case 'groups':
      return [fact(claim.highest, claim.highest.group), fact(claim.lowest, claim.lowest.group)];
    case 'order':
      return [fact(claim.first, claim.first.label), fact(claim.last, claim.last.label)];
  }
};

const valueText = (measure: string, value: number, format: Translator['format']): string => {
  if (SHARES.has(measure)) return format.percent(value);
  return measure === 'nps' ? format.signed(value) : format.decimal(value, 2);
};
