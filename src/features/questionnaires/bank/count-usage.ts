import type { Clock } from '../../../platform/clock';
import type { Evaluation } from '../../evaluations';
import type { Item, QuestionnaireDefinition } from '../domain';
import { isStatement, wordingOf, type BankRecord } from '../domain/bank';
import { allItems } from '../domain/edit';
import type { Drafts } from '../drafts';
import type { PublishedVersion } from '../store';

export interface UsageNeeds {
  readonly listEvaluations: () => Promise<readonly Evaluation[]>;
  readonly listVersions: (id: Evaluation['id']) => Promise<readonly PublishedVersion[]>;
  readonly drafts: Pick<Drafts, 'listDrafts'>;
  readonly clock: Clock;
}

/** In how many evaluations an item stands, by its code in the bank. */
export type Usage = ReadonlyMap<string, number>;

const KEPT_FOR_MS = 60_000;

/** Counts published versions and drafts of every evaluation; a count is kept for a minute. */
export const countUsage = (needs: UsageNeeds) => {
  let kept: { readonly at: number; readonly marks: Promise<readonly Marks[]> } | undefined;
  return async (records: readonly BankRecord[]): Promise<Usage> => {
    const now = needs.clock.now().getTime();
    if (kept === undefined || now - kept.at > KEPT_FOR_MS) kept = { at: now, marks: readMarks(needs) };
    const marks = await kept.marks;
    return new Map(records.map((record) => [record.code, marks.filter((each) => stands(record, each)).length]));
  };
};

/** What one evaluation asks: code and words of each item and row, and the bank codes they were taken under. */
type Marks = ReadonlySet<string>;

const readMarks = async ({ listEvaluations, listVersions, drafts }: UsageNeeds): Promise<readonly Marks[]> => {
  const evaluations = await listEvaluations();
  return Promise.all(
    evaluations.map(async ({ id }) => {
      const definitions = [...(await listVersions(id)), ...(await drafts.listDrafts(id))];
      return new Set(definitions.flatMap(({ definition }) => marksOf(definition)));
    }),
  );
};

const marksOf = (definition: QuestionnaireDefinition): readonly string[] => allItems(definition).flatMap(marksOfItem);

const marksOfItem = (item: Item): readonly string[] => [
  markOf(item.code, item.text),
  ...('rows' in item ? item.rows.map(({ code, text }) => markOf(code, text)) : []),
  ...(item.bank === undefined ? [] : [takenAs(item.bank.code)]),
];

/** A code alone says little: authors number their own items, too. */
const markOf = (code: string, text: string): string => `${code}: ${text}`;
const takenAs = (code: string): string => `bank ${code}`;

const stands = ({ code, versions }: BankRecord, marks: Marks): boolean =>
  versions.some((version) => marks.has(markOf(code, wordingOf(version)))) ||
  versions.some((version) => !isStatement(version) && marks.has(takenAs(code)));
