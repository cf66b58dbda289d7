import type { StoredReport } from '../../../src/features/reports/domain';
import { createPublishedStore } from '../../../src/features/reports/published/store';
import type { PublishedReportId } from '../../../src/features/reports/domain';
import { hashTree } from '../../../src/features/reports/hash-tree';
import { newId } from '../../../src/platform/ids';
import { startTestApplication, type TestApplication } from '../../support/application';
import { sampleTree } from './sample-tree';
import { DEMONSTRATION, liveTable, publishedOn, toPublish, writtenReport } from './small-reports';

const CONTENT = [
  { kind: 'heading', level: 1, text: 'Jakość' } as const,
  { kind: 'text', text: 'Klienci chwalą doradców.' } as const,
  liveTable('Wiedza pracowników', ['J1'], ['instytucja']),
  liveTable('Terminy', ['J3']),
];

describe('publishing a report', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  }, 60_000);
  afterAll(() => application.remove());

  const ledger = () => application.chapters.analysis.publications.listPublications(DEMONSTRATION);
  const toldBy = async (report: StoredReport) =>
    (await ledger()).filter(({ place }) => place.address.includes(report.id));

  test('freezes every table it asks for, at the address of the version, and nothing twice', async () => {
    const report = writtenReport([...CONTENT, liveTable('Jeszcze raz', ['J3'])]);
    const desk = publishedOn(application, [report]);
    const version = await desk.publishReport(DEMONSTRATION, toPublish(report));
    expect(version).toMatchObject({ version: 1, state: 'preliminary', erratum: null, publishedBy: 'Anna Wrona' });
    expect(version.publications).toHaveLength(2);
    const told = await toldBy(report);
    expect(told.map(({ id }) => id)).toEqual(version.publications);
    expect(told.map(({ place }) => place)).toEqual(
      Array.from({ length: 2 }, () => ({
        kind: 'report',
        title: 'Raport próbny (1)',
        address: `/badania/demonstracja/raporty/${report.id}/wersje/1`,
      })),
    );
  });

  test('every number of a published table is a number of a frozen table', async () => {
    const report = writtenReport(CONTENT);
    const desk = publishedOn(application, [report]);
    const version = await desk.publishReport(DEMONSTRATION, toPublish(report));
    const frozen = await application.chapters.analysis.frozen.readFrozen(DEMONSTRATION, version.publications);
    const known = new Set(JSON.stringify(frozen).match(/\d+(\.\d+)?/g));
    const { blocks } = await desk.readTree(version.id);
    const numbers = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.slice(1)) : [],
    );
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter((number) => number !== '–' && !known.has(number))).toEqual([]);
  });

  test('keeps the tree as it was drawn: hash, pages and bytes are those of its file', async () => {
    const report = writtenReport(CONTENT);
    const desk = publishedOn(application, [report]);
    const version = await desk.publishReport(DEMONSTRATION, toPublish(report));
    const tree = await desk.readTree(version.id);
    const file = await application.chapters.reports.drawReport(tree);
    expect(version).toMatchObject({ hash: hashTree(tree), pages: file.pages, bytes: file.bytes.length });
    expect(version.id).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await desk.readPublished(version.id.toLowerCase() as PublishedReportId)).toEqual(version);
  });

  test('a double click publishes once', async () => {
    const report = writtenReport(CONTENT);
    const desk = publishedOn(application, [report]);
    const form = toPublish(report);
    const both = await Promise.all([desk.publishReport(DEMONSTRATION, form), desk.publishReport(DEMONSTRATION, form)]);
    expect(both[0].id).toBe(both[1].id);
    expect(await desk.publishReport(DEMONSTRATION, form)).toEqual(both[0]);
    expect(await desk.listVersions(report.id)).toHaveLength(1);
    expect(await toldBy(report)).toHaveLength(2);
  });

  test('refuses a report that changed since the person saw it', async () => {
    const report = writtenReport(CONTENT);
    const desk = publishedOn(application, [{ ...report, revision: 4 }]);
    await expect(desk.publishReport(DEMONSTRATION, toPublish(report))).rejects.toMatchObject({
      code: 'published.report-changed',
    });
    expect(await toldBy(report)).toEqual([]);
  });

  test('refuses a report without anything in it', async () => {
    const report = writtenReport([]);
    const desk = publishedOn(application, [report]);
    await expect(desk.publishReport(DEMONSTRATION, toPublish(report))).rejects.toMatchObject({
      code: 'published.nothing',
    });
  });

  test('answers that arrive later change no published number', async () => {
    const report = writtenReport(CONTENT);
    const desk = publishedOn(application, [report]);
    const version = await desk.publishReport(DEMONSTRATION, toPublish(report));
    const before = await desk.readTree(version.id);
    await addAnswers(20);
    expect(await desk.readTree(version.id)).toEqual(before);
    const prepared = await desk.preparePublication(DEMONSTRATION, report.id, toPublish(report).translatorOf);
    expect(prepared.version).toBe(2);
    expect(prepared.changes?.tables.pairs.some(({ moved }) => moved.length > 0)).toBe(true);
    expect(prepared.changes?.texts).toEqual({ added: [], removed: [] });
  });

  const addAnswers = async (count: number): Promise<void> => {
    const { questionnaires, responses } = application.chapters;
    const [version] = (await questionnaires.listVersions(DEMONSTRATION)).filter(({ code }) => code === 'owes-clients');
    if (version === undefined) throw new Error('The demonstration has no clients');
    await responses.importResponses(
      Array.from({ length: count }, () => ({
        id: newId<'submission'>(),
        evaluationId: DEMONSTRATION,
        versionId: version.id,
        questionnaireCode: version.code,
        mode: 'cawi' as const,
        status: 'complete' as const,
        answers: { K2: 'owes-polnoc', J1: '1', J3: '1' },
        receivedOn: '2026-11-21',
        receiptNumber: 'AAAA-0000',
      })),
    );
  };

  test('what moved between two versions is told number by number', async () => {
    const report = writtenReport(CONTENT);
    const desk = publishedOn(application, [report]);
    const first = await desk.publishReport(DEMONSTRATION, toPublish(report));
    await addAnswers(30);
    desk.state.reports = [{ ...report, blocks: report.blocks.slice(0, 3), revision: 4 }];
    const second = await desk.publishReport(DEMONSTRATION, toPublish({ ...report, revision: 4 }));
    const { tables, texts } = await desk.compareVersions(first, second);
    expect(tables.removed).toHaveLength(1);
    expect(tables.added).toEqual([]);
    const [pair] = tables.pairs;
    const all = pair?.moved.find(({ column, kind }) => column === null && kind === 'share');
    const [is, was] = [pair?.after.table.blocks[0], pair?.before.table.blocks[0]];
    const at = is?.rows.findIndex(({ label }) => label === all?.row) ?? -1;
    expect([all?.before, all?.after]).toEqual([was?.rows[at]?.cells[0]?.share, is?.rows[at]?.cells[0]?.share]);
    expect(texts).toEqual({ added: [], removed: [] });
  });
});

