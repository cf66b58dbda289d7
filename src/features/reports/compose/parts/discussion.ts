import { DIMENSIONS } from '../../../evaluations/domain';
import type { Composing } from '../composing';
import { drawn, missing, together, under, type Drawn } from '../drawn';
import { readyFindings } from './ready';

/** What the thematic group has to talk over: problems, by quality, effectiveness and coordination. */
export const discussion = async (composing: Composing): Promise<Drawn> => {
  const { t } = composing.translator;
  const problems = (await readyFindings(composing)).filter(({ tone }) => tone === 'problem');
  if (problems.length === 0) return missing(t('compose:missing.problems'));
  const parts = [...DIMENSIONS, null].map((dimension) => {
    const own = problems.filter(({ dimensions }) =>
      dimension === null ? dimensions.length === 0 : dimensions.includes(dimension),
    );
    if (own.length === 0) return drawn();
    const code = dimension ?? 'other';
    return under(
      { kind: 'heading', level: 3, text: t(`compose:discussion.heading.${code}`) },
      drawn(
        {
          kind: 'list',
          ordered: false,
          items: own.map(({ number, title }) => [
            { text: t('compose:discussion.finding', { number }), bold: true as const },
            { text: ` ${/[.!?…]$/.test(title) ? title : `${title}.`}` },
          ]),
        },
        {
          kind: 'list',
          ordered: true,
          items: (['why', 'what', 'who'] as const).map((ask) => [{ text: t(`compose:discussion.${code}.${ask}`) }]),
        },
      ),
    );
  });
  return together(...parts);
};
