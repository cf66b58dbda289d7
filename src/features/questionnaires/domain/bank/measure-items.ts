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
  switch (item.kind) {
    case 'information':
    case 'calculated':
      return { rows: 0, seconds: 0 };
    case 'battery':
      return { rows: item.rows.length, seconds: item.rows.length * secondsToAnswer('row') };
    case 'sum':
      return { rows: item.rows.length, seconds: item.rows.length * secondsToAnswer('part') };
    case 'repeat':
      return measureItems(item.items);
    default:
      return { rows: 1, seconds: secondsToAnswer(item.kind) };
  }
};
