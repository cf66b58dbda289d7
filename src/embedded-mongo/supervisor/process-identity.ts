import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process id alone may be given away again; together with the time of its start it is unique. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** When the process started, in the words of the system; null when there is no such process. */
export const startTimeOf = (pid: number): string | null => (process.platform === 'linux' ? fromProc(pid) : fromPs(pid));

export const identify = (pid: number): ProcessIdentity => ({ pid, startedAt: startTimeOf(pid) ?? '' });

export const isAlive = ({ pid, startedAt }: ProcessIdentity): boolean => startTimeOf(pid) === startedAt;

const fromProc = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isZombie = fields[0] === 'Z';
    return isZombie ? null : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19] ?? ''}`;
  } catch {
    return null;
  }
};

const fromPs = (pid: number): string | null => {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
};
