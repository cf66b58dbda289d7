import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import { LEVEL } from '../domain/tables';
import { findingDoor } from '../finding-door';
import { presentTest } from '../tables/present-test';
import { isSummary } from './number';
import { numberAddress, numberTableAddress } from './number-address';
import { answersOf, worded } from './number-words';
import { flowOf } from './present-flow';
import { questionOf } from './present-question';
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
  /** The form in which the number becomes a finding; null where it may not be told. */
  readonly door: string | null;
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
    door: doorOf(proof),
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

/** Percentages of rows and of everyone stand in no sentence of the rules: for them the table comes along. */
const doorOf = ({ evaluation, wanted, value }: NumberProof): string | null => {
  if (value?.value == null) return null;
  const { row, column, measure } = wanted;
  const isSaid = measure !== 'wiersz' && measure !== 'ogolem';
  const focus = isSaid ? { variable: row.variable, measure, codes: row.codes, column, against: null } : null;
  return findingDoor(numberTableAddress(evaluation.id, wanted), focus);
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
