import type { Translator } from '../../../platform/i18n';
import { currentOf } from '../domain/bank';
import type { Bank, TakingOutcome, Writer } from '.';
import { addressOf } from './address';
import type { TakingInput } from './inputs';
import { listTargets, type TargetNeeds } from './list-targets';
import { presentQuestions, type QuestionsView } from './present-choice';

interface Needs extends TargetNeeds {
  readonly bank: Pick<Bank, 'readBank' | 'readEntries' | 'takeEntries'>;
}

export type AddingOutcome =
  | { readonly kind: 'added'; readonly address: string }
  | { readonly kind: 'undecided'; readonly questions: QuestionsView };

const NOTHING_OPEN = { clashes: [], loose: [] };

/** Adds what was chosen on the page of the bank, or says what has to be decided first. */
export const addToQuestionnaire =
  (needs: Needs) =>
  async (input: TakingInput, by: Writer, translator: Translator): Promise<AddingOutcome> => {
    const target = (await listTargets(needs)).find(({ key }) => key === input.kwestionariusz);
    if (target === undefined || input.poz.length === 0)
      return {
        kind: 'undecided',
        questions: presentQuestions(translator, NOTHING_OPEN, { nothing: input.poz.length === 0 }),
      };
    const { evaluation, draft } = target;
    const outcome = await needs.bank.takeEntries(
      {
        evaluation,
        key: { evaluationId: evaluation.id, code: draft.code },
        entries: await needs.bank.readEntries(input.poz),
        page: input.miejsce === undefined || input.miejsce === '' ? null : input.miejsce,
        bank: (await needs.bank.readBank()).map(currentOf),
        clashes: input.zajete === undefined ? undefined : DECISIONS[input.zajete],
        loose: input.warunki === undefined ? undefined : DECISIONS[input.warunki],
        remarkOn: ({ missing }) => translator.t('bank:loose.remark', { missing: missing.join(', ') }),
      },
      by,
    );
    return replyTo(outcome, input, translator);
  };

const DECISIONS = { pomin: 'skip', numeruj: 'number', dodaj: 'add', zostaw: 'keep' } as const;

const replyTo = (outcome: TakingOutcome, input: TakingInput, translator: Translator): AddingOutcome => {
  if (outcome.kind === 'undecided') return { kind: 'undecided', questions: presentQuestions(translator, outcome) };
  if (outcome.kind === 'page-gone')
    return { kind: 'undecided', questions: presentQuestions(translator, NOTHING_OPEN, { pageGone: true }) };
  const { kwestionariusz, modul } = input;
  const address = new URL(addressOf({ kwestionariusz, modul }), 'http://bank');
  address.searchParams.set('dodano', String(outcome.added.length));
  for (const code of outcome.skipped) address.searchParams.append('pominieto', code);
  const numbered = new Set(outcome.renumbering.values());
  for (const code of outcome.added) if (numbered.has(code)) address.searchParams.append('nowe', code);
  for (const { code } of outcome.loose) address.searchParams.append('uwagi', code);
  return { kind: 'added', address: `${address.pathname}${address.search}` };
};
