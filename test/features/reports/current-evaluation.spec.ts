import { demonstrationEvaluation } from '../../../src/app/demonstration/plan';
import type { Evaluation } from '../../../src/features/evaluations';
import { readCurrentEvaluation } from '../../../src/features/reports/read-current-evaluation';
import type { EvaluationId } from '../../../src/platform/ids';

const TODAY = '2026-11-21';
const clock = { now: () => new Date(`${TODAY}T10:00:00Z`) };

const study = (id: string, changes: Partial<Evaluation> = {}): Evaluation => ({
  ...demonstrationEvaluation(id as EvaluationId, TODAY),
  ...changes,
});
const currentOf = (...evaluations: readonly Evaluation[]) =>
  readCurrentEvaluation({ clock, listEvaluations: () => Promise.resolve(evaluations) })();

describe('the study that a director comes for', () => {
  it('is the newest that collects answers today', async () => {
    const planned = study('planowane', { opensOn: '2027-01-01', closesOn: '2027-02-01' });
    expect((await currentOf(planned, study('trwa'))).id).toBe('trwa');
  });

  it('is never a foreign study that was imported as a wave', async () => {
    const wave = study('obce', { institutions: [], opensOn: TODAY, closesOn: TODAY });
    expect((await currentOf(wave, study('trwa'))).id).toBe('trwa');
    await expect(currentOf(wave)).rejects.toThrow('reports.no-evaluation');
  });
});
