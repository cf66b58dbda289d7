import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { LEVEL, type AnswerStates, type Cell } from '../domain/tables';
import { presentTest } from '../tables/present-test';
import { isSummary } from './number';
import { numberAddress, numberTableAddress } from './number-address';
import type { NumberProof, NumberValue } from './read-number';
import type { NumberLink } from './store';

export interface Term {
  readonly term: string;
  readonly text: string;
}

export interface NumberView {
  readonly title: string;
  readonly state: { readonly text: string; readonly tone: string };
  readonly cut: string;
  /** Interval and counts, or why there is no number. */
  readonly lead: string;
  readonly table: string;
  readonly question: {
    readonly text: string;
    readonly bars: readonly BarView[];
    readonly terms: readonly Term[];
  };
  readonly flow: readonly {
    readonly text: string;
    readonly note: string;
    readonly count: string;
    readonly tone: string;
  }[];
  readonly method: readonly Term[];
  readonly test: { readonly finding: string; readonly numbers: string; readonly marks: readonly string[] } | null;
  /** Address and whether the same number was found; null while it has none. */
  readonly link: LinkView | null;
  /** Fields of the form that gives it one. */
  readonly fields: readonly (readonly [string, string])[];
  readonly mayBeLinked: boolean;
  readonly home: string;
}

export interface LinkView {
  readonly address: string;
  readonly made: string;
  readonly check: string;
  readonly isSame: boolean;
  readonly today: string;
}

export interface BarView {
  readonly label: string;
  readonly isCounted: boolean;
  readonly count: string;
  readonly share: string;
  readonly width: string | null;
}

export interface LinkShown {
  readonly link: NumberLink;
  readonly isSame: boolean;
}

/** A number with everything behind it, in words. */
export const presentNumber = (proof: NumberProof, shown: LinkShown | null, translator: Translator): NumberView => {
  const { t, format } = translator;
  const { evaluation, dataset, wanted } = proof;
  const isPreliminary = evaluation.resultState === 'preliminary';
  const home = `/badania/${evaluation.id}/liczba`;
  return {
    title: titleOf(proof, translator),
    state: {
      text: t(`number-proof:state.${evaluation.resultState}`),
      tone: isPreliminary ? 'badge-warn' : 'badge-ok',
    },
    cut: dataset.dataCut === null ? '' : t('number-proof:cut', { day: format.day(dataset.dataCut) }),
    lead: leadOf(proof, translator),
    table: numberTableAddress(evaluation.id, wanted),
    question: questionOf(proof, translator),
    flow: flowOf(proof, translator),
    method: methodOf(proof, translator),
    test: testOf(proof, translator),
    link: shown && linkOf(proof, shown, translator),
    fields: numberAddress(wanted),
    mayBeLinked: proof.value?.value != null,
    home,
  };
};

export const worded = (value: number, { wanted: { measure } }: NumberProof, { format }: Translator): string => {
  if (measure === 'srednia' || measure === 'mediana') return format.decimal(value, 2);
  return measure === 'nps' ? format.integer(Math.round(value)) : format.percent(value);
};

const titleOf = (proof: NumberProof, translator: Translator): string => {
  const { t } = translator;
  const what = isSummary(proof.wanted.measure)
    ? t(`number-proof:measure.${proof.wanted.measure}`)
    : answersOf(proof, translator);
  const group = groupOf(proof, translator);
  const number = proof.value?.value ?? null;
  if (number === null) return t('number-proof:title.none', { what, group });
  return t('number-proof:title.number', { number: worded(number, proof, translator), what, group });
};

/** „15–30 dni” lub „ponad 30 dni” */
const answersOf = ({ variable, wanted: { row } }: NumberProof, { t }: Translator): string => {
  const categories = variable.kind === 'category' || variable.kind === 'set' ? variable.categories : [];
  const labels = categories.filter(({ code }) => row.codes.includes(code)).map(({ label }) => label);
  return labels.map((label) => t('number-proof:answer', { label })).join(t('number-proof:or'));
};

const groupOf = ({ table, at }: NumberProof, { t }: Translator): string => {
  const column = table.columns[at];
  if (column === undefined || column.variable === null) return t('number-proof:everyone');
  return column.within === undefined ? column.label : `${column.within.label}, ${column.label}`;
};

