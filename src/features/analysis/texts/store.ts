import type { AccountId, EvaluationId, Id } from '../../../platform/ids';
import { isDuplicate, type Connection } from '../../../platform/storage';

export type QuoteId = Id<'quote'>;

/** An answer as it may be quoted: checked by a person, names hidden. The answer itself stays as it was. */
export interface Quote {
  readonly id: QuoteId;
  readonly evaluationId: EvaluationId;
  readonly questionnaireCode: string;
  readonly field: string;
  /** Wording of the question when the quote was made. */
  readonly question: string;
  /** Hash that names the answer: see `TextAnswer`. */
  readonly reference: string;
  readonly text: string;
  /** Names to stand under the quote, at most two. */
  readonly attributes: readonly string[];
  readonly checkedBy: { readonly id: AccountId; readonly name: string };
  readonly checkedAt: Date;
  /** Null while it may be used. */
  readonly withdrawn: { readonly by: { readonly id: AccountId; readonly name: string }; readonly at: Date } | null;
}

type QuoteDocument = Omit<Quote, 'id'> & { _id: QuoteId };

const toQuote = ({ _id: id, ...quote }: QuoteDocument): Quote => ({ id, ...quote });

export type QuoteStore = ReturnType<typeof createQuoteStore>;

export const createQuoteStore = (connection: Connection) => {
  const quotes = connection.collection<QuoteDocument>('quotes');
  return {
    ensureIndexes: async (): Promise<void> => {
      await quotes.createIndex({ evaluationId: 1, checkedAt: -1 }, {}, undefined);
    },

    /** Repeatable: a form that is sent twice makes one quote. */
    addOnce: async ({ id, ...quote }: Quote): Promise<void> => {
      try {
        await quotes.insertOne({ _id: id, ...quote });
      } catch (error) {
        const isRepeated = isDuplicate(error);
        if (!isRepeated) throw error;
      }
    },

    /** Newest first, withdrawn ones too. */
    allOf: async (evaluationId: EvaluationId): Promise<readonly Quote[]> =>
      (await quotes.find({ evaluationId }).sort({ checkedAt: -1, _id: 1 }).toArray()).map(toQuote),

    /** False when there is no such quote in use. */
    withdraw: async (evaluationId: EvaluationId, id: QuoteId, withdrawn: Quote['withdrawn']): Promise<boolean> => {
      const { modifiedCount } = await quotes.updateOne(
        { _id: id, evaluationId, withdrawn: null },
        { $set: { withdrawn } },
      );
      return modifiedCount === 1;
    },
  };
};
