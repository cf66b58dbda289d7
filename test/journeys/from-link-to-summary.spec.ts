import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/application';
import { describeInBrowser, PHONE, WIDE, signIn } from '../support/browser';
import { answerQuestionnaire } from '../support/respondent';
import { startJourney } from '../support/journey';

interface ResultsJson {
  readonly evaluation: { readonly id: string };
  readonly respondents: { readonly n: number };
}

const readN = async (page: Page, address: string): Promise<number> => {
  const reply = await page.request.get(`${address}/badania/demonstracja/wyniki`, {
    headers: { accept: 'application/json' },
  });
  return ((await reply.json()) as ResultsJson).respondents.n;
};

describeInBrowser('from the respondent link through the dashboard to the downloaded PDF', () => {
  const journey = startJourney();

  test.each([
    ['with scripts', true],
    ['with scripts off', false],
  ])(
    '%s',
    async (_title, javaScriptEnabled) => {
      const { address } = journey;
      const desk = await journey.visit({ javaScriptEnabled, viewport: WIDE });
      const staff = await signIn(desk, address, 'ewaluator@demo.example', DEMO_PASSWORD);
      expect(new URL(staff.url()).pathname).toBe('/badania');
      const before = await readN(staff, address);

      const respondent = await (await journey.visit({ javaScriptEnabled, viewport: PHONE })).newPage();
      const { pages } = await answerQuestionnaire(respondent, `${address}/a/demonstracja-klienci-owes`);
      expect(pages).toBeGreaterThanOrEqual(8);
      expect(await respondent.locator('h1').innerText()).toContain('Dziękujemy');
      expect(await respondent.locator('strong.tnum').innerText()).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
      await respondent.context().close();

      expect(await readN(staff, address)).toBe(before + 1);
      await staff.goto(`${address}/badania/demonstracja/wyniki`);
      expect(await staff.locator('.page-head').innerText()).toMatch(new RegExp(`n\\s=\\s${before + 1}\\.`));
      expect(await staff.locator('figure.chart').count()).toBeGreaterThan(5);
      // Bars are read as they stand; what a script draws has its table open where there is none.
      expect(await staff.locator('figure.chart:has([data-figure]) table').first().isVisible()).toBe(!javaScriptEnabled);
      await staff.context().close();

      const office = await journey.visit({ javaScriptEnabled });
      const director = await signIn(office, address, 'dyrektor@demo.example', DEMO_PASSWORD);
      expect(new URL(director.url()).pathname).toBe('/podsumowanie');
      const link = await director.locator('a[href$="streszczenie.pdf"]').first().getAttribute('href');
      const file = await director.request.get(new URL(link ?? '', address).href);
      expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
      await director.context().close();
    },
    120_000,
  );
});
