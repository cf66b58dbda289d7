import { createHash } from 'node:crypto';
import type { Clock } from '../../../platform/clock';
import type { EvaluationId } from '../../../platform/ids';
import type { ToFreeze } from '.';
import { digestOf } from './digest';
import type { FrozenTable, GivenTable } from './frozen-table';
import { giveTable } from './give-table';
import { checkWanted, type PreviewNeeds } from './preview-table';
import type { FrozenStore } from './store';

export interface FreezeNeeds extends PreviewNeeds {
  readonly clock: Clock;
  readonly store: FrozenStore;
}

/** Tells a table for good and keeps what was told, with fingerprints of what it was counted from. */
export const freezeTable =
  (needs: FreezeNeeds) =>
  async (evaluationId: EvaluationId, wanted: ToFreeze): Promise<FrozenTable> => {
    const asked = await checkWanted(needs, evaluationId, wanted);
    const { publication, opened, table } = await needs.publications.publishTable(evaluationId, asked);
    const given = await giveTable(needs)(evaluationId, {
      opened,
      table,
      level: wanted.level,
      publication: publication.id,
    });
    const frozen: FrozenTable = {
      ...given,
      publication: publication.id,
      evaluationId,
      digest: digestOf(opened.set, table.request),
      hash: hashGiven(given),
      frozenAt: needs.clock.now(),
    };
    await needs.store.add(frozen);
    return frozen;
  };

export const hashGiven = ({
  dataset,
  request,
  level,
  cut,
  dataCut,
  respondents,
  table,
  names,
  wordings,
}: GivenTable): string =>
  createHash('sha256')
    .update(JSON.stringify([dataset, request, level, cut, dataCut, respondents, table, names, wordings]))
    .digest('base64url');
