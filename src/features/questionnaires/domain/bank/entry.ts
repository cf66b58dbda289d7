import type { Criterion, Item, ScaleCode } from '../definition';

/**
 * Modules of the two questionnaires (domain 2.2, 2.3), in small letters the short instruments (domain 2.4), and the items
 * that the evaluators of this installation saved themselves.
 */
export const MODULE_CODES = [
  'W',
  'K',
  'P',
  'D',
  'U',
  'O',
  'J',
  'G',
  'E',
  'B',
  'I',
  'S',
  'C',
  'N',
  'Z',
  'R',
  'c',
  'd',
  'e',
  'own',
] as const;
export type BankModuleCode = (typeof MODULE_CODES)[number];

export interface BankModule {
  readonly code: BankModuleCode;
  readonly title: string;
}

export { CRITERIA } from '../criteria';

export const AUDIENCES = ['owes', 'rops', 'jst', 'eksperci'] as const;
/** Whom an item is meant for: clients of OWES, clients of ROPS, local governments, experts. */
export type Audience = (typeof AUDIENCES)[number];

/** How an item is answered, as people look for it: by its named scale, else by its kind. */
export const ANSWER_FORMS = [
  'AGREE5',
  'SAT5',
  'IMP5',
  'QUAL5',
  'CHG5',
  'FREQ4',
  'YN3',
  'NPS11',
  'RANK5',
  'single',
  'multiple',
  'battery',
  'number',
  'sum',
  'open',
  'date',
  'email',
  'territory',
  'consent',
  'calculated',
  'repeat',
  'information',
] as const satisfies readonly (ScaleCode | Item['kind'])[];
export type AnswerForm = (typeof ANSWER_FORMS)[number];

/** One proven item, or one statement of a battery: then `item` is that battery with this row alone. */
export interface BankEntry {
  /** Stable across waves and regions: `K1`, `J3`. */
  readonly code: string;
  readonly module: BankModuleCode;
  readonly item: Item;
  readonly criterion: Criterion;
  readonly audiences: readonly Audience[];
  /** Where it comes from, in words. */
  readonly source: string;
  /** Grows with every change of the wording. */
  readonly version: number;
  readonly year: number;
  /** What to mind when using it. */
  readonly note?: string;
}

/** Statements of a battery stand in the bank one by one, because they are chosen one by one. */
export const isStatement = ({ code, item }: BankEntry): boolean => item.kind === 'battery' && item.code !== code;

/** The words people know an entry by: the statement's, else the question's. */
export const wordingOf = ({ code, item }: BankEntry): string =>
  (item.kind === 'battery' ? item.rows.find((row) => row.code === code)?.text : undefined) ?? item.text;

export const answerFormOf = ({ item }: Pick<BankEntry, 'item'>): AnswerForm => {
  if (item.kind === 'scale0to10') return 'NPS11';
  if (item.kind === 'ranking') return 'RANK5';
  if (item.kind === 'single' || item.kind === 'battery') return item.scale ?? item.kind;
  return item.kind;
};
