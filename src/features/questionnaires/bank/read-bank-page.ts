import type { Translator } from '../../../platform/i18n';
import type { Bank } from '.';
import type { Usage } from './count-usage';
import type { BankQuery, BankView } from './inputs';
import { listTargets, type TargetNeeds } from './list-targets';
import { presentList } from './present-bank';
import { presentChoice, type QuestionsView } from './present-choice';
import { presentDone } from './present-done';

export interface BankPageNeeds extends TargetNeeds {
  readonly bank: Pick<Bank, 'readBank'>;
  readonly usage: (records: Awaited<ReturnType<Bank['readBank']>>) => Promise<Usage>;
}

/** Everything on the page of the bank. */
export const readBankPage =
  (needs: BankPageNeeds) =>
  async (translator: Translator, view: BankView, about: { done?: BankQuery; questions?: QuestionsView }) => {
    const [records, targets] = await Promise.all([needs.bank.readBank(), listTargets(needs)]);
    const list = presentList(translator, records, await needs.usage(records), view);
    const choice = presentChoice(translator, records, targets, view);
    const done = about.done === undefined ? null : presentDone(translator, targets, about.done);
    return {
      model: { list, choice, done, questions: about.questions ?? null },
      isDemonstration: targets.some(({ evaluation }) => evaluation.demonstration),
    };
  };
