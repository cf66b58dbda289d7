import { insertOnce, type Connection } from '../../../platform/storage';
import type { AddedGuest, AttendanceMark, AttendanceRecord, MeetingId } from '../domain';

interface RecordDocument {
  _id: MeetingId;
  marks: AttendanceMark[];
  guests: AddedGuest[];
  revision: number;
}

/** What the moderator said of who was there: one document for each meeting, to which marks are only added. */
export const createAttendanceStore = (connection: Connection) => {
  const records = connection.collection<RecordDocument>('attendance');
  return {
    find: async (meetingId: MeetingId): Promise<AttendanceRecord> => {
      const found = await records.findOne({ _id: meetingId });
      return found === null ? { marks: [], guests: [], revision: 0 } : found;
    },

    /** False when the record is not the one that was read any more. */
    replace: async (
      meetingId: MeetingId,
      revision: number,
      { marks, guests }: Pick<AttendanceRecord, 'marks' | 'guests'>,
    ): Promise<boolean> => {
      const after = { marks: [...marks], guests: [...guests], revision: revision + 1 };
      if (revision > 0)
        return (await records.updateOne({ _id: meetingId, revision }, { $set: after })).matchedCount === 1;
      return insertOnce(records.insertOne({ _id: meetingId, ...after }));
    },
  };
};
