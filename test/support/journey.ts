import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD, startTestApplication, type TestApplication } from './application';
import { openBrowser, signIn, visit } from './browser';

/** The whole application and a real browser, for the tests of one `describeInBrowser`. */
export interface Journey {
  readonly application: TestApplication;
  /** Where the application is found, without a closing slash. */
  readonly address: string;
  /** A fresh visitor. */
  readonly visit: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A person of the demonstration, signed in: `ewaluator`, `dyrektor`, `koordynator-polnoc`, … */
  readonly as: (person: string, options?: BrowserContextOptions) => Promise<Page>;
}

const STARTED_WITHIN_MS = 60_000;

/** Starts both before the tests and ends both after them. */
export const startJourney = (): Journey => {
  let application: TestApplication;
  let browser: Browser;
  beforeAll(async () => {
    application = await startTestApplication();
    browser = await openBrowser();
  }, STARTED_WITHIN_MS);
  afterAll(async () => {
    await browser.close();
    await application.remove();
  });
  const fresh: Journey['visit'] = (options = {}) => visit(browser, options);
  return {
    get application() {
      return application;
    },
    get address() {
      return application.address;
    },
    visit: fresh,
    as: async (person, options) =>
      signIn(await fresh(options), application.address, `${person}@demo.example`, DEMO_PASSWORD),
  };
};
