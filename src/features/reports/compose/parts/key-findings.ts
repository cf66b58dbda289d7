import { plainText, type ReportKind } from '../../domain';
import type { Composing } from '../composing';
import { firstSentences } from '../words/first-sentences';
import { drawn, missing, type Drawn } from '../drawn';
import { readyFindings } from './ready';

const MOST: Partial<Record<ReportKind, number>> = { summary: 5, slides: 5, public: 5 };
const USUALLY = 8;

/** What the data say, as a list: strengths and problems that somebody has called ready. */
export const keyFindings = async (composing: Composing): Promise<Drawn> => {
  const findings = await readyFindings(composing);
  if (findings.length === 0) return missing(composing.translator.t('compose:missing.findings'));
  const most = MOST[composing.wanted.report.kind] ?? USUALLY;
  const told = findings.toSorted((a, b) => weightOf(a.tone) - weightOf(b.tone) || a.number - b.number).slice(0, most);
  const isBrief = composing.wanted.report.kind in MOST;
  return drawn({
    kind: 'numbered-findings',
    items: told
      .toSorted((a, b) => a.number - b.number)
      .map(({ title, text }) => ({ title, text: isBrief ? firstSentences(plainText(text)) : plainText(text) })),
  });
};

/** What is neither good nor bad goes last where there is no room. */
const weightOf = (tone: string): number => (tone === 'neutral' ? 1 : 0);
