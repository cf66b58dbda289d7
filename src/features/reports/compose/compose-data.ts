import type { BlockContent } from '../domain';
import type { Composing } from './composing';
import { presentGivenTable } from './words/present-given';
import { missing, type Drawn } from './drawn';
import { pooled } from './scorecard-guard';

type DataBlock = Extract<BlockContent, { readonly kind: 'data' }>;

/** A table the writer chose, counted now or as it was told. */
export const composeData = async ({ source, display, title }: DataBlock, composing: Composing): Promise<Drawn> => {
  const { tables, translator } = composing;
  const presenting = { display, title, detail: 'whole' } as const;
  if (source.kind === 'live') {
    if (source.rows.length === 0) return missing(translator.t('compose:missing.rows'));
    const answer = await tables.ask(pooled(source, composing));
    return answer.kind === 'given' ? presentGivenTable(answer.given, composing, presenting) : missing(answer.text);
  }
  const frozen = await tables.frozen(source.publication);
  return frozen === undefined
    ? missing(translator.t('compose:missing.frozen'))
    : presentGivenTable(frozen, composing, presenting);
};
