import type { StoredReport } from '../domain';

/** For sentences about somebody else's change. */
export const whoChanged = ({ changedAt, changedBy }: StoredReport, time: (at: Date) => string) => ({
  time: time(changedAt),
  name: changedBy,
});
