import { readRichText, type Block, type BlockContent } from '../domain';
import type { Finding } from '../../findings';
import type { Composing } from './composing';
import { presentGivenTable } from './words/present-given';
import { drawn, missing, together, type Drawn } from './drawn';

type FindingBlock = Extract<BlockContent, { readonly kind: 'finding' }>;

/** A finding as the writer placed it. */
export const composeFinding = async ({ finding: id, display }: FindingBlock, composing: Composing): Promise<Drawn> => {
  const finding = (await composing.material.findings()).find((one) => one.id === id);
  return finding === undefined
    ? missing(composing.translator.t('compose:missing.finding'))
    : presentFinding(finding, composing, display);
};

/** Title and sentence, the frozen tables it is proven by, and what people said. */
export const presentFinding = async (
  finding: Finding,
  composing: Composing,
  display: FindingBlock['display'],
): Promise<Drawn> => {
  const { t, format } = composing.translator;
  const evidence: Drawn[] = [];
  for (const one of finding.evidence) {
    if (one.kind === 'quote') evidence.push(drawn(quote(one.text, one.source)));
    else if (one.kind === 'note') {
      const day = one.day === null ? '' : `, ${format.day(one.day)}`;
      evidence.push(drawn(quote(one.text, `${t(`compose:noteMethod.${one.method}`)}: ${one.source}${day}`)));
    } else if (display !== 'text') {
      const frozen = await composing.tables.frozen(one.publication);
      evidence.push(
        frozen === undefined ? missing(t('compose:missing.frozen')) : presentGivenTable(frozen, composing, { display }),
      );
    }
  }
  return together(
    drawn({ kind: 'heading', level: 3, text: finding.title }, ...readRichText(finding.text)),
    ...evidence,
  );
};

const quote = (text: string, source: string): Block => ({ kind: 'quote', text, source });
