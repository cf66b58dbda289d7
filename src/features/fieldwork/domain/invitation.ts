import type { EvaluationId, InvitationToken, VersionId } from '../../../platform/ids';

interface InvitationBase {
  readonly token: InvitationToken;
  readonly evaluationId: EvaluationId;
  readonly versionId: VersionId;
  readonly createdAt: Date;
}

/** A link to one questionnaire version. An open link serves many respondents, a personal one a single time. */
export type Invitation =
  | (InvitationBase & { readonly kind: 'open' })
  /** `usedOn`: calendar day on which answers came in; whose answers they are is recorded nowhere. */
  | (InvitationBase & { readonly kind: 'personal'; readonly usedOn?: string });

export type InvitationKind = Invitation['kind'];

const TOKEN = /^[0-9A-Za-z-]{8,64}$/;

/** The token that a text in an address may be; undefined when no link was ever made like that. */
export const tokenIn = (text: string): InvitationToken | undefined =>
  TOKEN.test(text) ? (text as InvitationToken) : undefined;
