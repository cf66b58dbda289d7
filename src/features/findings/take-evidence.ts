import type { Clock } from '../../platform/clock';
import { newId, type EvaluationId } from '../../platform/ids';
import type { Analysis, ToFreeze } from '../analysis';
import type { Claim, Evidence, EvidenceId, Focus, NoteEvidence } from './domain';
import { quoteGone, tooMuchEvidence } from './problems';

/** Evidence before it is kept: a table is asked for, a quote named. The id is of a form, so that one sent twice adds once. */
export type NewEvidence =
  | ({
      readonly kind: 'table';
      readonly focus: Focus | null;
      readonly claim: Claim | null;
      readonly draft: string;
      readonly id?: EvidenceId;
    } & Pick<ToFreeze, 'dataset' | 'request' | 'level'>)
  | { readonly kind: 'quote'; readonly quote: string; readonly id?: EvidenceId }
  | (Omit<NoteEvidence, 'id'> & { readonly id?: EvidenceId });

export interface TakeEvidenceNeeds {
  readonly clock: Clock;
  readonly analysis: Pick<Analysis, 'frozen' | 'texts'>;
}

/** The finding that it belongs to. */
export interface EvidencePlace {
  readonly evaluationId: EvaluationId;
  readonly number: number;
  readonly title: string;
  readonly by: string;
}

/** More would prove no more, and would make a page that nobody reads. */
export const MOST_EVIDENCE = 20;

/**
 * Freezes tables and copies quotes, so that a finding rests on what does not change.
 *
 * @throws Problem `findings.too-much-evidence` · `findings.quote-gone`, and as `freezeTable`
 */
export const takeEvidence =
  ({ analysis }: TakeEvidenceNeeds) =>
  async (place: EvidencePlace, given: readonly NewEvidence[]): Promise<readonly Evidence[]> => {
    if (given.length > MOST_EVIDENCE) throw tooMuchEvidence({ most: MOST_EVIDENCE });
    const taken: Evidence[] = [];
    for (const one of given) {
      if (one.kind === 'table') taken.push(await takeTable(analysis, place, one));
      else if (one.kind === 'quote') taken.push(await takeQuote(analysis, place, one));
      else taken.push({ ...one, id: one.id ?? newId<'evidence'>() });
    }
    return taken;
  };

const takeTable = async (
  { frozen }: TakeEvidenceNeeds['analysis'],
  { evaluationId, number, title, by }: EvidencePlace,
  { dataset, request, level, focus, claim, draft, id = newId<'evidence'>() }: NewEvidence & { kind: 'table' },
): Promise<Evidence> => {
  const address = `/badania/${evaluationId}/wnioski/wyniki/${number}`;
  const { publication } = await frozen.freezeTable(evaluationId, {
    dataset,
    request,
    level,
    place: { kind: 'finding', title, address },
    by,
  });
  return { kind: 'table', id, publication, focus, claim, draft };
};

const takeQuote = async (
  { texts }: TakeEvidenceNeeds['analysis'],
  { evaluationId }: EvidencePlace,
  { quote: wanted, id = newId<'evidence'>() }: NewEvidence & { kind: 'quote' },
): Promise<Evidence> => {
  const quote = (await texts.listQuotes(evaluationId)).find((one) => one.id === wanted);
  if (quote === undefined) throw quoteGone();
  const source = [`${quote.field}. ${quote.question}`, ...quote.attributes].join(' · ');
  return { kind: 'quote', id, quote: quote.id, text: quote.text, source };
};
