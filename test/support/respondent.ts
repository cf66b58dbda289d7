import type { Page } from 'playwright-core';

/** Answers that lead along the longest path: an entity that got a grant and created jobs. */
const LONGEST_PATH: Readonly<Record<string, string>> = {
  K1: 'pes',
  K2: 'owes-polnoc',
  G1: '1',
  G2: 'otrzymano',
  G3: '4',
  G4: '3',
  Z1: '9',
};

const chooseRadios = async (page: Page): Promise<void> => {
  const names = await page
    .locator('main input[type=radio]:enabled')
    .evaluateAll((radios) => [
      ...new Set(radios.filter((radio) => radio.checkVisibility()).map((radio) => (radio as HTMLInputElement).name)),
    ]);
  for (const name of names) {
    const radios = page.locator(`input[type=radio][name="${name}"]`);
    const wanted = LONGEST_PATH[name];
    const radio =
      wanted === undefined
        ? radios.nth(3).or(radios.first()).first()
        : page.locator(`input[name="${name}"][value="${wanted}"]`);
    await radio.check({ force: true });
  }
};

const chooseBoxes = async (page: Page): Promise<void> => {
  const names = await page
    .locator('main input[type=checkbox]:enabled')
    .evaluateAll((boxes) => [...new Set(boxes.map((box) => (box as HTMLInputElement).name))]);
  for (const name of names) await page.locator(`input[type=checkbox][name="${name}"]`).first().check({ force: true });
};

const typeNumbers = async (page: Page): Promise<void> => {
  for (const input of await page.locator('main input.q-number:visible').all()) {
    const name = (await input.getAttribute('name')) ?? '';
    await input.fill(LONGEST_PATH[name] ?? '12');
  }
};

const chooseTerritory = async (page: Page): Promise<void> => {
  for (const select of await page.locator('main select:visible').all()) await select.selectOption({ index: 3 });
};

const rankTwo = async (page: Page): Promise<void> => {
  if ((await page.locator('[data-ranking]').count()) === 0) return;
  for (let place = 1; place <= 2; place += 1) {
    await page.locator('[data-ranking] ul button:visible').first().click();
    await page
      .locator('[data-ranking] ol li')
      .nth(place - 1)
      .waitFor();
  }
};

const writeComments = async (page: Page): Promise<void> => {
  for (const area of await page.locator('main textarea:visible').all())
    await area.fill('Przydałby się wzór wniosku, „krok po kroku”.');
};

/** Answers everything on the page as it stands. */
export const answerEverything = async (page: Page): Promise<void> => {
  await rankTwo(page);
  await chooseRadios(page);
  await chooseBoxes(page);
  await typeNumbers(page);
  await chooseTerritory(page);
  await writeComments(page);
};

/** Goes through the questionnaire to the thank-you page; calls `onPage` on each page before answering it. */
export const answerQuestionnaire = async (
  page: Page,
  link: string,
  onPage: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<{ readonly pages: number }> => {
  await page.goto(link);
  await onPage(page);
  await page.locator('.intro-start a').first().click();
  let pages = 0;
  while (!page.url().includes('dziekujemy')) {
    if (pages > 25) throw new Error(`The questionnaire does not end: ${page.url()}`);
    pages += 1;
    await onPage(page);
    await answerEverything(page);
    await page.locator('.q-foot .btn-primary').click();
    await page.waitForLoadState();
  }
  await onPage(page);
  return { pages };
};
