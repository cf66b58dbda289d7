import type { Translator } from '../../../platform/i18n';
import type { Item, QuestionnaireDefinition } from '../domain';
import { describeCondition } from './describe-condition';

export interface ConditionView {
  readonly code: string;
  readonly text: string;
  /** Null for a row, which is edited with its item. */
  readonly address: string | null;
  readonly who: string;
}

/** Who sees what: every item and row that is not asked of everyone, in plain words. */
export const presentConditions = (
  translator: Translator,
  definition: QuestionnaireDefinition,
  home: string,
): readonly ConditionView[] =>
  definition.pages.flatMap(({ items }) => items).flatMap((item) => conditionsOf(translator, item, definition, home));

const conditionsOf = (
  translator: Translator,
  item: Item,
  definition: QuestionnaireDefinition,
  home: string,
): readonly ConditionView[] => {
  const describe = (shownIf: string | undefined) => describeCondition(translator, shownIf, definition);
  const own = { code: item.code, text: item.text, address: `${home}/pytania/${encodeURIComponent(item.code)}` };
  const rows = item.kind === 'battery' || item.kind === 'sum' ? item.rows : [];
  const inner = item.kind === 'repeat' ? item.items : [];
  return [
    ...(item.shownIf === undefined ? [] : [{ ...own, who: describe(item.shownIf) }]),
    ...(item.kind === 'repeat' ? [{ ...own, who: translator.t('proof:condition.repeated', { over: item.over }) }] : []),
    ...rows.flatMap(({ code, text, shownIf }) =>
      shownIf === undefined ? [] : [{ code, text, address: null, who: describe(shownIf) }],
    ),
    ...inner.flatMap((one) => conditionsOf(translator, one, definition, home)),
  ];
};
