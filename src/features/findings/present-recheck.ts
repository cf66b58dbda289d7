import type { Translator } from '../../platform/i18n';
import type { ChangeCause, Recheck } from '../analysis';

export interface RecheckView {
  readonly isSame: boolean;
  readonly text: string;
  readonly causes: readonly string[];
  readonly differences: readonly string[];
}

const MOST_SHOWN = 12;

/** What was found when a frozen table was counted again from the answers it was made of. */
export const presentRecheck = ({ isSame, differences, causes }: Recheck, translator: Translator): RecheckView => {
  const { t } = translator;
  const isClean = isSame && causes.length === 0;
  return {
    isSame: isClean,
    text: t(isClean ? 'findings:recheck.same' : isSame ? 'findings:recheck.same-but' : 'findings:recheck.differs', {
      count: differences.length,
    }),
    causes: causes.map((cause) => causeText(cause, translator)),
    differences: differences
      .slice(0, MOST_SHOWN)
      .map(({ place, told, found }) =>
        t('findings:recheck.difference', { place, told: plain(told, translator), found: plain(found, translator) }),
      ),
  };
};

const plain = (value: number | string | null, { format }: Translator): string =>
  value === null ? '–' : typeof value === 'number' ? format.decimal(value, 4) : value;

const causeText = (cause: ChangeCause, { t, format }: Translator): string => {
  switch (cause.kind) {
    case 'answers':
    case 'weight':
      return t(`findings:recheck.cause.${cause.kind}`, {
        variable: cause.variable,
        responses: cause.responses
          .slice(0, MOST_SHOWN)
          .map(({ from, to }) => (from === to ? format.integer(from) : `${format.integer(from)}–${format.integer(to)}`))
          .join(', '),
      });
    case 'definition':
    case 'gone':
      return t(`findings:recheck.cause.${cause.kind}`, { variable: cause.variable });
    case 'respondents':
      return t('findings:recheck.cause.respondents', {
        told: format.integer(cause.told),
        found: format.integer(cause.found),
      });
    case 'record':
      return t('findings:recheck.cause.record');
  }
};
