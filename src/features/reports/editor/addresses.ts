import type { BlockId, StoredReport } from '../domain';

export const reportsAddress = (evaluationId: string): string => `/badania/${encodeURIComponent(evaluationId)}/raporty`;

export const reportAddress = ({ evaluationId, id }: Pick<StoredReport, 'evaluationId' | 'id'>): string =>
  `${reportsAddress(evaluationId)}/${id}`;

export const blockAddress = (report: Pick<StoredReport, 'evaluationId' | 'id'>, block: BlockId): string =>
  `${reportAddress(report)}/bloki/${block}`;

/** Why the page of a chapter is shown: said once in a note, and where the keyboard stands. */
export const REASONS = [
  'zapisie',
  'dodaniu',
  'powieleniu',
  'gorze',
  'dole',
  'usunieciu',
  'cofnieciu',
  'zamrozeniu',
  'ozywieniu',
  'zmianie',
  'tytule',
  'miejscu',
  'przeniesieniu',
] as const;
export type Reason = (typeof REASONS)[number];

/** The page of the chapter in which a block stands. */
export const placeOnPage = (
  report: Pick<StoredReport, 'evaluationId' | 'id'>,
  block: BlockId | null,
  reason: Reason,
  more = '',
): string => `${reportAddress(report)}?${block === null ? '' : `blok=${block}&`}po=${reason}${more}`;
