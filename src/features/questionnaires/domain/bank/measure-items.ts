import type { Item } from '../definition';
import { secondsToAnswer } from '../estimate-path';

export interface ItemsMeasure {
  /** Fields to answer when every row is asked. */
  readonly rows: number;
  readonly seconds: number;
}

/** How much items add to a questionnaire, for somebody who is asked all of them. */
export const measureItems = (items: readonly Item[]): ItemsMeasure => {
  const measures = items.map(measureItem);
  return {
    rows: measures.reduce((sum, { rows }) => sum + rows, 0),
    seconds: measures.reduce((sum, { seconds }) => sum + seconds, 0),
  };
};

const measureItem = (item: Item): ItemsMeasure => {
  if (item.kind === 'information' || item.kind === 'calculated') return { rows: 0, seconds: 0 };
  if (item.kind === 'repeat') return measureItems(item.items);
  if (item.kind !== 'battery' && item.kind !== 'sum') return { rows: 1, seconds: secondsToAnswer(item.kind) };
  const rows = item.rows.length;
  return { rows, seconds: rows * secondsToAnswer(item.kind === 'sum' ? 'part' : 'row') };
};
