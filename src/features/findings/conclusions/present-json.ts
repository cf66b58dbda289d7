import type { Strength } from '../domain';
import { strengthOfAll } from './strength-of-all';
import type { WorkRead } from '../read-work';

interface ConclusionJson {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly criterion: unknown;
  readonly dimensions: readonly string[];
  readonly tone: string;
  readonly state: string;
  readonly question: string | null;
  /** Numbers of findings. */
  readonly findings: readonly number[];
  readonly strength: Strength;
  readonly recommendations: readonly string[];
  readonly faults: readonly string[];
  readonly revision: number;
}

export interface ConclusionsJson {
  readonly evaluation: string;
  readonly resultState: string;
  readonly demonstration: boolean;
  readonly conclusions: readonly ConclusionJson[];
}

/** @param canWrite false for those who read: only what is ready, and what addressees were asked */
export const presentConclusionsJson = (work: WorkRead, canWrite: boolean): ConclusionsJson => ({
  evaluation: work.evaluation.id,
  resultState: work.evaluation.resultState,
  demonstration: work.evaluation.demonstration,
  conclusions: work.conclusions
    .filter(({ state }) => canWrite || state === 'ready')
    .map((conclusion) => {
      const { id, number, title, text, criterion, dimensions, tone, state, matrixRow, log } = conclusion;
      const behind = work.findings.filter((finding) => conclusion.findings.includes(finding.id));
      return {
        code: `W${number}`,
        title,
        text,
        criterion,
        dimensions,
        tone,
        state,
        question: matrixRow,
        findings: behind.map((finding) => finding.number),
        strength: strengthOfAll([conclusion], work),
        recommendations: work.recommendations
          .filter(({ conclusions, status }) => conclusions.includes(id) && (canWrite || status !== 'draft'))
          .map((one) => `R${one.number}`),
        faults: canWrite
          ? work.faults.filter((fault) => fault.on === 'conclusion' && fault.id === id).map(({ kind }) => kind)
          : [],
        revision: log.revision,
      };
    }),
});
