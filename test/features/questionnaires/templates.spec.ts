import {
  compileVersion,
  estimatePath,
  faultsIn,
  onDay,
  pathThrough,
  readPage,
  type CompiledVersion,
  type Item,
} from '../../../src/features/questionnaires/domain';
import { materialise, SCALES, SPHERES, TEMPLATES } from '../../../src/features/questionnaires/templates';
import { clients, owes, partners } from './versions';

const itemsOf = (version: CompiledVersion): readonly Item[] => version.items.map(({ item }) => item);

const textsOf = ({ definition, items, pages }: CompiledVersion): readonly string[] => [
  definition.title,
  definition.lead,
  ...pages.map(({ title }) => title),
  ...items.flatMap(({ item }) => [
    item.text,
    item.hint ?? '',
    ...('choices' in item ? item.choices.map(({ label }) => label) : []),
    ...(item.kind === 'battery' ? item.rows.map(({ text }) => text) : []),
  ]),
];

const every = TEMPLATES.map(({ definition }) => compileVersion(materialise(definition, { owes })));

const texts = [
  ...every.flatMap(textsOf),
  ...TEMPLATES.flatMap(({ name, description }) => [name, description]),
  ...Object.values(SCALES).flatMap((scale) => scale.map(({ label }) => label)),
];

const comparisonCodes = (version: CompiledVersion): ReadonlyMap<string, string> =>
  new Map(
    itemsOf(version)
      .flatMap((item) => [item, ...(item.kind === 'battery' ? item.rows : [])])
      .flatMap(({ comparisonCode, text }) => (comparisonCode === undefined ? [] : [[comparisonCode, text] as const])),
  );

const rowsOf = (version: CompiledVersion): number => version.fields.filter(({ kind }) => kind !== 'other-text').length;

describe('both questionnaires', () => {
  test('have the core items of domain 2.2 and 2.3', () => {
    expect(itemsOf(clients).map(({ code }) => code)).toEqual(
      'K1 K2 K3 K4 K5 P1 P2 P4 P6 U1 G1 G2 O1 J G3 G4 E1 E2 E3 E4 B1 S1 S2 C1 Z1 Z3 Z4 Z5'.split(' '),
    );
    expect(itemsOf(partners).map(({ code }) => code)).toEqual('R2 R3 R4 R5 R6 RK R25 R29 R30 R31'.split(' '));
  });

  test('have about 55 and 25 answerable rows', () => {
    expect(rowsOf(clients)).toBe(57);
    expect(rowsOf(partners)).toBe(24);
  });

  test('take a client who used six services about 12 minutes, and a partner about 8', () => {
    const client = {
      K1: 'pes',
      K2: 'owes-polnoc',
      U1: ['U1a', 'U1b', 'U1c', 'U1d', 'U1h', 'U1j'],
      G1: '1',
      G2: 'otrzymano',
      G3: 2,
      S1: ['s01'],
    };
    expect(estimatePath(clients, client)).toEqual({ rows: 47, minutes: clients.definition.minutes });
    expect(estimatePath(clients, client, clients.pages.length).minutes).toBeLessThan(3);
    const partner = { R2: 'starostwo', R5: ['R5a', 'R5b', 'R5d', 'R5f'] };
    expect(estimatePath(partners, partner).minutes).toBeLessThanOrEqual(partners.definition.minutes);
  });

  test('list the OWES of the evaluation, and offer another one and none', () => {
    const codes = [...(clients.items[1]?.item.kind === 'single' ? clients.items[1].item.choices : [])].map(
      ({ code }) => code,
    );
    expect(codes).toEqual([...owes.map(({ code }) => code), 'inny', 'zaden']);
  });

  test('ask the comparable questions under the same code, the coordination statements in the same words', () => {
    const [ofClients, ofPartners] = [comparisonCodes(clients), comparisonCodes(partners)];
    expect([...ofClients.keys()].sort()).toEqual([...ofPartners.keys()].sort());
    for (const code of ['coordination-information-flow', 'coordination-division-of-tasks', 'spheres'])
      expect(ofPartners.get(code)).toBe(ofClients.get(code));
  });

  test('offer the same list of spheres', () => {
    expect(SPHERES).toHaveLength(21);
    for (const item of [...itemsOf(clients), ...itemsOf(partners)])
      if (item.comparisonCode === 'spheres') expect('choices' in item && item.choices).toEqual(SPHERES);
  });

  test('have a criterion on every item', () => {
    expect([...itemsOf(clients), ...itemsOf(partners)].filter(({ criterion }) => criterion === undefined)).toEqual([]);
  });
});

