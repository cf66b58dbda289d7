import { dayOf, type Clock } from '../../../platform/clock';
import type { Item, QuestionnaireDefinition } from '../domain';
import { asksTheSame, currentOf, withoutHistory, type BankEntry, type OwnVersion } from '../domain/bank';
import { allItems, isFieldCode } from '../domain/edit';
import type { Evaluation } from '../../evaluations';
import type { Drafts } from '../drafts';
import { forgettingOwes } from '../templates';
import { codeUnfit, entryBusy, noSuchItem } from './problems';
import { readBank } from './read-bank';
import type { BankStore } from './store';
import { owesOf } from './take-entries';

export interface SavingNeeds {
  readonly store: BankStore;
  readonly drafts: Pick<Drafts, 'readDraft'>;
  readonly clock: Clock;
}

/** Where the item stands that is to be saved. */
export interface SavedPlace {
  readonly evaluation: Evaluation;
  /** Code of the questionnaire. */
  readonly questionnaire: string;
  /** Code of the item, or of a statement of a battery. */
  readonly code: string;
}

export type Saved =
  | { readonly kind: 'saved'; readonly code: string; readonly version: number }
  /** The bank asks exactly this already. */
  | { readonly kind: 'same'; readonly code: string; readonly version: number };

const MOST_TRIES = 5;

/**
 * Saves an item, or one statement of a battery, from a questionnaire that is being written. A code that the bank has gets
 * a new version; earlier ones stay readable.
 *
 * @throws Problem `questionnaires.questionnaire-not-found` · `bank.no-such-item` · `bank.code-unfit` · `bank.entry-busy`
 */
export const saveItem =
  (needs: SavingNeeds) =>
  async ({ evaluation, questionnaire, code }: SavedPlace, by: string): Promise<Saved> => {
    const { definition } = await needs.drafts.readDraft({ evaluationId: evaluation.id, code: questionnaire });
    const item = itemCalled(definition, code);
    if (item === undefined) throw noSuchItem({ code });
    if (!isFieldCode(code)) throw codeUnfit({ code });
    const year = Number(dayOf(needs.clock.now()).slice(0, 4));
    return addVersion(needs)(
      {
        code,
        module: 'own',
        item: withoutHistory(forgettingOwes(item, owesOf(evaluation))),
        criterion: item.criterion ?? 'profil',
        audiences: ['owes'],
        source: definition.title,
        version: 1,
        year,
      },
      by,
    );
  };

/** Adds what is new about an entry under the next number of its code; module and audiences of a known code stay. */
export const addVersion =
  ({ store, clock }: Pick<SavingNeeds, 'store' | 'clock'>) =>
  async (entry: BankEntry, by: string): Promise<Saved> => {
    const { code } = entry;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const record = (await readBank({ store })()).find((each) => each.code === code);
      const same = record?.versions.find((version) => asksTheSame(version, entry));
      if (same !== undefined) return { kind: 'same', code, version: same.version };
      const version = Math.max(record === undefined ? 1 : currentOf(record).version + 1, entry.version);
      const known = record === undefined ? {} : placeOf(currentOf(record));
      const saved: OwnVersion = { ...entry, ...known, version, savedBy: by, savedAt: clock.now() };
      if (await store.addOnce(saved)) return { kind: 'saved', code, version };
    }
    throw entryBusy();
  };

const placeOf = ({ module, audiences, criterion }: BankEntry) => ({ module, audiences, criterion });

const itemCalled = (definition: QuestionnaireDefinition, code: string): Item | undefined => {
  const items = allItems(definition);
  const whole = items.find((item) => item.code === code);
  if (whole !== undefined) return whole;
  const battery = items.find((item) => item.kind === 'battery' && item.rows.some((row) => row.code === code));
  return battery?.kind === 'battery'
    ? { ...battery, rows: battery.rows.filter((row) => row.code === code) }
    : undefined;
};
