import { nextPage, pagesOnPath } from '../questionnaires/domain';
import type { Visit } from './open-visit';
import { furthestPage } from './save-draft';

/** The page to show to someone who asks for this one: not beyond what they have answered, and none that routing skips. */
export const rightPage = ({ version, draft }: Visit, pageNumber: number): number => {
  const answers = draft?.answers ?? {};
  const furthest = draft === undefined ? (pagesOnPath(version, answers)[0] ?? 1) : furthestPage(version, draft);
  if (pageNumber >= furthest) return furthest;
  return pagesOnPath(version, answers).includes(pageNumber)
    ? pageNumber
    : (nextPage(version, pageNumber, answers) ?? furthest);
};