describe('every template', () => {
  test.each(TEMPLATES.map(({ name, definition }) => [name, definition] as const))(
    '%s can be asked as it is',
    (_name, definition) => {
      expect(faultsIn(materialise(definition, { owes }))).toEqual([]);
    },
  );

  test('asks its codes once in an evaluation: no two have the same name', () => {
    expect(new Set(every.map(({ definition }) => definition.code)).size).toBe(TEMPLATES.length);
  });

  test('keeps its promise of minutes for somebody who is asked much', () => {
    const answers = {
      W1: 'tak',
      R1: 'tak',
      K1: 'pes',
      K2: 'owes-polnoc',
      U1: ['U1a', 'U1b', 'U1c', 'U1d', 'U1h', 'U1j'],
      G1: '1',
      G2: 'otrzymano',
      G3: 2,
      P6: 3,
      S1: ['s01', 's02', 's03', 's04', 's05'],
      S4: 1,
      Z1: '9',
      R2: 'starostwo',
      R5: ['R5a', 'R5b', 'R5d', 'R5f'],
      R9: '1',
      R19: ['zakup'],
      R20: '1',
    };
    const late = every.filter((version) => estimatePath(version, answers).minutes > version.definition.minutes);
    expect(late.map(({ definition }) => definition.code)).toEqual([]);
  });

  test('the pulse has six items, the monitoring form takes at most five minutes (domain 2.4)', () => {
    const byCode = new Map(every.map((version) => [version.definition.code, version]));
    expect(byCode.get('service-pulse')?.items).toHaveLength(6);
    expect(byCode.get('pes-monitoring')?.definition.minutes).toBe(5);
  });

  test('the full versions ask everything that the core versions ask, in the same words', () => {
    const wordsOf = (code: string): ReadonlyMap<string, string> =>
      new Map(
        every.find(({ definition }) => definition.code === code)?.fields.map((field) => [field.code, field.text]),
      );
    for (const core of ['owes-clients', 'rops-partners'])
      expect([...wordsOf(`${core}-full`)]).toEqual(expect.arrayContaining([...wordsOf(core)]));
  });

  test('the pulse takes a day that has come, and no later one', () => {
    const pulse = every.find(({ definition }) => definition.code === 'service-pulse');
    if (pulse === undefined) throw new Error('No pulse');
    const issuesOn = (day: string) => readPage(onDay(pulse, '2026-11-21'), 1, { PU1: 'U1h', PU2: day }, {}).issues;
    expect(issuesOn('2026-11-21')).toEqual([]);
    expect(issuesOn('2026-11-22').map(({ field, kind }) => [field, kind])).toEqual([['PU2', 'constraint']]);
  });

  test('who declines to take part is asked nothing more', () => {
    for (const [code, consent] of [
      ['owes-clients-full', 'W1'],
      ['rops-partners-full', 'R1'],
    ] as const) {
      const version = every.find(({ definition }) => definition.code === code);
      if (version === undefined) throw new Error(`No ${code}`);
      expect([...pathThrough(version, { [consent]: 'nie' }).asked]).toEqual([consent]);
    }
  });

  test('the expert scores the spheres that were ranked, and no others', () => {
    const sheet = every.find(({ definition }) => definition.code === 'expert-spheres');
    if (sheet === undefined) throw new Error('No expert sheet');
    const { asked } = pathThrough(sheet, { S1: ['s07', 's02'] });
    expect([...asked].filter((code) => code.startsWith('EK')).sort()).toEqual(
      ['EK1', 'EK2', 'EK3', 'EK4'].flatMap((code) => [`${code}_s02`, `${code}_s07`]),
    );
  });
});

describe('the Polish wording', () => {
  test('leaves no one-letter word hanging at a line end', () => {
    expect(texts.filter((text) => /(^|[\s(„])[aiouwz] /i.test(text))).toEqual([]);
  });

  test('has no gendered pairs and no straight quotation marks', () => {
    expect(texts.filter((text) => /\w\(|[a-ząęł]\/[a-z]|["']/i.test(text))).toEqual([]);
  });

  test('has sentences of at most 15 words', () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 15)).toEqual([]);
  });

  test('spells an abbreviation out where it comes first', () => {
    const spelled = {
      OWES: /Ekonomii Społecznej \(OWES\)/,
      ROPS: /Polityki Społecznej \(ROPS\)/,
      PES: /\(PES\)|PES to podmiot/,
    };
    const first = every.flatMap((version) =>
      Object.entries(spelled).map(([short, long]) => ({
        long,
        text: textsOf(version).find((text) => text.includes(short)),
      })),
    );
    for (const { text, long } of first) if (text !== undefined) expect(text).toMatch(long);
  });
});
