import type { Translator } from '../../../platform/i18n';
import type { Item, QuestionnaireDefinition } from '../domain';
import { describeCondition } from './describe-condition';

export interface ConditionView {
  readonly code: string;
  readonly text: string;
  readonly address: string;
  /** Null where only rows have conditions. */
  readonly who: string | null;
  readonly rows: readonly { readonly code: string; readonly text: string; readonly who: string }[];
  readonly rowsTitle: string;
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
  const { t } = translator;
  const describe = (shownIf: string | undefined): string => describeCondition(translator, shownIf, definition);
  const all = item.kind === 'battery' || item.kind === 'sum' ? item.rows : [];
  const rows = all
    .filter(({ shownIf }) => shownIf !== undefined)
    .map(({ code, text, shownIf }) => ({ code, text, who: describe(shownIf) }));
  const who = [
    ...(item.shownIf === undefined ? [] : [describe(item.shownIf)]),
    ...(item.kind === 'repeat' ? [t('proof:condition.repeated', { over: item.over })] : []),
  ];
  const own: ConditionView = {
    code: item.code,
    text: item.text,
    address: `${home}/pytania/${encodeURIComponent(item.code)}`,
    who: who.length === 0 ? null : who.join(' '),
    rows,
    rowsTitle: t('proof:conditions.rows', { count: rows.length }),
  };
  const inner = item.kind === 'repeat' ? item.items : [];
  return [
    ...(own.who === null && rows.length === 0 ? [] : [own]),
    ...inner.flatMap((one) => conditionsOf(translator, one, definition, home)),
  ];
};
