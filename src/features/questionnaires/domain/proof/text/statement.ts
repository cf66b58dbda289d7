import type { AskedItem, BatteryRow, ScaleCode } from '../../definition';
import type { PlacedItem } from '../asked-places';
import type { RemarkPlace } from '../remark';

/** A text that is agreed with or rated as a whole, so that it must say one thing. */
export interface Statement extends RemarkPlace {
  readonly text: string;
}

const RATING: ReadonlySet<ScaleCode | undefined> = new Set<ScaleCode>([
  'AGREE5',
  'SAT5',
  'QUAL5',
  'IMP5',
  'CHG5',
  'NPS11',
]);

/** Statements of an item: the rows of a rating battery, or the wording of a single rating. */
export const statementsOf = (place: PlacedItem): readonly Statement[] => {
  const { asked } = place;
  if (asked.kind === 'battery' && isRating(asked))
    return asked.rows.map((row: BatteryRow) => ({ ...place, field: row.code, text: row.text }));
  if (asked.kind === 'single' && RATING.has(asked.scale)) return [{ ...place, text: spokenText(asked.text) }];
  return asked.kind === 'scale0to10' ? [{ ...place, text: spokenText(asked.text) }] : [];
};

/** Rated by a named scale, or by a scale of the author's own. */
const isRating = (item: Extract<AskedItem, { kind: 'battery' }>): boolean =>
  item.scale === undefined || RATING.has(item.scale);

/** "Czy zgadzają się Państwo ze zdaniem: „…”?" asks about what stands in the quotation marks. */
const spokenText = (text: string): string => /:\s*„(?<spoken>[^”]+)”/u.exec(text)?.groups?.['spoken'] ?? text;
