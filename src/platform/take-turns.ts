/** Work cut into short steps: each `next()` does one of them. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does all the steps at once, where nobody else waits. */
export const runAtOnce = <Result>(steps: Steps<Result>): Result => {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
};

export interface TakeTurnsNeeds {
  /** Longest stretch of work before others have their turn; a single step may last longer. */
  readonly sliceMs?: number;
  readonly now?: () => number;
  /** What a request is told that gave way to a newer one of the same person. */
  readonly superseded: () => Error;
}

/** Runs one person's work beside that of others. */
export type TakeTurns = <Result>(person: string, makeSteps: () => Steps<Result>) => Promise<Result>;

interface Job {
  /** True when the work is done. */
  readonly advance: () => boolean;
  readonly refuse: (reason: Error) => void;
}

interface Desk {
  running: Job;
  waiting: Job | null;
}

const SLICE_MS = 8;

/**
 * Shares one thread among people fairly: work goes on in short slices, between which everything else has its turn; those
 * who asked are served in turn, however much one of them asks; and of one person's requests one runs and one waits, the
 * newest.
 */
export const takeTurns = ({
  sliceMs = SLICE_MS,
  now = () => performance.now(),
  superseded,
}: TakeTurnsNeeds): TakeTurns => {
  const desks = new Map<string, Desk>();
  let isBusy = false;

  /** One slice for the person who has waited longest. */
  const serveNext = (): void => {
    const next = desks.entries().next();
    if (next.done === true) {
      isBusy = false;
      return;
    }
    const [person, desk] = next.value;
    desks.delete(person);
    if (workFor(sliceMs, desk.running, now)) {
      if (desk.waiting !== null) desks.set(person, { running: desk.waiting, waiting: null });
    } else desks.set(person, desk);
    setImmediate(serveNext);
  };

  const take = (person: string, job: Job): void => {
    const desk = desks.get(person);
    if (desk === undefined) desks.set(person, { running: job, waiting: null });
    else {
      desk.waiting?.refuse(superseded());
      desk.waiting = job;
    }
    if (isBusy) return;
    isBusy = true;
    setImmediate(serveNext);
  };

  return (person, makeSteps) =>
    new Promise((resolve, reject) => {
      take(person, { advance: stepper(makeSteps, resolve, reject), refuse: reject });
    });
};

const workFor = (sliceMs: number, { advance }: Job, now: () => number): boolean => {
  const end = now() + sliceMs;
  for (;;) {
    if (advance()) return true;
    if (now() >= end) return false;
  }
};

const stepper = <Result>(
  makeSteps: () => Steps<Result>,
  resolve: (result: Result) => void,
  reject: (reason: unknown) => void,
): (() => boolean) => {
  let steps: Steps<Result> | undefined;
  return () => {
    try {
      steps ??= makeSteps();
      const step = steps.next();
      if (step.done !== true) return false;
      resolve(step.value);
    } catch (error) {
      reject(error);
    }
    return true;
  };
};
