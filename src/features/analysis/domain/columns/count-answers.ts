import type { VersionId } from '../../../../platform/ids';
import type { Response } from '../../../responses/domain';

/** How many responses to these versions hold an answer in a field; "don't know" is an answer, an empty field is none. */
export const countAnswers = (responses: readonly Response[], code: string, versions: ReadonlySet<VersionId>): number =>
  responses.filter(({ versionId, answers }) => {
    const answer = answers[code];
    return versions.has(versionId) && answer !== undefined && !(typeof answer === 'object' && 'missing' in answer);
  }).length;
