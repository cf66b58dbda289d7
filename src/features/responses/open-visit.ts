import { dayOf } from '../../platform/clock';
import type { Locale } from '../../platform/i18n';
import type { SubmissionId, VersionId } from '../../platform/ids';
import type { Problem } from '../../platform/problems';
import type { Evaluation } from '../evaluations/domain';
import type { Invitation } from '../fieldwork';
import { offeredLanguages, type CompiledVersion, type Language } from '../questionnaires/domain';
import { opennessOn, type Draft } from './domain';
import type { Needs } from './needs';
import { invitationUsed, notYetOpen, questionnaireClosed } from './problems';
import { versionInLanguage } from './version-in-language';

/** Someone came by a link: to this evaluation, for these questions, in this language. */
export interface Visit {
  readonly invitation: Invitation;
  readonly evaluation: Evaluation;
  readonly versionId: VersionId;
  /** In the language of the visit. */
  readonly version: CompiledVersion;
  readonly language: Language;
  /** The language that the respondent asked for and the questionnaire offers; undefined while nobody chose one. */
  readonly chosen: Language | undefined;
  /** In what words the page around the questions speaks. */
  readonly locale: Locale;
  /** What this respondent has answered so far; undefined before anything was saved. */
  readonly draft: Draft | undefined;
  /** Has answered something, or was shown the page that was posted. */
  readonly hasBegun: boolean;
}

/** What a request says of itself beside its link. */
export interface VisitWish {
  readonly id: SubmissionId | undefined;
  readonly language: Language | undefined;
  /** The version that the posted page was drawn from. */
  readonly versionId: VersionId | undefined;
  /** Language of the site, where no language of the questionnaire was chosen. */
  readonly locale: Locale;
}

/** Where a link leads, whether or not answers are taken now. */
export const openVisit =
  (needs: Needs) =>
  async (token: string, wish: VisitWish): Promise<Visit> => {
    const invitation = await needs.fieldwork.readInvitation(token);
    const [evaluation, draft] = await Promise.all([
      needs.readEvaluation(invitation.evaluationId),
      findDraft(needs, invitation, wish),
    ]);
    const versionId = draft?.versionId ?? (await beganWith(needs, invitation, wish.versionId));
    const polish = await needs.readVersion(versionId);
    const languages = languagesOf(polish, [wish.language, draft?.language], wish.locale);
    const version = versionInLanguage(polish, languages.language, dayOf(needs.clock.now()));
    const hasBegun = draft !== undefined || wish.versionId !== undefined;
    return { invitation, evaluation, draft, hasBegun, versionId, version, ...languages };
  };

/** A page that is the whole questionnaire, sent as it was drawn, says all by itself. */
const findDraft = async (
  { stores, readVersion }: Needs,
  { token, versionId }: Invitation,
  wish: VisitWish,
): Promise<Draft | undefined> => {
  if (wish.id === undefined) return undefined;
  const isWhole = wish.versionId === versionId && (await readVersion(versionId)).pages.length === 1;
  return isWhole ? undefined : stores.drafts.find(wish.id, token);
};

/**
 * Who began with an earlier version of the questionnaire finishes it, although the link leads to a newer one by now. Any
 * other version that a form names counts for nothing.
 */
const beganWith = async (
  { listVersions }: Pick<Needs, 'listVersions'>,
  { evaluationId, versionId }: Invitation,
  named: VersionId | undefined,
): Promise<VersionId> => {
  if (named === undefined || named === versionId) return versionId;
  const versions = await listVersions(evaluationId);
  const codeOf = (id: VersionId): string | undefined => versions.find((version) => version.id === id)?.code;
  const code = codeOf(named);
  return code !== undefined && code === codeOf(versionId) ? named : versionId;
};

const languagesOf = (
  { definition }: CompiledVersion,
  wished: readonly (Language | undefined)[],
  site: Locale,
): Pick<Visit, 'language' | 'chosen' | 'locale'> => {
  const offered = offeredLanguages(definition).map(({ code }) => code);
  const chosen = wished.find((language) => language !== undefined && offered.includes(language));
  return { chosen, language: chosen ?? (offered.includes(site) ? site : 'pl'), locale: chosen ?? site };
};

type Asked = Pick<Visit, 'invitation' | 'evaluation' | 'hasBegun'>;

/**
 * Why a visit cannot go on: outside fieldwork, a second time by a personal link, or anew by a closed one; undefined when it
 * can.
 */
export const refusalOf =
  ({ clock }: Pick<Needs, 'clock'>) =>
  ({ invitation, evaluation, hasBegun }: Asked): Problem | undefined => {
    const openness = opennessOn(dayOf(clock.now()), evaluation);
    if (openness === 'not-yet') return notYetOpen(evaluation.opensOn);
    if (invitation.kind === 'personal' && invitation.usedOn !== undefined) return invitationUsed(invitation.usedOn);
    if (openness === 'closed') return questionnaireClosed(evaluation.closesOn);
    const isClosedToThem = invitation.closedAt !== undefined && !hasBegun;
    return isClosedToThem ? questionnaireClosed(dayOf(invitation.closedAt)) : undefined;
  };

/** Why nobody may come by this link, not even with a return code for what they have begun. */
export const refusalOfAll =
  (needs: Pick<Needs, 'clock'>) =>
  (visit: Asked): Problem | undefined =>
    refusalOf(needs)({ ...visit, hasBegun: true });
