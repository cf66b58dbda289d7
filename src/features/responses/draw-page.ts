import type { Page, PageKit } from '../../platform/http';
import type { Translator } from '../../platform/i18n';
import { pageAt, textsOfItem, type CompiledItem, type CompiledVersion } from '../questionnaires/domain';
import { presentPage, type PageState, type PageView, type Questionnaire } from './present-page';
import { presentScriptTexts } from './present-script-texts';

/** The view of one page of questions, ready for `sendPage`. */
export interface DrawnPage {
  readonly title: string;
  readonly hasErrors: boolean;
  readonly model: Readonly<Record<string, unknown>>;
}

export interface PageTarget {
  /** Address that the form posts to. */
  readonly action: string;
  /** What the form carries beside the answers, by field name. */
  readonly carried: Readonly<Record<string, string>>;
  /** True where nothing is stored, so that a script does not try to. */
  readonly isPreview: boolean;
}

export const drawQuestions = (
  kit: PageKit,
  translator: Translator,
  questionnaire: Questionnaire,
  state: PageState,
  target: PageTarget,
): DrawnPage => {
  const page = presentPage(translator, questionnaire, state);
  const items = kit.render('responses/show-items', {
    groups: page.groups,
    lang: translator.lang,
    t: translator.t,
    icon: kit.icon,
  });
  const hasErrors = page.errors.length > 0;
  const title = titleOf(translator, page);
  return {
    title: hasErrors ? translator.t('responses:error.title', { title }) : title,
    hasErrors,
    model: {
      page,
      items,
      action: target.action,
      carried: Object.entries(target.carried),
      isPreview: target.isPreview,
      scriptTexts: presentScriptTexts(translator),
    },
  };
};

const titleOf = ({ t }: Translator, { title, place, pages }: PageView): string =>
  t('responses:page.title', { title, place, pages });

/** A page that nobody has answered yet differs between respondents in two places only, unless chance orders it. */
export const isBlank = (version: CompiledVersion, { pageNumber, savedAt, issues, hasRevealed }: PageState): boolean =>
  savedAt === undefined && issues.length === 0 && !hasRevealed && !pageAt(version, pageNumber).items.some(isPersonal);

/** Its order or its words are the respondent's own. */
const isPersonal = ({ item }: CompiledItem): boolean =>
  item.random === true || textsOfItem(item).some((text) => text.includes('${'));

const SUBMISSION_PLACE = '00000000-0000-4000-8000-000000000000';
const ACTION_PLACE = '/a/@link';

/** A target in which id and address are still to be filled in. */
export const blankTarget = (carried: PageTarget['carried']): PageTarget => ({
  action: ACTION_PLACE,
  carried: { ...carried, zgloszenie: SUBMISSION_PLACE },
  isPreview: false,
});

const blankPages = new WeakMap<CompiledVersion, Map<string, readonly string[]>>();

/** The whole blank page, drawn once for everyone who sees it the same way and filled in for each. */
export const fillBlankPage = (
  version: CompiledVersion,
  sameFor: string,
  { action, carried }: PageTarget,
  draw: () => string,
): string => {
  const drawn = blankPages.get(version) ?? new Map<string, readonly string[]>();
  blankPages.set(version, drawn);
  const parts = drawn.get(sameFor) ?? draw().split(new RegExp(`(${SUBMISSION_PLACE}|${ACTION_PLACE})`));
  drawn.set(sameFor, parts);
  const filled = new Map([
    [SUBMISSION_PLACE, carried['zgloszenie'] ?? ''],
    [ACTION_PLACE, action],
  ]);
  return parts.map((part) => filled.get(part) ?? part).join('');
};

/** A page in its layout, as `sendPage` makes it for someone who is not signed in. */
export const drawWhole = (kit: PageKit, translator: Translator, page: Page, theme: string | undefined): string => {
  const { locale, lang, t, format } = translator;
  const shared = { locale, lang, t, format, asset: kit.asset, icon: kit.icon, actor: undefined, csrfToken: undefined };
  const body = kit.render(page.view, { ...shared, ...page.model });
  return kit.render('layout/public', { ...shared, body, page, theme, navigation: undefined });
};
