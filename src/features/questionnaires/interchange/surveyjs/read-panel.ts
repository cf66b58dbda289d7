import type { SourceItem } from '../source/source-form';
import { get, localised, numberAt, textAt, type JsonObject } from './json-value';
import { conditionAt, placeOf, type SurveyJsContext } from './survey-js-context';

/** A panel repeated as often as an earlier number says is a block of ours; others are asked once. */
export const readDynamicPanel = (
  context: SurveyJsContext,
  element: JsonObject,
  items: readonly SourceItem[],
): readonly SourceItem[] => {
  const place = placeOf(element);
  const over = /^\{([^{}]+)\}$/.exec(textAt(element, 'panelCountExpression'))?.[1] ?? null;
  if (over === null || context.kindOf(over) === null) {
    context.remarks.changed('repeat-once', place, { count: textAt(element, 'panelCount') });
    return items;
  }
  const most = numberAt(element, 'maxPanelCount');
  return [
    {
      code: place.code,
      place,
      text: localised(get(element, 'title') ?? place.code),
      shownIf: conditionAt(context, element, 'visibleIf'),
      kind: 'repeat',
      over,
      most: most === undefined || most < 1 ? undefined : Math.floor(most),
      items: items.filter(({ kind }) => kind !== 'repeat'),
    },
  ];
};
