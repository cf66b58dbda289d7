import type { AccountId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import type { QuestionnaireDefinition } from '../domain';
import {
  looseAmong,
  itemsFrom,
  takeItems,
  takenCodesOf,
  withWhatTheyLookAt,
  type BankEntry,
  type LooseItem,
  type Taken,
} from '../domain/bank';
import { nextPageId } from '../domain/edit';
import type { DraftKey, Drafts } from '../drafts';
import { BANK_MODULES, namingOwes } from '../templates';
import { withBankTranslations } from './with-bank-translations';

export interface Writer {
  readonly id: AccountId;
  readonly name: string;
}

export interface TakingNeeds {
  readonly drafts: Pick<Drafts, 'changeDraft' | 'readDraft'>;
  /** Leaves a remark on an item of the questionnaire. */
  readonly remark: (key: DraftKey, item: string, by: Writer, text: string) => Promise<unknown>;
}

/** What a person decided before the items are put in. Undecided where the questionnaire raises no such question. */
export interface Decisions {
  /** Codes that the questionnaire has already: leave those items out, or give them numbers. */
  readonly clashes?: 'skip' | 'number' | undefined;
  /** Conditions on what is not asked: add that too, or keep them as they are, with a remark. */
  readonly loose?: 'add' | 'keep' | undefined;
}

export interface WantedEntries extends Decisions {
  readonly evaluation: Evaluation;
  readonly key: DraftKey;
  readonly entries: readonly BankEntry[];
  /** Id of the page they go to; null for a new one at the end. */
  readonly page: string | null;
  /** All current entries, to find what conditions look at. */
  readonly bank: readonly BankEntry[];
  /** The sentence of the remark on an item whose condition looks at what is not asked. */
  readonly remarkOn: (loose: LooseItem) => string;
}

/** Questions that only the person can answer. */
export interface Undecided {
  readonly clashes: readonly string[];
  readonly loose: readonly LooseItem[];
}

export type TakingOutcome =
  ({ readonly kind: 'undecided' } & Undecided) | { readonly kind: 'page-gone' } | ({ readonly kind: 'taken' } & Taken);

/**
 * Puts entries of the bank into a questionnaire that is being written, once nothing about it is open.
 *
 * @throws Problem `questionnaires.questionnaire-not-found` · `questionnaires.draft-busy`
 */
export const takeEntries =
  ({ drafts, remark }: TakingNeeds) =>
  async (wanted: WantedEntries, by: Writer): Promise<TakingOutcome> => {
    let outcome = { kind: 'page-gone' } as TakingOutcome;
    await drafts.changeDraft(wanted.key, by.name, ({ definition, state }) => {
      outcome = attempt(definition, wanted);
      return { definition: outcome.kind === 'taken' ? outcome.definition : definition, state };
    });
    if (outcome.kind === 'taken')
      for (const loose of outcome.loose) await remark(wanted.key, loose.code, by, wanted.remarkOn(loose));
    return outcome;
  };

const attempt = (definition: QuestionnaireDefinition, wanted: WantedEntries): TakingOutcome => {
  const { page, bank, evaluation } = wanted;
  if (page !== null && !definition.pages.some(({ id }) => id === page)) return { kind: 'page-gone' };
  const entries = wanted.loose === 'add' ? withWhatTheyLookAt(wanted.entries, definition, bank) : wanted.entries;
  const open = openQuestions(definition, entries, wanted);
  if (open.clashes.length + open.loose.length > 0) return { kind: 'undecided', ...open };
  const taken = takeItems(definition, {
    entries: entries.map((entry) => ({ ...entry, item: namingOwes(entry.item, owesOf(evaluation)) })),
    page: page === null ? newPage(definition, entries) : { id: page, title: '' },
    clashes: wanted.clashes ?? 'skip',
  });
  return {
    kind: 'taken',
    ...taken,
    definition: withBankTranslations(taken.definition, definition, namesOf(evaluation)),
  };
};

const openQuestions = (
  definition: QuestionnaireDefinition,
  entries: readonly BankEntry[],
  { clashes, loose }: Decisions,
): Undecided => ({
  clashes: clashes === undefined ? takenCodesOf(definition, entries) : [],
  loose: loose === undefined ? looseAmong(itemsFrom(entries), definition) : [],
});

const newPage = (definition: QuestionnaireDefinition, [first]: readonly BankEntry[]) => ({
  id: nextPageId(definition),
  title: BANK_MODULES.find(({ code }) => code === first?.module)?.title ?? first?.item.text ?? '',
});

export const owesOf = ({ institutions }: Evaluation) =>
  institutions.filter(({ kind }) => kind === 'owes').map(({ code, name }) => ({ code, name }));

/** Names are the same in every language. */
const namesOf = (evaluation: Evaluation): ReadonlySet<string> => new Set(owesOf(evaluation).map(({ name }) => name));
