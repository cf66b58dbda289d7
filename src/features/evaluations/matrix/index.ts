import type { Clock } from '../../../platform/clock';
import { newId, type EvaluationId } from '../../../platform/ids';
import type { Connection } from '../../../platform/storage';
import {
  addRow,
  approveMatrix,
  assignItems,
  changeRow,
  MATRIX_LIMITS,
  moveRow,
  removeRow,
  setObjectives,
  type Approval,
  type Edited,
  type EvaluationMatrix,
  type ItemReference,
  type KeptObjective,
  type MatrixRowDraft,
  type MatrixRowId,
} from '../domain';
import { matrixBusy, matrixFull, questionNotFound } from './problems';
import { createMatrixStore } from './store';

export interface MatrixNeeds {
  readonly connection: Connection;
  readonly clock: Clock;
}

/** What became of a change: `overtaken` when somebody else changed the same thing since it was read; nothing was saved. */
export interface MatrixOutcome {
  readonly kind: 'saved' | 'overtaken';
  /** As it is now. */
  readonly matrix: EvaluationMatrix;
}

/** Which row is changed, and the revision of the matrix that the person saw. */
export interface SeenRow {
  readonly id: MatrixRowId;
  readonly seen: number;
}

const MOST_TRIES = 8;

/** What evaluations are commissioned to answer; judged in the chapter of findings, which knows the numbers. */
export const createMatrix = ({ connection, clock }: MatrixNeeds) => {
  const store = createMatrixStore(connection);

  /** @throws Problem `matrix.question-not-found` · `matrix.full` · `matrix.busy` */
  const change = async (id: EvaluationId, edit: (matrix: EvaluationMatrix) => Edited): Promise<MatrixOutcome> => {
    for (let left = MOST_TRIES; left > 0; left -= 1) {
      const before = await store.read(id);
      const after = edit(before);
      if (after === 'gone') throw questionNotFound();
      if (after === 'full') throw matrixFull({ most: MATRIX_LIMITS.rows });
      if (after === 'overtaken') return { kind: 'overtaken', matrix: before };
      if (after === before || (await store.replace(before, after))) return { kind: 'saved', matrix: after };
    }
    throw matrixBusy();
  };

  return {
    /** Call once before the first request; matrices are found by their evaluation. */
    ensureIndexes: (): Promise<void> => Promise.resolve(),
    /** Empty until somebody writes it. */
    readMatrix: store.read,
    addRow: async (id: EvaluationId, draft: MatrixRowDraft, by: string): Promise<MatrixRowId> => {
      const row = newId<'matrix row'>();
      await change(id, (matrix) => addRow(matrix, draft, row, { by, at: clock.now() }));
      return row;
    },
    /** All of them or none, in one write. */
    addRows: (id: EvaluationId, drafts: readonly MatrixRowDraft[], by: string): Promise<MatrixOutcome> =>
      change(id, (matrix) =>
        drafts.reduce<Edited>(
          (grown, draft) =>
            typeof grown === 'string' ? grown : addRow(grown, draft, newId<'matrix row'>(), { by, at: clock.now() }),
          matrix,
        ),
      ),
    changeRow: (id: EvaluationId, row: SeenRow, draft: MatrixRowDraft, by: string): Promise<MatrixOutcome> =>
      change(id, (matrix) => changeRow(matrix, draft, row, { by, at: clock.now() })),
    removeRow: (id: EvaluationId, row: SeenRow, by: string): Promise<MatrixOutcome> =>
      change(id, (matrix) => removeRow(matrix, row, { by, at: clock.now() })),
    moveRow: (id: EvaluationId, row: MatrixRowId, direction: 'up' | 'down'): Promise<MatrixOutcome> =>
      change(id, (matrix) => moveRow(matrix, row, direction)),
    assignItems: (
      id: EvaluationId,
      given: readonly { readonly row: MatrixRowId; readonly item: ItemReference }[],
    ): Promise<MatrixOutcome> => change(id, (matrix) => assignItems(matrix, given)),
    setObjectives: (id: EvaluationId, list: readonly KeptObjective[], seen: number): Promise<MatrixOutcome> =>
      change(id, (matrix) => setObjectives(matrix, list, seen)),
    /** @param approved who agreed, and when that was */
    approve: (
      id: EvaluationId,
      approved: Pick<Approval, 'by' | 'at'>,
      { by, seen }: { readonly by: string; readonly seen: number },
    ): Promise<MatrixOutcome> =>
      change(id, (matrix) => approveMatrix(matrix, { ...approved, recordedBy: by, recordedAt: clock.now() }, seen)),
  };
};

export type Matrix = ReturnType<typeof createMatrix>;
