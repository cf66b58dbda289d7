import fc from 'fast-check';
import { materialise, OWES_CLIENTS } from '../../../src/features/questionnaires';
import type { Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import {
  allCodes,
  allItems,
  applyEdit,
  codesBefore,
  EditRefused,
  fingerprint,
  nextItemCode,
  nextPageId,
  nextRowCodes,
  type Edit,
} from '../../../src/features/questionnaires/domain/edit';

const owes = [{ code: 'owes-polnoc', name: 'OWES Północ' }];

const template = materialise(OWES_CLIENTS, { owes });

const open = (code: string, more: Partial<Item> = {}): Item =>
  ({ kind: 'open', code, text: `Pytanie ${code}`, longest: 500, ...more }) as Item;

const definition: QuestionnaireDefinition = {
  ...template,
  pages: [
    ...template.pages,
    {
      id: 'blok',
      title: 'Usługi',
      items: [
        {
          kind: 'repeat',
          code: 'B',
          text: 'Usługa',
          over: 'U1',
          items: [open('B7'), open('B8', { shownIf: "${B7} != ''" })],
        },
        open('X1', { shownIf: "${B7_U1a} != '' and ${K1_inne} != ''", hint: 'Było: ${K1}' }),
      ],
    },
  ],
  translations: [{ language: 'en', texts: [{ key: 'K1/text', from: 'x', text: 'As ${K1}' }] }],
};

const small: QuestionnaireDefinition = {
  code: 'proba',
  version: 1,
  locale: 'pl',
  title: 'Próba',
  lead: '',
  minutes: 3,
  pages: [
    { id: 'a', title: 'Pierwsza', items: [open('P1'), open('P2', { shownIf: "${P1} != ''" }), open('P3')] },
    { id: 'b', title: 'Druga', items: [] },
  ],
};

const codesOn = (page: number, { pages }: QuestionnaireDefinition): readonly string[] =>
  (pages[page]?.items ?? []).map(({ code }) => code);

const onPage = (id: string, after: readonly string[] = []) => ({ parent: { kind: 'page', id } as const, after });

/** An edit that a person could make on this definition, chosen by numbers. */
const editFrom = (now: QuestionnaireDefinition, [what, which, where]: readonly [number, number, number]): Edit => {
  const items = allItems(now);
  const item = items[which % items.length] as Item;
  const page = now.pages[where % now.pages.length]!;
  const place = onPage(page.id, codesBefore(page.items, which % (page.items.length + 1)));
  const ids = now.pages.map(({ id }) => id);
  const edits: readonly Edit[] = [
    { kind: 'add-item', item: open(nextItemCode(now, page.id, new Set())), place },
    { kind: 'change-item', code: item.code, item: { ...item, text: `${item.text} (${where})` } },
    { kind: 'change-item', code: item.code, item: { ...item, code: `Z${which}_${where}` } },
    {
      kind: 'change-item',
      code: item.code,
      item: 'rows' in item ? { ...item, rows: item.rows.map((row) => ({ ...row, code: `${row.code}v` })) } : item,
      rows: 'rows' in item ? item.rows.map(({ code }) => ({ from: code, to: `${code}v` })) : [],
    },
    { kind: 'change-item', code: item.code, item: open(item.code) },
    { kind: 'duplicate-item', code: item.code },
    { kind: 'move-item', code: item.code, place },
    { kind: 'delete-item', code: item.code },
    {
      kind: 'add-page',
      page: { id: nextPageId(now), title: 'Nowa', items: [] },
      after: ids.slice(0, which % ids.length).reverse(),
    },
    { kind: 'rename-page', id: page.id, title: `Strona ${which}` },
    { kind: 'move-page', id: page.id, after: ids.slice(0, which % ids.length).reverse() },
    { kind: 'delete-page', id: page.id },
    { kind: 'change-frame', frame: { title: `Tytuł ${which}`, lead: 'Wstęp', minutes: where + 1 } },
  ];
  return edits[what % edits.length]!;
};

const editNumbers = fc.array(fc.tuple(fc.nat(12), fc.nat(200), fc.nat(30)), { minLength: 1, maxLength: 12 });

describe('an edit', () => {
  test('is taken back by its inverse, one after the other, to the very same questionnaire', () => {
    fc.assert(
      fc.property(editNumbers, (numbers) => {
        let now = definition;
        const back: { readonly before: QuestionnaireDefinition; readonly inverse: Edit }[] = [];
        for (const triple of numbers) {
          const applied = attempt(now, editFrom(now, triple));
          if (applied === undefined) continue;
          back.unshift({ before: now, inverse: applied.inverse });
          now = applied.definition;
        }
        for (const { before, inverse } of back) {
          now = applyEdit(now, inverse).definition;
          expect(now).toEqual(before);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('never gives a code twice', () => {
    fc.assert(
      fc.property(editNumbers, (numbers) => {
        let now = definition;
        for (const triple of numbers) now = attempt(now, editFrom(now, triple))?.definition ?? now;
        expect(new Set(allCodes(now)).size).toBe(allCodes(now).length);
      }),
      { numRuns: 150 },
    );
  });

  test('leaves all other items as they are and in their order', () => {
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.nat(200), fc.nat(30)), (triple) => {
        const edit = editFrom(definition, triple);
        const { definition: after, subject } = applyEdit(definition, edit);
        const others = (items: readonly Item[]) => items.filter(({ code }) => code !== subject).map(fingerprint);
        const isBlockChanged = subject === 'B';
        if (!isBlockChanged) expect(others(allItems(after))).toEqual(others(allItems(definition)));
      }),
    );
  });
});

const attempt = (now: QuestionnaireDefinition, edit: Edit) => {
  try {
    return applyEdit(now, edit);
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
};

describe('new codes', () => {
  test('are the next in the letter of the page, never one that answers exist for', () => {
    expect(nextItemCode(small, 'a', new Set())).toBe('P4');
    expect(nextItemCode(small, 'a', new Set(['P4', 'P9a']))).toBe('P10');
    expect(nextItemCode(small, 'b', new Set())).toBe('A1');
  });

  test('of rows run from a to z and on to aa', () => {
    expect(nextRowCodes('P9', 3, new Set(['P9b']))).toEqual(['P9a', 'P9c', 'P9d']);
    expect(nextRowCodes('P9', 28, new Set()).slice(-3)).toEqual(['P9z', 'P9aa', 'P9ab']);
  });

  test('of a copied battery are new for every row; its conditions stay', () => {
    const rows = [{ code: 'P3a', text: 'Jeden', shownIf: "${P1} != ''" }];
    const battery = { kind: 'battery', code: 'P5', text: 'Ocena', choices: [], rows, shownIf: "${P2} = '1'" } as Item;
    const { definition: after, subject } = applyEdit(
      applyEdit(small, { kind: 'add-item', item: battery, place: onPage('b') }).definition,
      { kind: 'duplicate-item', code: 'P5' },
    );
    expect(subject).toBe('P6');
    expect(after.pages[1]?.items[1]).toEqual({
      ...battery,
      code: 'P6',
      rows: [{ code: 'P6a', text: 'Jeden', shownIf: "${P1} != ''" }],
    });
  });

  test('of a block are new for its items, whose conditions speak of the copies', () => {
    const { definition: after, subject } = applyEdit(definition, { kind: 'duplicate-item', code: 'B' });
    const copy = allItems(after).find(({ code }) => code === subject);
    expect(copy).toMatchObject({ kind: 'repeat', items: [{ code: 'B10' }, { code: 'B11', shownIf: "${B10} != ''" }] });
  });
});

describe('a renamed item', () => {
  const renamed = (code: string, to: string) =>
    applyEdit(definition, { kind: 'change-item', code, item: { ...itemOf(definition, code), code: to } });

  test('is followed by conditions, texts and translations that mention it', () => {
    const { definition: after } = renamed('K1', 'ROLA');
    expect(JSON.stringify(after)).not.toContain('${K1}');
    expect(itemOf(after, 'X1')).toMatchObject({
      shownIf: "${B7_U1a} != '' and ${ROLA_inne} != ''",
      hint: 'Było: ${ROLA}',
    });
    expect(after.translations).toEqual([
      { language: 'en', texts: [{ key: 'ROLA/text', from: 'x', text: 'As ${ROLA}' }] },
    ]);
  });

  test('of a block is followed with its fields', () => {
    expect(itemOf(renamed('B7', 'W7').definition, 'X1').shownIf).toContain('${W7_U1a}');
  });

  test('cannot take a code that is in use', () => {
    expect(() => renamed('K1', 'K2')).toThrow(new EditRefused('code-taken', 'K2'));
  });
});

describe('what refers to an item', () => {
  test('is named when the item is deleted', () => {
    expect(applyEdit(small, { kind: 'delete-item', code: 'P1' }).referrers).toEqual(['P2']);
  });

  test('is named when the item moves behind it', () => {
    expect(applyEdit(small, { kind: 'move-item', code: 'P1', place: onPage('b') }).referrers).toEqual(['P2']);
    expect(applyEdit(small, { kind: 'move-item', code: 'P2', place: onPage('a') }).referrers).toEqual(['P2']);
    expect(applyEdit(small, { kind: 'move-item', code: 'P3', place: onPage('b') }).referrers).toEqual([]);
  });
});

describe('a place', () => {
  test('stays right when others add and remove before it', () => {
    const { definition: without, inverse } = applyEdit(small, { kind: 'delete-item', code: 'P3' });
    const more = applyEdit(without, { kind: 'add-item', item: open('P7'), place: onPage('a') }).definition;
    expect(codesOn(0, applyEdit(more, inverse).definition)).toEqual(['P7', 'P1', 'P2', 'P3']);
    const fewer = applyEdit(without, { kind: 'delete-item', code: 'P2' }).definition;
    expect(codesOn(0, applyEdit(fewer, inverse).definition)).toEqual(['P1', 'P3']);
  });

  test('cannot be inside a block for another block', () => {
    const place = { parent: { kind: 'block', code: 'B' } as const, after: [] };
    const item = { kind: 'repeat', code: 'Q1', text: '', over: 'U1', items: [] } as Item;
    expect(() => applyEdit(definition, { kind: 'add-item', item, place })).toThrow(
      new EditRefused('block-in-block', 'Q1'),
    );
  });
});

describe('a fingerprint', () => {
  const item = open('P1');

  test('changes with every property and with nothing else', () => {
    expect(fingerprint({ ...item })).toBe(fingerprint(item));
    expect(fingerprint({ text: item.text, code: 'P1', longest: 500, kind: 'open' })).toBe(fingerprint(item));
    expect(fingerprint({ ...item, required: true })).not.toBe(fingerprint(item));
    expect(fingerprint({ ...item, text: `${item.text}.` })).not.toBe(fingerprint(item));
  });

  test('differs for different texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(fingerprint({ ...item, text: a }) === fingerprint({ ...item, text: b })).toBe(a === b);
      }),
    );
  });
});

const itemOf = (now: QuestionnaireDefinition, code: string): Item => allItems(now).find((item) => item.code === code)!;
