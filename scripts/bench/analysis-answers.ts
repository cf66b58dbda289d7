import type { NewEvaluation } from '../../src/features/evaluations';
import type { AnswerSheet, Choice, Item, QuestionnaireDefinition } from '../../src/features/questionnaires/domain';
import type { Random } from '../../src/platform/random';

/** What the analysis is measured on: generated answers to 45 items about three institutions. */
const agreement: readonly Choice[] = [
  ...['zdecydowanie nie', 'raczej nie', 'częściowo', 'raczej tak', 'zdecydowanie tak'].map((label, at) => ({
    code: String(at + 1),
    label,
    value: at + 1,
  })),
  { code: '98', label: 'trudno powiedzieć', missing: 98 as const },
];

const choices = (prefix: string, count: number): readonly Choice[] =>
  Array.from({ length: count }, (_, at) => ({ code: `${prefix}${at + 1}`, label: `Odpowiedź ${at + 1}` }));

const BATTERIES = ['A', 'B', 'C', 'D', 'E'] as const;
const ROWS = [1, 2, 3, 4, 5, 6] as const;
const SINGLES = ['F1', 'F2', 'F3'] as const;
const MULTIPLES = ['U1', 'U2', 'U3', 'U4'] as const;
const SPHERES = 13;

const profile: readonly Item[] = [
  { kind: 'single', code: 'K1', text: 'W czyim imieniu?', criterion: 'profil', choices: choices('typ', 6) },
  {
    kind: 'single',
    code: 'K2',
    text: 'Z którym OWES?',
    criterion: 'profil',
    choices: [...choices('owes', 3), { code: 'inny', label: 'Inny' }],
  },
  { kind: 'territory', code: 'P4', text: 'Gmina', level: 'gmina', criterion: 'profil' },
];

const number = { kind: 'number', least: 0, most: 500, whole: true, criterion: 'skutecznosc' } as const;

const told: readonly Item[] = [
  ...BATTERIES.map((code): Item => ({
    kind: 'battery',
    code,
    text: 'Czy zgadzają się Państwo?',
    criterion: 'jakosc',
    scale: 'AGREE5',
    choices: agreement,
    rows: ROWS.map((row) => ({ code: `${code}${row}`, text: `Zdanie ${code}${row}` })),
  })),
  ...SINGLES.map((code): Item => ({
    kind: 'single',
    code,
    text: 'Pytanie',
    criterion: 'trafnosc',
    choices: choices(code, 4),
  })),
  ...MULTIPLES.map((code): Item => ({
    kind: 'multiple',
    code,
    text: 'Z czego korzystali?',
    criterion: 'trafnosc',
    choices: choices(code, 8),
  })),
  {
    kind: 'scale0to10',
    code: 'Z1',
    text: 'Czy polecą?',
    criterion: 'jakosc',
    lowLabel: 'nie',
    highLabel: 'tak',
    comparisonCode: 'recommendation',
  },
  {
    kind: 'ranking',
    code: 'S1',
    text: 'Sfery',
    criterion: 'preferencje',
    most: 3,
    choices: choices('s', SPHERES),
  },
  { ...number, code: 'N1', text: 'Ile miejsc pracy utworzono?' },
  { ...number, code: 'N2', text: 'Ile istnieje?', notAbove: 'N1' },
  { kind: 'open', code: 'O1', text: 'Co zmienić?', longest: 500 },
];

export const measured: QuestionnaireDefinition = {
  code: 'owes-clients',
  version: 1,
  locale: 'pl',
  title: 'Pomiar',
  lead: 'Kwestionariusz do pomiaru wydajności',
  minutes: 10,
  pages: [{ id: 'p1', title: 'Pytania', items: [...profile, ...told] }],
};

export const measuredEvaluation: NewEvaluation = {
  title: 'Pomiar',
  shortTitle: 'Pomiar',
  commissioner: 'ROPS',
  wojewodztwo: '26',
  regionName: 'Województwo Świętokrzyskie',
  institutions: [1, 2, 3].map((at) => ({
    code: `owes${at}`,
    kind: 'owes' as const,
    name: `OWES ${at}`,
    shortName: `OWES ${at}`,
    series: `s${at}` as 's1',
    powiats: [],
  })),
  opensOn: '2026-10-19',
  closesOn: '2026-12-31',
  resultState: 'preliminary',
  smallestGroup: 5,
  demonstration: false,
};

const GMINAS = ['2661011', '2609011', '2604011', '2612011'];

/** One person's answers; about one in ten of them a missing code. */
export const answersOf = (random: Random): AnswerSheet => {
  const upTo = (n: number): number => Math.floor(random() * n);
  const someOf = (prefix: string, n: number, most: number): readonly string[] => {
    const first = upTo(n);
    return Array.from({ length: 1 + upTo(most) }, (_, at) => `${prefix}${((first + at * 3) % n) + 1}`);
  };
  const or = <Given>(given: Given) => (random() < 0.1 ? ({ missing: random() < 0.5 ? 98 : 99 } as const) : given);
  const created = upTo(40);
  return {
    K1: `typ${upTo(6) + 1}`,
    K2: random() < 0.05 ? 'inny' : `owes${upTo(3) + 1}`,
    P4: GMINAS[upTo(GMINAS.length)] ?? '',
    ...Object.fromEntries(BATTERIES.flatMap((code) => ROWS.map((row) => [`${code}${row}`, or(String(upTo(5) + 1))]))),
    ...Object.fromEntries(SINGLES.map((code) => [code, or(`${code}${upTo(4) + 1}`)])),
    ...Object.fromEntries(MULTIPLES.map((code) => [code, or(someOf(code, 8, 3))])),
    Z1: or(String(upTo(11))),
    S1: or(someOf('s', SPHERES, 3)),
    N1: created,
    N2: upTo(created + 1),
    O1: 'Krótsze terminy',
  };
};
