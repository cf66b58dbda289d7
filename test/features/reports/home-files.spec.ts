import { join } from 'node:path';
import type { Actor } from '../../../src/features/accounts';
import type { PublishedReport } from '../../../src/features/reports/domain';
import { presentFiles } from '../../../src/features/reports/present-home-files';
import { loadTranslators } from '../../../src/platform/i18n';
import type { AccountId } from '../../../src/platform/ids';
import { root } from '../../support/files';

const { pl } = loadTranslators(join(root, 'locales'));

const published = (of: Partial<Omit<PublishedReport, 'report'>> & { readonly report: string }): PublishedReport =>
  ({
    evaluationId: 'demonstracja',
    kind: 'full',
    institution: null,
    title: 'Raport',
    version: 1,
    pages: 24,
    bytes: 1_620_000,
    publishedAt: new Date('2026-11-18T10:00:00Z'),
    ...of,
  }) as PublishedReport;

const director: Actor = { id: 'd' as AccountId, name: 'D', role: 'director' };
const north: Actor = { id: 'n' as AccountId, name: 'N', role: 'coordinator', institution: 'owes-polnoc' };
const card = (institution: string): PublishedReport =>
  published({ report: `karta-${institution}`, kind: 'scorecard', institution, title: `Karta ${institution}` });

describe('files on a home page', () => {
  it('are the newest version of each report, with pages, size and day', () => {
    const files = presentFiles(
      [published({ report: 'a', version: 2 }), published({ report: 'b', pages: 1 }), published({ report: 'a' })],
      director,
      pl,
    );
    expect(files.map(({ path }) => path)).toEqual([
      '/badania/demonstracja/raporty/a/wersje/2.pdf',
      '/badania/demonstracja/raporty/b/wersje/1.pdf',
    ]);
    expect(files.map(({ about }) => about)).toEqual([
      '24 strony, 1,62\u00a0MB, 18 listopada',
      '1 strona, 1,62\u00a0MB, 18 listopada',
    ]);
  });

  it('of a coordinator leave out the scorecards of others', () => {
    const all = [card('owes-poludnie'), card('owes-polnoc'), published({ report: 'a' })];
    expect(presentFiles(all, north, pl).map(({ name }) => name)).toEqual(['Karta owes-polnoc', 'Raport']);
    expect(presentFiles(all, director, pl)).toHaveLength(3);
  });
});
