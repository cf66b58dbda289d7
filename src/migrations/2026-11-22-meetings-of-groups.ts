import type { Connection } from 'mongoose';

interface Stored {
  _id: string;
  evaluationId: string;
  members: { email?: string | null }[];
}

/** Meetings that were written down before there was a lasting group belong to that of their region. */
export const meetingsOfGroups = async (connection: Connection): Promise<void> => {
  const meetings = connection.collection<Stored>('meetings');
  const evaluations = connection.collection<{ _id: string; wojewodztwo?: string; demonstration?: boolean }>(
    'evaluations',
  );
  for (const { _id, evaluationId, members: people } of await meetings.find({ groupId: { $exists: false } }).toArray()) {
    const found = await evaluations.findOne({ _id: evaluationId });
    const region = found?.demonstration === true ? '' : (found?.wojewodztwo ?? '');
    const members = people.map((member) => ({ ...member, email: member.email ?? null }));
    const added = { members, frozen: [], results: null, discussed: [], openedAt: null, endedAt: null };
    await meetings.updateOne({ _id }, { $set: { ...added, groupId: region === '' ? evaluationId : region } });
  }
};
