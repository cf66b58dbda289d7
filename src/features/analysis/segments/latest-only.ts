/**
 * Runs an act one at a time. Whoever asks gets a run that began after the asking: those who ask while one is running share the
 * next.
 */
export const latestOnly = (act: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = (): Promise<void> => {
    const run = act().finally(() => {
      if (running === run) running = undefined;
    });
    running = run;
    return run;
  };
  const afterThis = async (current: Promise<void>): Promise<void> => {
    await current.catch(() => undefined);
    next = undefined;
    return start();
  };
  return () => {
    if (next !== undefined) return next;
    if (running === undefined) return start();
    next = afterThis(running);
    return next;
  };
};
