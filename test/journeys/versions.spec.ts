import type { Page } from 'playwright-core';
import type { EvaluationId } from '../../src/platform/ids';
import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, faultsInEveryLook, signIn } from '../support/browser';
import { startJourney } from '../support/journey';

const HOME = '/badania/demonstracja/kwestionariusz/owes-clients';
const KEY = { evaluationId: 'demonstracja' as EvaluationId, code: 'owes-clients' };

/** axe counts the landmarks of the page in the frame together with those around it; each is tested as a page of its own. */
const isAcrossFrames = (page: Page, fault: string): boolean =>
  page.frames().length > 1 && fault.startsWith('landmark-unique');

describeInBrowser('history, publication and preview of a questionnaire', () => {
  const journey = startJourney();

  /** Rewords a row and offers one more answer: a wording and a scale that change. */
  const change = (J4: string) =>
    journey.application.chapters.questionnaires.drafts.changeDraft(KEY, 'Anna Wrona', ({ definition, state }) => ({
      definition: {
        ...definition,
        pages: definition.pages.map((page) => ({
          ...page,
          items: page.items.map((item) =>
            item.code === 'J' && item.kind === 'battery'
              ? {
                  ...item,
                  wording: (item.wording ?? 1) + 1,
                  rows: item.rows.map((row) => (row.code === 'J4' ? { ...row, text: J4 } : row)),
                }
              : item,
          ),
        })),
      },
      state,
    }));

  const publish = async () => {
    const { drafts, versions } = journey.application.chapters.questionnaires;
    const { definition, revision } = await drafts.readDraft(KEY);
    await versions.publishDraft(KEY, 'Anna Wrona', { version: definition.version, revision, note: 'Prościej.' });
  };

  test.each([
    ['with scripts', true],
    ['with scripts off', false],
  ])(
    'from the editor to a published version in two clicks, %s',
    async (_title, javaScriptEnabled) => {
      await change(`Na pierwsze spotkanie nie trzeba było długo czekać (${_title})`);
      const context = await journey.visit({ javaScriptEnabled });
      const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
      await page.goto(`${journey.address}${HOME}/wersje`);
      await page.locator('.page-head .btn-primary').click();
      expect(await page.getByText('Zmieniona treść: J4.').isVisible()).toBe(true);
      await page.getByLabel('Co się zmieniło (można pominąć)').fill('Prostsze zdanie.');
      await page.getByRole('button', { name: /^Opublikuj wersję/ }).click();
      await page.getByText('Linki do ankiety prowadzą już do niej').waitFor();
      expect(await page.getByText('Prostsze zdanie.').first().isVisible()).toBe(true);
      await page
        .getByRole('link', { name: /^Zobacz różnice między wersją/ })
        .first()
        .click();
      expect(await page.locator('ins').first().innerText()).toContain('+');
      await context.close();
    },
    120_000,
  );

  test.each([
    ['with scripts', true],
    ['with scripts off', false],
  ])(
    'a preview is walked inside its frame, %s',
    async (_title, javaScriptEnabled) => {
      const context = await journey.visit({ javaScriptEnabled });
      const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
      await page.goto(`${journey.address}${HOME}/podglad`);
      const frame = page.frameLocator('iframe');
      expect(await frame.getByText('Podgląd, odpowiedzi nie są zapisywane.').isVisible()).toBe(true);
      expect((await page.locator('iframe').boundingBox())?.width).toBe(392);
      await frame.locator('input[name=K1][value=pes]').check({ force: true });
      await frame.locator('input[name=K2][value=zaden]').check({ force: true });
      await frame.locator('.q-foot .btn-primary').click();
      await frame.getByRole('heading', { level: 1, name: 'Kontakt z ośrodkiem i profil' }).waitFor();
      await page.getByRole('link', { name: 'English' }).last().click();
      await page.frameLocator('iframe').locator('html[lang=en]').waitFor();
      await context.close();
    },
    120_000,
  );

  test('every page of the desk is free of accessibility faults and of sideways scrolling', async () => {
    await change('Na odpowiedź doradcy czekało się krótko');
    await publish();
    await change('Doradca odpowiadał szybko na pytania');
    const context = await journey.visit();
    const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    const faults: string[] = [];
    for (const path of [
      '/wersje',
      '/wersje/2',
      '/wersje/1',
      '/publikacja',
      '/podglad',
      '/podglad?szerokosc=komputer&strona=4&sciezka=K1:pes,K2:owes-polnoc',
      '/podglad/strona?strona=4&jezyk=uk',
    ]) {
      await page.goto(`${journey.address}${HOME}${path}`);
      faults.push(...(await faultsInEveryLook(page, (fault) => !isAcrossFrames(page, fault))));
    }
    await page.goto(`${journey.address}/badania/demonstracja/wyniki`);
    expect(await page.getByText('Zmiana pytania').first().isVisible()).toBe(true);
    faults.push(...(await faultsInEveryLook(page, (fault) => !isAcrossFrames(page, fault))));
    await context.close();
    expect(faults).toEqual([]);
  }, 400_000);

  test('a draft with a fault shows it instead of a preview, with a way to mend it', async () => {
    const { drafts } = journey.application.chapters.questionnaires;
    await drafts.changeDraft(KEY, 'Anna Wrona', ({ definition, state }) => ({
      definition: {
        ...definition,
        pages: definition.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.code === 'J' ? { ...item, shownIf: 'K2 =' } : item)),
        })),
      },
      state,
    }));
    const context = await journey.visit();
    const page = await signIn(context, journey.address, 'ewaluator@demo.example', DEMO_PASSWORD);
    const faults: string[] = [];
    for (const path of ['/podglad', '/publikacja']) {
      await page.goto(`${journey.address}${HOME}${path}`);
      expect(await page.locator('.note-err a').first().getAttribute('href')).toContain('/pytania/J');
      faults.push(...(await faultsInEveryLook(page, (fault) => !isAcrossFrames(page, fault))));
    }
    await context.close();
    expect(faults).toEqual([]);
  }, 200_000);
});
