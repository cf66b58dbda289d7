import type { QuestionnaireDefinition } from '../definition';
import { placedItems } from './asked-places';
import { faultRemarks } from './fault-remarks';
import { formRemarksOf } from './form-remarks';
import { logicRemarksOf } from './logic/logic-remarks';
import { makeReady } from './made-ready';
import { praisesOf } from './praises';
import { labelsOf } from './prove-questionnaire';
import type { ItemProof } from './remark';
import { abbreviationRemarks } from './text/abbreviation-remarks';
import { textRemarksOf } from './text/text-remarks';
import { translationRemarksOf } from './translation-remarks';

/** The check of one item, for the box beside its form: quick, without walking the whole questionnaire. */
export const proveItem = (definition: QuestionnaireDefinition, itemCode: string): ItemProof => {
  const places = placedItems(definition);
  const place = places.find(({ item }) => item === itemCode);
  if (place === undefined) return { remarks: [], praises: [] };
  const { faults, compiled } = makeReady(definition);
  const remarks = [
    ...faultRemarks(faults, places).filter(({ item }) => item === itemCode),
    ...(compiled === null ? [] : logicRemarksOf(compiled, itemCode)),
    ...textRemarksOf(place, labelsOf(places)),
    ...formRemarksOf(place),
    ...abbreviationRemarks(definition).filter(({ item }) => item === itemCode),
    ...translationRemarksOf(definition, place),
  ];
  return { remarks, praises: praisesOf(place, remarks, definition.languages?.length ?? 0) };
};
