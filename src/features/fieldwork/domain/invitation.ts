import type { EvaluationId, InvitationToken, VersionId } from '../../../platform/ids';

interface InvitationBase {
  readonly token: InvitationToken;
  readonly evaluationId: EvaluationId;
  /** Where it leads now: a newer version of the questionnaire takes over the links of the earlier one. */
  readonly versionId: VersionId;
  readonly createdAt: Date;
  /** Since when it takes nobody new; who has begun may finish. Absent while it is open. */
  readonly closedAt?: Date;
}

/** A link to one questionnaire. An open link serves many respondents, a personal one a single time. */
export type Invitation =
  | (InvitationBase & { readonly kind: 'open' })
  /** `usedOn`: calendar day on which answers came in; whose answers they are is recorded nowhere. */
  | (InvitationBase & { readonly kind: 'personal'; readonly usedOn?: string });

export type InvitationKind = Invitation['kind'];

const TOKEN = /^[0-9A-Za-z-]{8,64}$/;

/** The token that a text in an address may be; undefined when no link was ever made like that. */
export const tokenIn = (text: string): InvitationToken | undefined =>
  TOKEN.test(text) ? (text as InvitationToken) : undefined;
