import type { Translator } from '../../../platform/i18n';
import type { FrozenTable } from '../../analysis';
import type { MovedNumber } from '../domain';
import { movesText } from './present-data';
import { peopleIn, type DataBlock } from './read-material';
import { isShare, type Moves } from './read-moves';

interface Compared {
  readonly block: DataBlock;
  /** Null when the record is gone. */
  readonly frozen: FrozenTable | null;
  readonly moves: Moves | null;
}

const MOST_ROWS = 60;

export const presentDifferences = ({ block, frozen, moves }: Compared, translator: Translator) => {
  const { t, format } = translator;
  const rows = moves?.moved.slice(0, MOST_ROWS) ?? [];
  const more = (moves?.moved.length ?? 0) - rows.length;
  return {
    title: block.title === '' ? (frozen?.wordings[0]?.question ?? '') : block.title,
    told:
      frozen === null
        ? t('report-editor:data.lost')
        : t('report-editor:data.told', {
            day: format.day(frozen.frozenAt.toISOString().slice(0, 10)),
            n: format.integer(peopleIn(frozen)),
          }),
    today: moves === null ? null : movesText(moves, translator),
    canRefresh: moves === null || moves.today !== null,
    rows: rows.map((one) => ({
      name: nameOf(one, translator),
      column: one.column ?? t('report-editor:differences.all'),
      before: valueText(one, one.before, translator),
      after: valueText(one, one.after, translator),
      change: changeText(one, translator),
    })),
    more: more > 0 ? t('report-editor:differences.more', { count: more }) : null,
  };
};

const nameOf = ({ question, row }: MovedNumber, { t }: Translator): string => {
  const name = typeof row === 'string' ? row : t(`report-editor:summary.${row.summary}`);
  return t('report-editor:differences.row', { question, row: name });
};

const valueText = (number: MovedNumber, value: number | null, { t, format }: Translator): string => {
  if (value === null) return t('report-editor:differences.hidden');
  return isShare(number) ? format.percent(value, 1) : format.decimal(value);
};

const changeText = (number: MovedNumber, { t, format }: Translator): string => {
  const { before, after } = number;
  if (before === null || after === null) return t('report-editor:differences.no-change');
  return isShare(number)
    ? t('report-editor:differences.points', { points: format.signed((after - before) * 100, 1) })
    : format.signed(after - before, 2);
};
