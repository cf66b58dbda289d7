import type { PublishedReport, ReportTree } from '../domain';
import type { DrawReport } from '../draw-report';
import type { OnProgress } from '../pdf';

export interface FileJob {
  readonly state: 'drawing' | 'drawn' | 'failed';
  /** Of the blocks of the tree, 0 to 1. */
  readonly share: number;
}

interface Running {
  job: FileJob;
  readonly controller: AbortController;
}

const MOST_REMEMBERED = 50;

/** Long files that are being drawn while a page says how far they are. A job is remembered by the process that draws it. */
export const createFileJobs = (drawReport: DrawReport) => {
  const jobs = new Map<PublishedReport['id'], Running>();

  const begin = (id: PublishedReport['id'], tree: ReportTree): Running => {
    const controller = new AbortController();
    const running: Running = { job: { state: 'drawing', share: 0 }, controller };
    jobs.set(id, running);
    for (const oldest of [...jobs.keys()].slice(0, Math.max(0, jobs.size - MOST_REMEMBERED))) jobs.delete(oldest);
    const onProgress: OnProgress = ({ done, blocks }) => {
      running.job = { state: 'drawing', share: blocks === 0 ? 0 : done / blocks };
    };
    drawReport(tree, { onProgress, signal: controller.signal }).then(
      () => {
        running.job = { state: 'drawn', share: 1 };
      },
      () => {
        running.job = { state: 'failed', share: 0 };
      },
    );
    return running;
  };

  return {
    /** How far the file is; undefined where nobody asked for it. */
    peek: (id: PublishedReport['id']): FileJob | undefined => jobs.get(id)?.job,

    /** Goes on with the drawing that runs, or begins one; one that failed is begun again. */
    follow: async (id: PublishedReport['id'], readTree: () => Promise<ReportTree>): Promise<FileJob> => {
      const known = jobs.get(id);
      if (known !== undefined && known.job.state !== 'failed') return known.job;
      return begin(id, await readTree()).job;
    },

    cancel: (id: PublishedReport['id']): void => {
      const running = jobs.get(id);
      if (running?.job.state === 'drawing') running.controller.abort(new Error('The person no longer waits'));
      jobs.delete(id);
    },
  };
};

export type FileJobs = ReturnType<typeof createFileJobs>;
