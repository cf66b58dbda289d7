import { createDemonstration } from '../../src/app/demonstration';
import { NO_FILTER } from '../../src/features/analysis';
import type { Actor } from '../../src/features/accounts';
import { systemClock } from '../../src/platform/clock';
import type { AccountId, EvaluationId } from '../../src/platform/ids';
import { loadTranslators } from '../../src/platform/i18n';
import { startTestApplication, type TestApplication } from '../support/application';

const director: Actor = { id: 'x' as AccountId, role: 'director', name: 'x' };
const { pl, en } = loadTranslators('locales');

let application: TestApplication;
beforeAll(async () => {
  application = await startTestApplication({ DEMO: '0' });
});
afterAll(() => application.remove());

/** Fieldwork begins with few answers, often to one questionnaire only: no page and no file may fail on them. */
test.each([
  [0, 0],
  [1, 0],
  [4, 1],
  [6, 0],
  [0, 8],
  [12, 3],
  [40, 4],
])(
  'an evaluation with %i clients and %i partners has results and a summary in both languages',
  async (clients, partners) => {
    const { chapters } = application;
    const id = `mloda-${clients}-${partners}` as EvaluationId;
    await createDemonstration({ chapters, clock: systemClock }, { id, clients, partners });
    for (const translator of [pl, en]) {
      const material = await chapters.reports.readSummaryMaterial(director, id, translator);
      const { pages } = await chapters.reports.drawReport(chapters.reports.composeSummary(material, translator));
      expect(pages).toBeLessThanOrEqual(2);
    }
    const { results } = await chapters.analysis.readResults(director, id, NO_FILTER);
    expect(results.size.level === 'hidden' ? 0 : results.size.n).toBe(clients + partners < 5 ? 0 : clients + partners);
  },
);