describe('a publication that is cut short', () => {
  let application: TestApplication;
  beforeAll(async () => {
    application = await startTestApplication();
  }, 60_000);
  afterAll(() => application.remove());

  const collections = ['publishedReports', 'publishedTrees'] as const;
  /** The next write into a collection fails as if the process were killed before it. */
  const failingAt = (name: string, method: 'insertOne' | 'replaceOne' | 'deleteOne') => {
    const { connection } = application.storage;
    let hasFailed = false;
    const broken = new Proxy(connection, {
      get: (target, property, receiver) => {
        if (property !== 'collection') return Reflect.get(target, property, receiver) as unknown;
        return (wanted: string) => {
          const collection = target.collection(wanted);
          if (wanted !== name) return collection;
          return new Proxy(collection, {
            get: (inner, member) => {
              const value = Reflect.get(inner, member) as unknown;
              if (member === method)
                return () => {
                  hasFailed = true;
                  return Promise.reject(new Error('killed'));
                };
              return typeof value === 'function' ? (value.bind(inner) as unknown) : value;
            },
          });
        };
      },
    });
    return { storage: { ...application.storage, connection: broken }, hasFailed: () => hasFailed };
  };

  test.each([
    ['while the tree is written', 'publishedTrees', 'replaceOne'],
    ['before the version is written', 'publishedReports', 'insertOne'],
    ['after the version is written', 'publicationAttempts', 'deleteOne'],
  ] as const)('%s leaves nothing half published, and the same form completes it', async (_, name, method) => {
    const report = writtenReport(CONTENT);
    const form = toPublish(report);
    const { storage, hasFailed } = failingAt(name, method);
    const killed = publishedOn({ ...application, storage }, [report]);
    await expect(killed.publishReport(DEMONSTRATION, form)).rejects.toThrow('killed');
    expect(hasFailed()).toBe(true);

    const desk = publishedOn(application, [report]);
    for (const one of await desk.listPublished(DEMONSTRATION)) expect(await desk.readTree(one.id)).toBeDefined();
    const told = await application.chapters.analysis.publications.listPublications(DEMONSTRATION);
    const version = await desk.publishReport(DEMONSTRATION, form);
    expect(await desk.listVersions(report.id)).toEqual([version]);
    expect(hashTree(await desk.readTree(version.id))).toBe(version.hash);
    // Nothing is told a second time.
    expect(await application.chapters.analysis.publications.listPublications(DEMONSTRATION)).toHaveLength(told.length);
  });

  test('another person waits until the attempt is given up, its author does not', async () => {
    const report = writtenReport(CONTENT);
    const { storage } = failingAt('publishedTrees', 'replaceOne');
    const killed = publishedOn({ ...application, storage }, [report]);
    await expect(killed.publishReport(DEMONSTRATION, toPublish(report))).rejects.toThrow('killed');
    const desk = publishedOn(application, [report]);
    const byAnother = toPublish(report, { by: 'Jan Nowak' });
    await expect(desk.publishReport(DEMONSTRATION, byAnother)).rejects.toMatchObject({ code: 'published.in-progress' });
    const later = publishedOn(application, [report], {
      clock: { now: () => new Date(Date.now() + 6 * 60_000) },
    });
    const version = await later.publishReport(DEMONSTRATION, byAnother);
    expect(version.publishedBy).toBe('Jan Nowak');
    expect(await desk.listVersions(report.id)).toHaveLength(1);
  });

  test('large trees are kept in parts that fit the store, and a part that is missing is noticed', async () => {
    const store = createPublishedStore(application.storage.connection, 400);
    const id = 'DUZY-DRZE' as PublishedReportId;
    const tree = sampleTree();
    await store.putTree(id, tree);
    expect(await store.readTree(id)).toEqual(tree);
    const parts = application.storage.connection.collection<{ _id: string; version: string }>(collections[1]);
    expect(await parts.countDocuments({ version: id })).toBeGreaterThan(3);
    await parts.deleteOne({ _id: `${id}/2` });
    expect(await store.readTree(id)).toBeUndefined();
  });
});
