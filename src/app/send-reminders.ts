import { dayOf, type Clock } from '../platform/clock';
import type { Translator } from '../platform/i18n';
import type { Chapters } from './compose';

/** Letters about dates of the register, once a day and process; a day that failed is tried again with the next sweep. */
export const remindDaily = (
  { cooperation }: Pick<Chapters, 'cooperation'>,
  style: { readonly translator: Translator; readonly publicUrl: string },
  clock: Clock,
): (() => Promise<void>) => {
  let done = '';
  return async () => {
    const today = dayOf(clock.now());
    if (done === today) return;
    await cooperation.sendReminders(style);
    done = today;
  };
};
