import type { QuestionnaireDefinition } from '../definition';
import type { ItemProof } from './remark';

/** The check of one item, for the box beside its form: quick, without walking the whole questionnaire. */
export const proveItem = (_definition: QuestionnaireDefinition, _itemCode: string): ItemProof => ({
  remarks: [],
  praises: [],
});
