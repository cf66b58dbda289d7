import { Ajv } from 'ajv';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQuestionnaires, type Questionnaires } from '../../../src/features/questionnaires';
import { writeBankFile } from '../../../src/features/questionnaires/bank/file-format';
import { publishedBankSchema } from '../../../src/features/questionnaires/bank/inputs';
import { readBankFile } from '../../../src/features/questionnaires/bank/read-file';
import type { Evaluation } from '../../../src/features/evaluations';
import type { BankEntry } from '../../../src/features/questionnaires/domain/bank';
import { BANK, materialise, OWES_CLIENTS } from '../../../src/features/questionnaires/templates';
import { fixedClock } from '../../../src/platform/clock';
import { newId } from '../../../src/platform/ids';
import { openStorage, type Storage } from '../../../src/platform/storage';
import { ownDatabase } from '../../support/database';
import { owes } from './versions';

const entry = (change: Partial<BankEntry> = {}): BankEntry => ({
  code: 'X1',
  module: 'own',
  item: { kind: 'open', code: 'X1', text: 'Co robi Państwa żyrafa?', longest: 200 },
  criterion: 'jakosc',
  audiences: ['owes'],
  source: 'dane zmyślone',
  version: 1,
  year: 2026,
  ...change,
});

const fileOf = (...entries: readonly unknown[]): Buffer =>
  Buffer.from(JSON.stringify({ format: 'ewaluacja-es/item-bank', formatVersion: 1, entries }));

