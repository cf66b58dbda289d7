import type { Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import { readableCode } from '../../../platform/random';
import { LEVEL } from '../domain/tables';
import type { Publications } from '../publications';
import { requestOf, type NumberWanted } from './number';
import { numberHidden } from './problems';
import { readNumber, type NumberProof, type ReadNumberNeeds } from './read-number';
import type { LinkStore, NumberLink } from './store';

export interface MakeLinkNeeds extends ReadNumberNeeds {
  readonly store: LinkStore;
  readonly publications: Pick<Publications, 'publishTable'>;
  readonly clock: Clock;
}

/**
 * Gives a number a permanent address: from now on it is told, and later tables are protected together with it.
 *
 * @throws Problem `number-proof.hidden` when it may not be told, and those of `readNumber`
 */
export const makeLink =
  (needs: MakeLinkNeeds) =>
  async (evaluationId: EvaluationId, wanted: NumberWanted, by: string): Promise<NumberLink> => {
    const proof = await readNumber(needs)(evaluationId, wanted);
    if (proof.value?.value == null) throw numberHidden();
    const dataset = proof.dataset.code;
    const code = readableCode();
    const { publication, table } = await needs.publications.publishTable(evaluationId, {
      dataset,
      request: requestOf(wanted),
      level: LEVEL,
      only: [proof.at],
      place: { kind: 'number', title: proof.variable.label, address: `/l/${code}` },
      by,
    });
    if (table.blocks[0]?.hidden[proof.at] !== null) throw numberHidden();
    const link: NumberLink = {
      code,
      evaluationId,
      publicationId: publication.id,
      wanted: { ...wanted, dataset },
      cut: publication.cut,
      dataCut: publication.dataCut,
      value: proof.value.value,
      n: proof.table.blocks[0]?.bases[proof.at]?.n ?? 0,
      madeBy: by,
      madeAt: needs.clock.now(),
    };
    await needs.store.add(link);
    return link;
  };

export interface OpenLink {
  readonly link: NumberLink;
  /** Worked out again from the answers of its cut. */
  readonly proof: NumberProof;
  /** To the last digit. */
  readonly isSame: boolean;
}

/** Relative to the number: what is left over when the same sums are made in another order. */
const LAST_DIGIT = 1e-12;

export const isSameNumber = (one: number, other: number): boolean =>
  Math.abs(one - other) <= LAST_DIGIT * Math.max(1, Math.abs(one), Math.abs(other));
