import {
  pathThrough,
  type Answer,
  type AnswerSheet,
  type Choice,
  type CompiledVersion,
  type Field,
  type Item,
  type QuestionnaireDefinition,
} from '../../src/features/questionnaires/domain';

const AGREEMENT: readonly Choice[] = [
  ...['5', '4', '3', '2', '1'].map((code) => ({ code, label: `Ocena ${code}`, value: Number(code) })),
  { code: '98', label: 'trudno powiedzieć', missing: 98 },
];

const SERVICES: readonly Choice[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code, label: `Usługa ${code}` }));

/** Ten items of one page; all but the first look at items of this page and of the page before. */
const itemsOf = (page: number): readonly Item[] => {
  const code = (letter: string, of = page): string => `${letter}${of}`;
  const before = Math.max(1, page - 1);
  const later: { shownIf?: string } =
    page === 1 ? {} : { shownIf: `\${${code('K', before)}} != 'f' or \${${code('N', before)}} > 0` };
  return [
    { kind: 'single', code: code('K'), text: 'Kto?', choices: SERVICES, required: true },
    { kind: 'multiple', code: code('U'), text: 'Z czego?', choices: SERVICES, most: 4, ...later },
    { kind: 'number', code: code('N'), text: 'Ile?', least: 0, most: 500, whole: true, ...later },
    {
      kind: 'number',
      code: code('M'),
      text: 'Ile z nich?',
      least: 0,
      most: 500,
      shownIf: `\${${code('N')}} > 0 and count-selected(\${${code('U')}}) >= 1`,
      constraint: `. <= \${${code('N')}} and (. = 0 or . div \${${code('N')}} <= 1)`,
    },
    {
      kind: 'calculated',
      code: code('C'),
      text: 'Udział',
      expression: `round(100 * coalesce(\${${code('M')}}, 0) div \${${code('N')}}, 1)`,
    },
    {
      kind: 'battery',
      code: code('J'),
      text: 'Oceny',
      choices: AGREEMENT,
      rows: SERVICES.map((service) => ({
        code: `${code('J')}${service.code}`,
        text: `Usługa ${service.code}`,
        shownIf: `selected(\${${code('U')}}, '${service.code}')`,
      })),
    },
    {
      kind: 'scale0to10',
      code: code('Z'),
      text: 'Czy poleci?',
      lowLabel: 'nie',
      highLabel: 'tak',
      shownIf: `not(selected(\${${code('U')}}, 'a')) and if(\${${code('C')}} >= 10, true(), \${${code('K')}} = 'b')`,
    },
    {
      kind: 'date',
      code: code('D'),
      text: 'Kiedy?',
      earliest: '2000-01-01',
      constraint: '. <= today()',
      shownIf: `\${${code('C')}} > 0 or selected(\${${code('U')}}, 'c')`,
    },
    {
      kind: 'calculated',
      code: code('S'),
      text: 'Suma',
      expression: `sum(\${${code('N')}}, \${${code('M')}}, ${page === 1 ? '0' : `\${${code('S', before)}}`})`,
    },
    {
      kind: 'open',
      code: code('O'),
      text: 'Co zmienić?',
      longest: 1000,
      shownIf: `min(\${${code('J')}a}, \${${code('J')}b}, 5) <= 3 and string-length(\${${code('K')}}) = 1`,
      constraint: "regex(., '[^<>]*') and not(contains(., 'http'))",
    },
  ];
};

/** Two hundred items on twenty pages, none of them trivial: conditions, constraints and calculations that build on one another. */
export const TWO_HUNDRED_ITEMS: QuestionnaireDefinition = {
  code: 'bench-engine',
  version: 1,
  locale: 'pl',
  title: 'Pomiar silnika',
  lead: 'Kwestionariusz do pomiaru wydajności',
  minutes: 60,
  pages: Array.from({ length: 20 }, (_, index) => ({
    id: `p${index + 1}`,
    title: `Strona ${index + 1}`,
    items: itemsOf(index + 1),
  })),
};

/** What one generated person answers, question after question along the path; the same each time. */
export const answersOf = (compiled: CompiledVersion, person: number): AnswerSheet => {
  const answers: Record<string, Answer> = {};
  for (const [at, field] of compiled.fields.entries())
    if (pathThrough(compiled, answers).asked.has(field.code))
      answers[field.code] = answerTo(field, person + at, answers);
  return answers;
};

const answerTo = (field: Field, chance: number, answers: AnswerSheet): Answer => {
  const codes = 'choices' in field ? [...field.choices.values()].filter(({ missing }) => missing === undefined) : [];
  const codeAt = (at: number): string => codes[at % codes.length]?.code ?? '';
  if (field.kind === 'multiple') return [codeAt(chance), codeAt(chance + 2)];
  if (field.kind === 'date') return `2024-0${1 + (chance % 9)}-15`;
  if (field.kind === 'open') return OPEN_ANSWER;
  if (field.kind !== 'number') return codeAt(chance);
  const isPart = field.code.startsWith('M');
  return isPart ? Math.floor(Number(answers[field.code.replace('M', 'N')]) / 2) : 1 + (chance % 40);
};

const OPEN_ANSWER = 'Przydałby się wzór wniosku z przykładem wypełnienia i krótszy czas oczekiwania na odpowiedź.';
