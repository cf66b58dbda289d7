import { readFileSync } from 'node:fs';
import { faultsIn, type Item } from '../../../src/features/questionnaires/domain';
import { itemsFrom, wordingOf, withWhatTheyLookAt } from '../../../src/features/questionnaires/domain/bank';
import { BANK, BANK_MODULES, namingOwes } from '../../../src/features/questionnaires/templates';
import { testWithShared } from '../../support/files';
import { owes } from './versions';

const numbered = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

/** Domain 2.2: 69 codes. */
const CLIENT_CODES = [
  ...numbered('W', 0, 1),
  ...numbered('K', 1, 5),
  ...numbered('P', 1, 10),
  ...numbered('D', 1, 4),
  ...numbered('U', 1, 3),
  ...numbered('O', 1, 3),
  ...numbered('J', 1, 9),
  ...numbered('G', 1, 6),
  ...numbered('E', 1, 6),
  ...numbered('B', 1, 3),
  ...numbered('I', 1, 2),
  ...numbered('S', 1, 5),
  ...numbered('C', 1, 2),
  ...numbered('N', 1, 2),
  ...numbered('Z', 1, 7),
];
/** Domain 2.3. */
const PARTNER_CODES = numbered('R', 0, 34);

const codes = BANK.map(({ code }) => code);

const definitionOf = (items: readonly Item[]) => ({
  code: 'bank',
  version: 1,
  locale: 'pl' as const,
  title: 'Bank',
  lead: 'Bank',
  minutes: 1,
  pages: [{ id: 'bank', title: 'Bank', items: items.map((item) => namingOwes(item, owes)) }],
});

describe('the item bank', () => {
  test('has every code of questionnaires (a) and (b), each once', () => {
    expect(CLIENT_CODES).toHaveLength(69);
    expect([...CLIENT_CODES, ...PARTNER_CODES].filter((code) => !codes.includes(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  testWithShared('domain.md', 'has every code that domain 2.2 and 2.3 define', (file) => {
    const text = readFileSync(file, 'utf8');
    const sections = text.slice(text.indexOf('### 2.2'), text.indexOf('### 2.4'));
    const single = [...sections.matchAll(/^- ([A-Z]\d+) \|/gm)].map(([, code]) => String(code));
    const pairs = [...sections.matchAll(/^- ([A-Z])(\d+)(?:-[A-Z](\d+)| .*\+ [A-Z](\d+))/gm)].flatMap(
      ([, letter, from, to, other]) => numbered(String(letter), Number(from), Number(to ?? other)),
    );
    const defined = [...new Set([...single, ...pairs])];
    expect(defined.length).toBeGreaterThanOrEqual(100);
    expect(defined.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('has the pulse of six items, the monitoring form and the expert sheet', () => {
    const of = (module: string) => BANK.filter((entry) => entry.module === module).map(({ code }) => code);
    expect(of('c')).toEqual(numbered('PU', 1, 6));
    expect(of('d')).toEqual(numbered('MO', 1, 8));
    expect(of('e')).toEqual(numbered('EK', 1, 4));
  });

  test('shows J9 for the region only, and says so', () => {
    const sensitive = BANK.filter(({ item }) => item.sensitive);
    expect(sensitive.map(({ code }) => code)).toEqual(['J9']);
    expect(sensitive[0]?.note).toMatch(/regionu/);
  });

  test('says of every entry where it comes from, whom it is for and under which criterion', () => {
    expect(BANK.filter(({ source, audiences }) => source === '' || audiences.length === 0)).toEqual([]);
    const modules = new Set(BANK_MODULES.map(({ code }) => code));
    expect(BANK.filter(({ module }) => !modules.has(module))).toEqual([]);
    expect(
      BANK.filter(({ item, criterion }) => item.code !== 'J' && item.code !== 'RK' && item.criterion !== criterion),
    ).toEqual([]);
  });

  test.each(BANK.map((entry) => [entry.code, entry] as const))(
    '%s can be asked, alone or with the items its condition looks at',
    (_code, entry) => {
      const entries = withWhatTheyLookAt([entry], definitionOf([]), BANK);
      expect(faultsIn(definitionOf(itemsFrom(entries)))).toEqual([]);
    },
  );

  test('asks in the words of people: no gendered pairs, no sentence of more than 15 words', () => {
    const sentences = BANK.flatMap((entry) => [wordingOf(entry), entry.item.hint ?? '']).flatMap((text) =>
      text.split(/(?<=[.?!])\s/),
    );
    expect(sentences.filter((sentence) => /\w\(|[a-ząęł]\/[a-z]/i.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 15)).toEqual([]);
  });
});
