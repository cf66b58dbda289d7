import type { Connection } from 'mongoose';

interface ResponseDocument {
  _id: string;
  evaluationId: string;
  receivedOn: string;
  sequence?: number;
}

/** Documents written at once. */
const BATCH = 500;

/**
 * Responses stored before numbers existed get them, evaluation by evaluation in the order of receipt, from the counter that
 * numbers new ones. Safe to repeat and to be run by two processes at once: a response that has a number keeps it, and what
 * both took for it leaves a gap.
 */
export const numberResponses = async (connection: Connection): Promise<void> => {
  const responses = connection.collection<ResponseDocument>('responses');
  const counters = connection.collection<{ _id: string; last: number }>('responseNumbers');
  for (const [evaluationId, ids] of await unnumbered(connection))
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const counted = await counters.findOneAndUpdate(
        { _id: evaluationId },
        { $inc: { last: batch.length } },
        { upsert: true, returnDocument: 'after' },
      );
      const first = (counted?.last ?? batch.length) - batch.length + 1;
      await responses.bulkWrite(
        batch.map((_id, at) => ({
          updateOne: { filter: { _id, sequence: { $exists: false } }, update: { $set: { sequence: first + at } } },
        })),
      );
    }
};

/** Ids by evaluation, in the order of receipt; sorted here, because there may be more than a store sorts in memory. */
const unnumbered = async (connection: Connection): Promise<ReadonlyMap<string, readonly string[]>> => {
  const responses = connection.collection<ResponseDocument>('responses');
  const found = responses
    .find({ sequence: { $exists: false } }, { projection: { evaluationId: 1, receivedOn: 1 } })
    .sort({ _id: 1 });
  const byEvaluation = new Map<string, { readonly id: string; readonly receivedOn: string }[]>();
  for await (const { _id: id, evaluationId, receivedOn } of found) {
    const known = byEvaluation.get(evaluationId) ?? [];
    known.push({ id, receivedOn });
    byEvaluation.set(evaluationId, known);
  }
  return new Map(
    [...byEvaluation].map(([evaluationId, some]) => [
      evaluationId,
      // The sort is stable: those of one day stay in the order of their ids.
      some.sort((a, b) => a.receivedOn.localeCompare(b.receivedOn)).map(({ id }) => id),
    ]),
  );
};
