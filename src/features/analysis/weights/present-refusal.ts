import { dayOf } from '../../../platform/clock';
import type { Translator } from '../../../platform/i18n';
import type { SaveOutcome } from '.';
import type { FaultView } from './present-faults';

/** Why a weight that could be made was not saved; null where its faults say so themselves. */
export const refusalOf = (outcome: SaveOutcome, { t, format }: Translator): FaultView | null => {
  const say = (text: string): FaultView => ({ text, href: '#nazwa', join: null });
  switch (outcome.kind) {
    case 'saved':
    case 'faults':
      return null;
    case 'bad-name':
      return say(t('weights:refusal.bad-name'));
    case 'name-taken':
      return say(t('weights:refusal.name-taken'));
    case 'overtaken': {
      const { version, by, at } = outcome.newest;
      return say(
        t('weights:refusal.overtaken', {
          version,
          who: by.name,
          day: format.shortDay(dayOf(at)),
          time: format.time(at),
          next: version + 1,
        }),
      );
    }
  }
};
