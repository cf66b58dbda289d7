import { Problem } from '../../../platform/problems';
import type { EvaluationId } from '../../../platform/ids';
import { MEASURES, type Measure, type NumberProof, type NumberWanted } from '../../analysis';
import type { Indicator, IndicatorNumber, MatrixRow } from '../../evaluations/domain';
import type { Measured } from '../domain';
import type { FindingsNeeds } from '../needs';

const LEAST_FOR_PERCENT = 10;

/** A matrix keeps the name of a measure as a text; one that is not known any more is gone. */
export const wantedOf = (number: IndicatorNumber): NumberWanted | null => {
  const measure = MEASURES.find((known): known is Measure => known === number.measure);
  return measure === undefined ? null : { ...number, measure, filter: [] };
};

export interface MeasureNeeds {
  readonly analysis: { readonly numberProof: Pick<FindingsNeeds['analysis']['numberProof'], 'readNumber'> };
}

/** What the indicator of a row says today. */
export const measureRow =
  (needs: MeasureNeeds) =>
  async (evaluationId: EvaluationId, { indicator, items }: MatrixRow, today: string): Promise<Measured> => {
    switch (indicator.kind) {
      case 'words':
        return { kind: 'none', why: 'words' };
      case 'typed':
        return indicator.value === null
          ? { kind: 'none', why: items.length === 0 ? 'no-item' : 'no-data' }
          : { kind: 'exact', value: indicator.value, isWhole: indicator.until === null || indicator.until < today };
      case 'number': {
        const proof = await proofOf(needs)(evaluationId, indicator.number);
        return proof === null || proof instanceof Problem ? { kind: 'none', why: 'gone' } : measuredOf(proof);
      }
    }
  };

/** Why an indicator cannot be counted at all; null where it can, or needs no counting. */
export const checkIndicator =
  (needs: MeasureNeeds) =>
  async (evaluationId: EvaluationId, indicator: Indicator): Promise<Problem | null> => {
    const proof = indicator.kind === 'number' ? await proofOf(needs)(evaluationId, indicator.number) : null;
    return proof instanceof Problem ? proof : null;
  };

/** The number with its proof, or what stands in its way; null for a measure that is not known. */
const proofOf =
  ({ analysis }: MeasureNeeds) =>
  async (evaluationId: EvaluationId, number: IndicatorNumber): Promise<NumberProof | Problem | null> => {
    const wanted = wantedOf(number);
    if (wanted === null) return null;
    try {
      return await analysis.numberProof.readNumber(evaluationId, wanted);
    } catch (error) {
      if (error instanceof Problem && error.code !== 'evaluations.not-found') return error;
      throw error;
    }
  };

/** The disclosed number, or why there is none. */
export const measuredOf = ({ value, table, at, dataset }: NumberProof): Measured => {
  const [block] = table.blocks;
  if (dataset.set.n === 0 || block === undefined) return { kind: 'none', why: 'no-data' };
  if (block.hidden[at] !== null) return { kind: 'none', why: 'hidden' };
  const n = block.bases[at]?.n ?? 0;
  if (value?.value == null) return { kind: 'none', why: n < LEAST_FOR_PERCENT ? 'too-few' : 'undefined' };
  const { interval } = value.cell;
  return {
    kind: 'estimate',
    value: value.value,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
    n: value.kind === 'share' ? n : value.cell.n,
  };
};
