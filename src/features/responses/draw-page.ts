import type { Page, PageKit } from '../../platform/http';
import type { Translator } from '../../platform/i18n';
import type { SubmissionId } from '../../platform/ids';
import type { CompiledVersion } from '../questionnaires/domain';
import type { Visit } from './open-visit';
import { presentPage, type PageState, type PageView } from './present-page';
import { presentScriptTexts } from './present-script-texts';

/** The view of one page of questions, ready for `sendPage`. */
export interface DrawnPage {
  readonly title: string;
  readonly hasErrors: boolean;
  readonly model: Readonly<Record<string, unknown>>;
}

export interface PageTarget {
  readonly submissionId: string;
  /** Address that the form posts to. */
  readonly action: string;
}

export const drawQuestions = (
  kit: PageKit,
  translator: Translator,
  { evaluation, version }: Visit,
  state: PageState,
  target: PageTarget,
): DrawnPage => {
  const page = presentPage(translator, evaluation, version, state);
  const items = kit.render('responses/show-items', { items: page.items, t: translator.t, icon: kit.icon });
  const hasErrors = page.errors.length > 0;
  const title = titleOf(translator, page);
  return {
    title: hasErrors ? translator.t('responses:error.title', { title }) : title,
    hasErrors,
    model: { page, items, ...target, scriptTexts: presentScriptTexts(translator) },
  };
};

const titleOf = ({ t }: Translator, { title, place, pages }: PageView): string =>
  t('responses:page.title', { title, place, pages });

/** A page that nobody has answered yet differs between respondents in two places only. */
export const isBlank = ({ savedAt, issues, hasRevealed }: PageState): boolean =>
  savedAt === undefined && issues.length === 0 && !hasRevealed;

const SUBMISSION_PLACE = '00000000-0000-4000-8000-000000000000';
const ACTION_PLACE = '/a/@link';
export const BLANK_TARGET: PageTarget = { submissionId: SUBMISSION_PLACE, action: ACTION_PLACE };

const blankPages = new WeakMap<CompiledVersion, Map<string, readonly string[]>>();

/** The whole blank page, drawn once for everyone who sees it the same way and filled in for each. */
export const fillBlankPage = (
  version: CompiledVersion,
  sameFor: string,
  target: { readonly submissionId: SubmissionId; readonly action: string },
  draw: () => string,
): string => {
  const drawn = blankPages.get(version) ?? new Map<string, readonly string[]>();
  blankPages.set(version, drawn);
  const parts = drawn.get(sameFor) ?? draw().split(new RegExp(`(${SUBMISSION_PLACE}|${ACTION_PLACE})`));
  drawn.set(sameFor, parts);
  return parts.map((part) => fillIn(part, target)).join('');
};

const fillIn = (part: string, { submissionId, action }: PageTarget): string => {
  if (part === SUBMISSION_PLACE) return submissionId;
  return part === ACTION_PLACE ? action : part;
};

/** A page in its layout, as `sendPage` makes it for someone who is not signed in. */
export const drawWhole = (kit: PageKit, translator: Translator, page: Page, theme: string | undefined): string => {
  const { locale, t, format } = translator;
  const shared = { locale, t, format, asset: kit.asset, icon: kit.icon, actor: undefined, csrfToken: undefined };
  const body = kit.render(page.view, { ...shared, ...page.model });
  return kit.render('layout/public', { ...shared, body, page, theme, navigation: undefined });
};
