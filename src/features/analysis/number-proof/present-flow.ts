import type { Translator } from '../../../platform/i18n';
import type { AnswerStates } from '../domain/tables';
import type { NumberView } from './present-number';
import type { NumberProof } from './read-number';

/** From everybody in the data set to the base of the number: five kinds of silence are five lines. */
export const flowOf = (proof: NumberProof, translator: Translator): NumberView['flow'] => {
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
