import type { OpenLink } from '../features/evaluations';
import type { EvaluationId } from '../platform/ids';
import type { Chapters } from './compose';

/** The links of an evaluation that anyone may answer by, with the titles of their questionnaires. */
export const openLinksOf =
  ({ fieldwork, questionnaires }: Pick<Chapters, 'fieldwork' | 'questionnaires'>, address: string) =>
  async (id: EvaluationId): Promise<readonly OpenLink[]> => {
    const open = (await fieldwork.readInvitations(id)).filter(({ kind }) => kind === 'open');
    return Promise.all(
      open.map(async ({ token, versionId }) => {
        const { definition } = await questionnaires.readVersion(versionId);
        return { questionnaireTitle: definition.title, url: `${address}/a/${token}`, minutes: definition.minutes };
      }),
    );
  };
