import type { PageKit } from '../../platform/http';
import type { Translator } from '../../platform/i18n';
import type { CompiledVersion } from '../questionnaires/domain';
import type { Visit } from './open-visit';
import { presentPage, type PageState, type PageView } from './present-page';

export interface DrawnPage {
  readonly page: PageView;
  /** The questions as markup. */
  readonly items: string;
}

/** Pages that nobody has answered yet look the same to everyone: drawn once per version, locale and page. */
const blankPages = new WeakMap<CompiledVersion, Map<string, DrawnPage>>();

export const drawPage = (kit: PageKit, translator: Translator, visit: Visit, state: PageState): DrawnPage => {
  if (!isBlank(state)) return draw(kit, translator, visit, state);
  const blanks = blankPages.get(visit.version) ?? new Map<string, DrawnPage>();
  blankPages.set(visit.version, blanks);
  const key = `${translator.locale} ${state.pageNumber}`;
  const drawn = blanks.get(key) ?? draw(kit, translator, visit, state);
  blanks.set(key, drawn);
  return drawn;
};

const isBlank = ({ savedAt, issues, hasRevealed }: PageState): boolean =>
  savedAt === undefined && issues.length === 0 && !hasRevealed;

const draw = (kit: PageKit, translator: Translator, { evaluation, version }: Visit, state: PageState): DrawnPage => {
  const page = presentPage(translator, evaluation, version, state);
  const { locale, t } = translator;
  const model = { items: page.items, locale, t, icon: kit.icon };
  return { page, items: kit.render('responses/show-items', model) };
};
