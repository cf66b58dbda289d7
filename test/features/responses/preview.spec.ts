import { join } from 'node:path';
import { compileVersion, type Language } from '../../../src/features/questionnaires/domain';
import { previewPage, type Preview } from '../../../src/features/responses';
import { createIcons, createRender, type PageKit } from '../../../src/platform/http';
import { loadTranslators } from '../../../src/platform/i18n';
import { root } from '../../support/files';
import { EVERY_KIND } from './support/every-kind';
import { startFieldwork, type TestFieldwork } from './support/fieldwork';

const render = createRender(join(root, 'views'), { watch: false });
const kit: PageKit = {
  render,
  translators: loadTranslators(join(root, 'locales')),
  asset: (path) => path,
  icon: createIcons(render),
  navigation: () => undefined,
};

describe('A page drawn for those who write the questionnaire', () => {
  let fieldwork: TestFieldwork;
  beforeAll(async () => {
    fieldwork = await startFieldwork();
  });
  afterAll(() => fieldwork.stop());

  const draw = (language: Language, change: Partial<Preview> = {}): string => {
    const preview: Preview = {
      evaluation: fieldwork.evaluation,
      version: compileVersion(EVERY_KIND),
      pageNumber: 1,
      answers: {},
      language,
      seed: 'podglad',
      action: '/podglad/2',
      carried: { odpowiedzi: '{}' },
      ...change,
    };
    const page = previewPage(kit, preview);
    const { lang, t } = kit.translators[language];
    return kit.render(page.view, { ...page.model, lang, t, icon: kit.icon });
  };

  test('is the page that respondents see, and posts where its caller says', () => {
    const html = draw('pl');
    expect(html).toContain('action="/podglad/2"');
    expect(html).toContain('name="odpowiedzi" value="{}"');
    expect(html).toContain('data-preview');
    expect(html).toContain('Czy zgadzają się Państwo na udział w badaniu?');
  });

  test('speaks each language', () => {
    expect(draw('uk')).toContain('Чи погоджуєтеся ви взяти участь у дослідженні?');
    expect(draw('pl-etr')).toContain('Czy chcą Państwo odpowiadać?');
  });

  test('shows the answers it is given, and the order of its seed each time', () => {
    const page = { pageNumber: 2, answers: { Z0: 'tak', K2: 'polnoc' } };
    expect(draw('pl', page)).toMatch(/value="polnoc"[^>]* selected/);
    expect(draw('pl', page)).toBe(draw('pl', page));
    expect(draw('pl', { ...page, seed: 'inny' })).not.toBe(draw('pl', page));
  });

  test('stores nothing', async () => {
    draw('pl');
    expect(await fieldwork.census()).toMatchObject({ responses: 0, drafts: 0 });
  });
});