describe('files of bank items', () => {
  test('the whole bank comes back word for word', () => {
    const lines = readBankFile(Buffer.from(writeBankFile(BANK)));
    expect(lines.filter(({ kind }) => kind === 'refused')).toEqual([]);
    expect(lines.map((line) => (line.kind === 'entry' ? line.entry : null))).toEqual(BANK);
    expect(lines.some((line) => line.kind === 'entry' && line.isCleaned)).toBe(false);
  });

  test('fit the schema that is published for them', () => {
    const fits = new Ajv({ strict: false, formats: { regex: true } }).compile(publishedBankSchema());
    expect([fits(JSON.parse(writeBankFile(BANK))), fits.errors]).toEqual([true, null]);
    expect(fits({ format: 'ewaluacja-es/item-bank', formatVersion: 1, entries: [{}] })).toBe(false);
  });

  test.each([
    ['too large', Buffer.alloc(2_000_001, 0x20)],
    ['too deep', Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
    ['not JSON', Buffer.from('{"format": ')],
    ['of another kind', Buffer.from('{"format":"ewaluacja-es/questionnaire","formatVersion":1,"definition":{}}')],
    [
      'with unknown parts',
      Buffer.from('{"format":"ewaluacja-es/item-bank","formatVersion":1,"entries":[{}],"__proto__":1,"x":2}'),
    ],
    ['without items', fileOf()],
  ])('a file that is %s is refused as a whole', (_what, bytes) => {
    expect(() => readBankFile(bytes)).toThrow('bank.file-unreadable');
  });

  test('one bad item spoils no other', () => {
    const lines = readBankFile(
      fileOf(
        entry(),
        { ...entry(), script: '<script>' },
        entry({ code: 'X2', item: { kind: 'single', code: 'X2', text: 'Tak?', choices: [] } }),
        entry({ code: 'x 3' }),
        entry({ code: 'X4', item: { kind: 'open', code: 'constructor', text: 'Tak?', longest: 10 } }),
        null,
        entry(),
      ),
    );
    expect(lines.map((line) => (line.kind === 'entry' ? 'taken' : `${line.code} ${line.reason}`))).toEqual([
      'taken',
      'X1 shape',
      'X2 faults',
      '? code',
      'X4 code',
      '? shape',
      'X1 twice',
    ]);
    expect(JSON.stringify(lines)).not.toContain('<script>');
  });

  test('texts become plain text, and the report says so', () => {
    const hostile = entry({
      source: 'nasz <em onclick="x()">poradnik</em>',
      item: {
        kind: 'single',
        code: 'X1',
        text: 'Czy <script>alert(1)</script>jest <i>dobrze</i>?',
        shownIf: '${K1} < 3',
        choices: [
          { code: '1', label: '<img src=x onerror=alert(1)>tak' },
          { code: '2', label: 'nie\u202e' },
        ],
      },
    });
    const [line] = readBankFile(fileOf(hostile));
    expect(line).toMatchObject({
      kind: 'entry',
      isCleaned: true,
      entry: {
        source: 'nasz poradnik',
        item: { text: 'Czy jest dobrze?', shownIf: '${K1} < 3', choices: [{ label: 'tak' }, { label: 'nie' }] },
      },
    });
  });
});

describe('own items', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'es-bank-'));
  const clock = fixedClock(new Date('2026-11-18T10:00:00Z'));
  let storage: Storage;
  let questionnaires: Questionnaires;
  const evaluation = {
    id: newId<'evaluation'>(),
    institutions: owes.map((each) => ({ ...each, kind: 'owes' })),
  } as unknown as Evaluation;
  const questionnaire = OWES_CLIENTS.code;

  beforeAll(async () => {
    storage = await openStorage({ mongodbUri: ownDatabase(), dataDir });
    questionnaires = createQuestionnaires({ connection: storage.connection, clock });
    await questionnaires.ensureIndexes();
    await questionnaires.drafts.createDraft(evaluation.id, 'Anna Wrona', materialise(OWES_CLIENTS, { owes }));
  });

  afterAll(async () => {
    await storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const save = (code: string) => questionnaires.bank.saveItem({ evaluation, questionnaire, code }, 'Anna Wrona');
  const record = async (code: string) => (await questionnaires.bank.readBank()).find((each) => each.code === code);
  const reword = (code: string, text: string) =>
    questionnaires.drafts.changeDraft({ evaluationId: evaluation.id, code: questionnaire }, 'Anna Wrona', (draft) => ({
      state: draft.state,
      definition: {
        ...draft.definition,
        pages: draft.definition.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.code === code ? { ...item, text } : item)),
        })),
      },
    }));

  test('an item that the bank asks already is not saved again, whatever the OWES are called', async () => {
    expect(await save('K5')).toEqual({ kind: 'same', code: 'K5', version: 1 });
    expect(await save('K2')).toEqual({ kind: 'same', code: 'K2', version: 1 });
  });

  test('a new wording under a known code is its next version; the first stays readable', async () => {
    const before = await record('K5');
    await reword('K5', 'Jaką rolę mają Państwo w organizacji?');
    expect(await save('K5')).toEqual({ kind: 'saved', code: 'K5', version: 2 });
    const after = await record('K5');
    expect(after?.versions.map(({ version, item }) => [version, item.text])).toEqual([
      [2, 'Jaką rolę mają Państwo w organizacji?'],
      [1, before?.versions[0].item.text],
    ]);
    expect(after?.versions[0]).toMatchObject({ module: 'K', savedBy: 'Anna Wrona', savedAt: clock.now() });
  });

  test('two people who save at the same moment make two versions', async () => {
    await reword('P2', 'Czy mają Państwo status?');
    const first = save('P2');
    await reword('P2', 'Czy podmiot ma już status?');
    const versions = await Promise.all([first, save('P2')]);
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
  });

  test('one statement of a battery can be saved', async () => {
    expect(await save('C1b')).toMatchObject({ kind: 'saved', code: 'C1b', version: 1 });
    expect((await record('C1b'))?.versions[0].item).toMatchObject({
      kind: 'battery',
      code: 'C1',
      rows: [{ code: 'C1b' }],
    });
  });

  test('what is not in the questionnaire is refused', async () => {
    await expect(save('Q99')).rejects.toMatchObject({ code: 'bank.no-such-item' });
  });

  test('a file is taken in with a report: new, newer, same and refused', async () => {
    const j1 = BANK.find(({ code }) => code === 'J1');
    if (j1 === undefined) throw new Error('No J1');
    const imported = await questionnaires.bank.importFile(
      fileOf(
        entry(),
        j1,
        { ...j1, code: 'J2', version: 1 },
        entry({
          code: 'B3',
          version: 4,
          module: 'B',
          item: { kind: 'open', code: 'B3', text: 'Czego brakuje?', longest: 9 },
        }),
      ),
      'Anna Wrona',
    );
    expect(
      imported.map((line) => [line.kind, line.code, line.kind === 'refused' ? line.reason : line.version]),
    ).toEqual([
      ['new', 'X1', 1],
      ['same', 'J1', 1],
      ['refused', 'J2', 'other-wording'],
      ['newer', 'B3', 4],
    ]);
    expect((await record('X1'))?.versions[0].module).toBe('own');
    expect((await questionnaires.bank.importFile(fileOf(entry()), 'Anna Wrona')).map(({ kind }) => kind)).toEqual([
      'same',
    ]);
  });
});
