import type { Translator } from '../../../platform/i18n';
import type { Item } from '../domain';
import { answerFormOf, asksTheSame, type BankEntry, type BankRecord } from '../domain/bank';
import { allItems } from '../domain/edit';
import type { Bank } from '.';
import { forgettingOwes } from '../templates';
import { listTargets, targetCalled, type Target, type TargetNeeds } from './list-targets';
import type { OptionView } from './present-bank';
import { owesOf } from './take-entries';

interface Needs extends TargetNeeds {
  readonly bank: Pick<Bank, 'readBank'>;
}

export interface NewItemView {
  readonly note: string | null;
  readonly targets: readonly OptionView[];
  readonly evaluation: string;
  readonly questionnaire: string;
  /** The editor of the chosen questionnaire; null where there is no questionnaire. */
  readonly editor: string | null;
  readonly items: readonly {
    readonly code: string;
    readonly wording: string;
    readonly form: string;
    /** What saving would do. */
    readonly state: string;
    readonly isKept: boolean;
  }[];
}

/** The items of a questionnaire, to be saved to the bank: a new item is written in the editor. */
export const presentNewItem =
  (needs: Needs) =>
  async (translator: Translator, key: string | undefined, result: string | undefined): Promise<NewItemView> => {
    const { t } = translator;
    const [targets, records] = await Promise.all([listTargets(needs), needs.bank.readBank()]);
    const target = targetCalled(targets, key);
    const [kind, code] = result?.split(':') ?? [];
    return {
      note: kind === undefined ? null : t(`bank:new.${kind}`, { code }),
      targets: targets.map(({ key: value, evaluation, draft }) => ({
        value,
        text: t('bank:choice.target', { title: draft.definition.title, evaluation: evaluation.shortTitle }),
        isChosen: value === target?.key,
      })),
      evaluation: target?.evaluation.id ?? '',
      questionnaire: target?.draft.code ?? '',
      editor:
        target === undefined ? null : `/badania/${target.evaluation.id}/kwestionariusz/${target.draft.code}/pytania`,
      items: target === undefined ? [] : itemsOf(target).map((item) => presentItem(t, item, records)),
    };
  };

/** As they would be saved. */
const itemsOf = ({ evaluation, draft }: Target): readonly Item[] =>
  allItems(draft.definition).map((item) => forgettingOwes(item, owesOf(evaluation)));

const presentItem = (t: Translator['t'], item: Item, records: readonly BankRecord[]): NewItemView['items'][number] => {
  const record = records.find(({ code }) => code === item.code);
  const isKept = isInBank(item, records);
  return {
    code: item.code,
    wording: item.text,
    form: t(`bank:form.${answerFormOf({ item })}`),
    state: t(isKept ? 'bank:new.kept' : record === undefined ? 'bank:new.fresh' : 'bank:new.version', {
      version: (record?.versions[0].version ?? 0) + 1,
    }),
    isKept,
  };
};

/** Whether the bank asks this already, as one entry or statement by statement. */
const isInBank = (item: Item, records: readonly BankRecord[]): boolean => {
  const holds = (code: string, part: Item): boolean =>
    records.some(
      (record) =>
        record.code === code && record.versions.some((version) => asksTheSame(version, { ...version, item: part })),
    );
  if (holds(item.code, item)) return true;
  return item.kind === 'battery' && item.rows.every((row) => isStatementKept(row, records));
};

const isStatementKept = (
  { code, text }: { readonly code: string; readonly text: string },
  records: readonly BankRecord[],
): boolean =>
  records.some(
    (record) => record.code === code && record.versions.some(({ item }: BankEntry) => hasRow(item, code, text)),
  );

const hasRow = (item: Item, code: string, text: string): boolean =>
  item.kind === 'battery' && item.rows.some((row) => row.code === code && row.text === text);
