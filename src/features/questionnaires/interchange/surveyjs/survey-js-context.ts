import type { Place, RemarkBook } from '../report';
import { NOWHERE } from '../report';
import type { NameKind } from './translate-expression';
import { translateSurveyJs } from './translate-expression';
import { get, textAt, type JsonObject } from './json-value';

export interface SurveyJsContext {
  readonly remarks: RemarkBook;
  readonly kindOf: (name: string) => NameKind;
}

export const placeOf = (element: JsonObject): Place => ({ ...NOWHERE, code: textAt(element, 'name') });

/** A condition of the file in our syntax; what cannot be told is quoted in the report. */
export const conditionAt = (context: SurveyJsContext, element: JsonObject, key: string): string | undefined => {
  const written = textAt(element, key);
  if (written.trim() === '') return undefined;
  const condition = translateSurveyJs(written, context.kindOf);
  if (condition === null)
    context.remarks.refused('script', { ...placeOf(element), column: key }, { expression: written });
  return condition ?? undefined;
};

/** Keys that were read or that change the look only. */
const KNOWN = new Set(
  'type name title description isRequired requiredIf visibleIf visible choices choicesOrder hasOther showOtherItem otherText hasNone showNoneItem noneText maxSelectedChoices minSelectedChoices validators inputType min max maxLength rateMin rateMax rateStep rateValues rateCount rateType minRateDescription maxRateDescription columns rows rowsOrder isAllRowRequired eachRowRequired labelTrue labelFalse valueTrue valueFalse html expression elements templateElements templateTitle panelCount maxPanelCount minPanelCount colCount startWithNewLine titleLocation descriptionLocation placeholder placeHolder rowsVisible width minWidth maxWidth indent cols autoGrow valueName displayMode renderAs cellType format questions state panelAddText panelRemoveText separateSpecialChoices hideNumber requiredErrorText choicesVisibleIf selectToRankEnabled scaleMode rateColorMode acceptCarriageReturn showCommentArea hasComment commentText size step readOnly navigationTitle itemSize showLabels'.split(
    ' ',
  ),
);

/** Names every part of an element that has no counterpart here. */
export const remarkOnKeys = ({ remarks }: SurveyJsContext, element: JsonObject): void => {
  const place = placeOf(element);
  for (const key of Object.keys(element))
    if (!KNOWN.has(key)) remarks.refused('column', { ...place, column: key }, { column: key });
  for (const key of ['hasComment', 'showCommentArea'])
    if (get(element, key) === true) remarks.refused('comment-field', place);
  if (textAt(element, 'requiredIf') !== '')
    remarks.refused(
      'required-condition',
      { ...place, column: 'requiredIf' },
      { expression: textAt(element, 'requiredIf') },
    );
};
