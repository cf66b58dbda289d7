import type { Connection } from 'mongoose';
import { meetingsOfGroups } from './2026-11-22-meetings-of-groups';
import { numberResponses } from './2026-11-22-number-responses';

/** By day, oldest first; a name is never used again, and what it did is never changed. */
const MIGRATIONS: Readonly<Record<string, (connection: Connection) => Promise<void>>> = {
  '2026-11-22-number-responses': numberResponses,
  '2026-11-22-meetings-of-groups': meetingsOfGroups,
};

/** Brings stored documents into the present form. Repeatable: what is done is remembered, and doing it twice changes nothing. */
export const migrate = async (connection: Connection): Promise<void> => {
  const done = connection.collection<{ _id: string; at: Date }>('migrations');
  for (const [name, run] of Object.entries(MIGRATIONS)) {
    if ((await done.findOne({ _id: name })) !== null) continue;
    await run(connection);
    await done.updateOne({ _id: name }, { $set: { at: new Date() } }, { upsert: true });
  }
};