const leadOf = (proof: NumberProof, translator: Translator): string => {
  const { t, format } = translator;
  const { table, at, value, evaluation } = proof;
  const [block] = table.blocks;
  const reason = block?.hidden[at] ?? null;
  if (reason !== null) return t(`number-proof:hidden.${reason}`, { smallest: evaluation.smallestGroup });
  const n = block?.bases[at]?.n ?? 0;
  if (value?.value == null) return t(n < 10 ? 'number-proof:few' : 'number-proof:undefined', { count: n });
  const interval = value.cell.interval;
  const parts = [
    interval === null
      ? t('number-proof:no-interval')
      : t('number-proof:interval', {
          low: worded(interval.low, proof, translator),
          high: worded(interval.high, proof, translator),
        }),
    value.kind === 'share'
      ? t('number-proof:counts', { count: value.cell.n, n: format.integer(n) })
      : t('number-proof:base', { count: value.cell.n }),
    n < 30 ? t('number-proof:small-base') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
};

const FULL = 100;

const questionOf = (proof: NumberProof, translator: Translator): NumberView['question'] => {
  const { t, format } = translator;
  const { variable, wanted, distribution, at, versions } = proof;
  const origin = variable.origin;
  const [block] = distribution.blocks;
  const cells = (block?.rows ?? []).map(({ code, label, cells: all }) => ({ code, label, cell: all[at] ?? null }));
  const most = Math.max(0, ...cells.map(({ cell }) => cell?.n ?? 0));
  const barOf = (label: string, code: string, cell: Cell): BarView => ({
    label,
    isCounted: wanted.row.codes.includes(code),
    count: format.integer(cell.n),
    share: cell.share === null ? '' : format.percent(cell.share),
    width: most === 0 || cell.n === 0 ? null : `${((FULL * cell.n) / most).toFixed(1)}%`,
  });
  const [newest] = versions;
  return {
    text:
      origin?.kind === 'item'
        ? [origin.wording, origin.row ?? ''].filter((text) => text !== '').join(' ')
        : variable.label,
    bars: cells.flatMap(({ code, label, cell }) => (cell === null ? [] : [barOf(label, code, cell)])),
    terms: [
      ...(newest === undefined
        ? []
        : [
            {
              term: t('number-proof:term.version'),
              text: t('number-proof:version', {
                version: newest.version,
                day: format.day(dayOf(newest.publishedAt)),
                hash: newest.hash.slice(0, 12),
              }),
            },
          ]),
      { term: t('number-proof:term.variable'), text: variableText(proof, translator) },
      ...(wanted.row.codes.length > 1
        ? [{ term: t('number-proof:term.counted'), text: answersOf(proof, translator) }]
        : []),
    ],
  };
};

const variableText = ({ variable, dataset }: NumberProof, { t }: Translator): string => {
  const kind = variable.origin?.kind ?? 'wave';
  const version = variable.origin !== undefined && 'version' in variable.origin ? variable.origin.version : 0;
  return t(`number-proof:origin.${kind}`, { name: variable.name, dataset: dataset.title, version });
};

/** From everybody in the data set to the base of the number: five kinds of silence are five lines. */
const flowOf = (proof: NumberProof, translator: Translator): NumberView['flow'] => {
  const { t, format } = translator;
  const { states, table, at, value, dataset, wanted } = proof;
  const line = (name: string, count: number, tone: string, note = '') => ({
    text: t(`number-proof:flow.${name}`),
    note,
    count: tone === 'out' ? (count === 0 ? '0' : `−${format.integer(count)}`) : format.integer(count),
    tone,
  });
  const base = table.blocks[0]?.bases[at];
  const all = line('all', dataset.set.n, '');
  if (states === null || base == null) return [all, ...(base == null ? [] : [line('base', base.n, 'sum')])];
  const inGroup = sumOf(states);
  const silent = OUT.map((name) => line(name, states[name], 'out')).filter(({ count }) => count !== '0');
  const cell = value?.cell;
  const note =
    cell !== undefined && wanted.weight !== null
      ? t('number-proof:weighted-base', { n: format.decimal(base.weighted, 1) })
      : '';
  const points =
    value?.kind === 'summary' && value.cell.n < base.n
      ? [line('no-point', base.n - value.cell.n, 'out'), line('points', value.cell.n, 'sum')]
      : [];
  return [
    all,
    ...(inGroup < dataset.set.n ? [line('elsewhere', dataset.set.n - inGroup, 'out')] : []),
    ...silent,
    line('base', base.n, 'sum', note),
    ...points,
  ];
};

const OUT = ['notReached', 'notAsked', 'notApplicable', 'dontKnow', 'leftEmpty', 'withoutWeight'] as const;

const sumOf = (states: AnswerStates): number => OUT.reduce((sum, name) => sum + states[name], states.answered);

const methodOf = (proof: NumberProof, translator: Translator): readonly Term[] => {
  const { t, format } = translator;
  const { wanted, table, at, value, unweighted } = proof;
  const base = table.blocks[0]?.bases[at] ?? null;
  const term = (name: string, text: string): Term => ({ term: t(`number-proof:term.${name}`), text });
  const filter = wanted.filter.map(({ variable, codes }) => `${variable}: ${codes.join(', ')}`).join('; ');
  const asPlain = (number: NumberValue): string =>
    number?.value == null ? '–' : worded(number.value, proof, translator);
  return [
    term('filter', filter === '' ? t('number-proof:no-filter') : filter),
    term('weight', wanted.weight ?? t('number-proof:no-weight')),
    ...(base === null ? [] : [term('n', format.integer(base.n))]),
    ...(base === null || wanted.weight === null
      ? []
      : [
          term('weighted', format.decimal(base.weighted, 1)),
          term('effective', format.decimal(base.effectiveN, 1)),
          term('unweighted', asPlain(unweighted)),
        ]),
    term('missing', t(`number-proof:missing.${isSummary(wanted.measure) ? 'summary' : 'share'}`)),
    term('interval', t(`number-proof:method.${intervalMethod(proof)}`)),
    ...(value?.kind === 'share' && value.value !== null
      ? [
          term(
            'rounding',
            t('number-proof:rounding', {
              exact: format.percent(value.value, 4),
              shown: worded(value.value, proof, translator),
            }),
          ),
        ]
      : value?.value == null
        ? []
        : [
            term(
              'rounding',
              t('number-proof:rounding', { exact: format.decimal(value.value, 6), shown: asPlain(value) }),
            ),
          ]),
  ];
};

const intervalMethod = ({ wanted: { measure, weight } }: NumberProof): string => {
  if (measure === 'mediana' || measure === 'wiersz' || measure === 'ogolem') return 'none';
  const kind = measure === 'srednia' || measure === 'nps' ? 'mean' : 'share';
  return weight === null ? kind : `${kind}-weighted`;
};

const testOf = (proof: NumberProof, translator: Translator): NumberView['test'] => {
  const { table, at, value } = proof;
  const [block] = table.blocks;
  const column = table.columns[at];
  const found = block?.tests.find(({ variable }) => variable === column?.variable);
  if (found === undefined || column === undefined) return null;
  const { t } = translator;
  const higher = table.columns.filter(({ letter }) => letter !== null && value?.cell.higherThan.includes(letter));
  return {
    ...presentTest(found, found.variable, LEVEL, translator),
    marks: higher.map(({ label }) => t('number-proof:higher-than', { label })),
  };
};

const linkOf = (proof: NumberProof, { link, isSame }: LinkShown, translator: Translator): LinkView => {
  const { t, format } = translator;
  const day = link.dataCut === null ? '' : format.day(link.dataCut);
  const now = proof.value?.value ?? null;
  return {
    address: `/l/${link.code}`,
    made: t('number-proof:link.made', { by: link.madeBy, day: format.day(dayOf(link.madeAt)) }),
    check: t(isSame ? 'number-proof:link.same' : 'number-proof:link.moved', {
      day,
      told: worded(link.value, proof, translator),
      now: now === null ? '–' : worded(now, proof, translator),
    }),
    isSame,
    today: `/badania/${proof.evaluation.id}/liczba?${new URLSearchParams(numberAddress(link.wanted).map(([name, value]) => [name, value])).toString()}`,
  };
};
