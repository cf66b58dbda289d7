import { placedItems, type PlacedItem } from '../asked-places';
import type { QuestionnaireDefinition } from '../../definition';
import { textsOf } from '../../languages';
import { NOWHERE, remark, type Remark, type RemarkPlace } from '../remark';
import { abbreviationsIn, expands } from './abbreviations';

/**
 * Abbreviations that stand somewhere before they are spelled out, one remark each, at their first place. The item itself and
 * its hint may spell it out, too.
 */
export const abbreviationRemarks = (definition: QuestionnaireDefinition): readonly Remark[] => {
  const texts = textsOf(definition);
  const known = new Set<string>();
  const remarks: Remark[] = [];
  const places = new Map(placedItems(definition).map((place) => [place.item, place]));
  for (const { item, page, polish } of texts) {
    for (const abbreviation of abbreviationsIn(polish)) {
      if (known.has(abbreviation)) continue;
      known.add(abbreviation);
      const together = texts.filter((text) => text.item === item && (item !== null || text.page === page));
      if (!together.some((text) => expands(text.polish, abbreviation)))
        remarks.push(remark('abbreviation', placeOf(places, item), { abbreviation }));
    }
  }
  return remarks;
};

const placeOf = (places: ReadonlyMap<string, PlacedItem>, item: string | null): RemarkPlace =>
  (item === null ? undefined : places.get(item)) ?? NOWHERE;
