import type { Translator } from '../../platform/i18n';
import type { Actor } from '../accounts';
import { decisionsFor, presentRow, toneBadge, type Badge, type WorkRead } from '../findings';
import type { FindingView } from './present-findings';

const MOST = 5;

/**
 * What the evaluator concludes, at most five: conclusions that are ready, failing them findings that are ready. Null where
 * there are neither: then rules speak.
 */
export const presentConcluded = (
  { conclusions, findings }: WorkRead,
  translator: Translator,
): readonly FindingView[] | null => {
  const ready = [conclusions, findings].map((all) => all.filter(({ state }) => state === 'ready'));
  const chosen = ready.find((all) => all.length > 0);
  if (chosen === undefined) return null;
  return chosen
    .slice(0, MOST)
    .map(({ title, text, tone }) => ({ title, text, badge: markOf(toneBadge(tone, translator)) }));
};

const markOf = ({ look, icon, text }: Badge): FindingView['badge'] => ({ tone: look, icon, text });

/** A recommendation on a home page. */
export interface AskedView {
  readonly title: string;
  readonly about: string;
  readonly badge: Badge;
  readonly href: string;
  /** Whether a word of the person is awaited. */
  readonly isAwaited: boolean;
}

/** What addressees were asked, as the person may see it; what waits for the person first. */
export const presentAsked = (work: WorkRead, actor: Actor, translator: Translator): readonly AskedView[] =>
  work.recommendations
    .map((one) => {
      const { code, title, addressees, due, status, href, conclusions } = presentRow(one, work, translator);
      const parts = [
        ...(actor.role === 'coordinator'
          ? conclusions.map((conclusion) => translator.t('reports:home.conclusion', { code: conclusion.code }))
          : [translator.t('reports:home.addressee', { addressees: addressees === '' ? '–' : addressees })]),
        ...(due === null ? [] : [translator.t('reports:home.due', { quarter: due.quarter })]),
      ];
      return {
        title: `${code}. ${title}`,
        about: parts.join(', '),
        badge: status,
        href,
        isAwaited: one.status === 'to-decide' && decisionsFor(actor, one).length > 0,
      };
    })
    .sort((one, other) => Number(other.isAwaited) - Number(one.isAwaited));
