import type { Logger } from '../platform/log';
import type { Chapters } from './compose';

/** A questionnaire left alone for so long counts as broken off; its answers so far enter the results. */
const IDLE_DAYS = 14;
const EVERY_MS = 60 * 60 * 1000;

/** Turns forgotten drafts into broken-off responses. Safe to repeat, so that several processes may do it. */
export const sweepDrafts = async ({
  evaluations,
  responses,
}: Pick<Chapters, 'evaluations' | 'responses'>): Promise<void> => {
  for (const { id } of await evaluations.listEvaluations()) await responses.recordBreakOffs(id, IDLE_DAYS);
};

/** Links first: people wait for them. */
const sweepAll = async (chapters: Chapters, remind: () => Promise<void>): Promise<void> => {
  await chapters.questionnaires.versions.settleAll();
  await sweepDrafts(chapters);
  await remind();
  await chapters.mail.sweep();
};

export interface Sweeping {
  /** Ends the sweeping and waits for the sweep that runs. */
  stop(): Promise<void>;
}

/** Sweeps now and then every hour. A sweep that fails is logged and tried again an hour later. */
export const startSweeping = (chapters: Chapters, log: Logger, remind: () => Promise<void>): Sweeping => {
  const sweep = (): Promise<void> =>
    sweepAll(chapters, remind).catch((error: unknown) => {
      log.error({ err: error }, 'the sweep could not be finished');
    });
  let running = sweep();
  const timer = setInterval(() => {
    running = sweep();
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
};
