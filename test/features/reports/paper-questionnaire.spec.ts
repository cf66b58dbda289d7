import { join } from 'node:path';
import { materialise, OWES_CLIENTS, ROPS_PARTNERS } from '../../../src/features/questionnaires';
import type { Item, QuestionnaireDefinition } from '../../../src/features/questionnaires/domain';
import { composePaper } from '../../../src/features/reports/compose-paper';
import type { PaperQuestion } from '../../../src/features/reports/domain';
import { openFonts } from '../../../src/features/reports/pdf/fonts';
import { renderTree } from '../../../src/features/reports/pdf/render-tree';
import { loadTranslators } from '../../../src/platform/i18n';
import { demonstrationEvaluation } from '../../../src/app/demonstration/plan';
import { countPages, faultsOf } from './check-pdf';

const fonts = openFonts();
const { pl } = loadTranslators(join(__dirname, '../../../locales'));
const evaluation = demonstrationEvaluation('demonstracja' as never, '2026-11-21');

const yesNo = [
  { code: 'tak', label: 'Tak' },
  { code: 'nie', label: 'Nie' },
];
const services = [
  { code: 'doradztwo', label: 'Doradztwo' },
  { code: 'szkolenie', label: 'Szkolenie' },
  { code: 'zadne', label: 'Żadne z powyższych', exclusive: true as const },
];

const asking = (...items: readonly Item[]): QuestionnaireDefinition => ({
  code: 'proba',
  version: 3,
  locale: 'pl',
  title: 'Ankieta próbna',
  lead: 'Dane demonstracyjne.',
  minutes: 4,
  pages: [{ id: 'pierwsza', title: 'Pytania', items }],
});

const treeOf = (definition: QuestionnaireDefinition, publishedOn: string | null = '2026-10-19') =>
  composePaper({ evaluation, definition, language: 'pl', publishedOn, day: '2026-10-19', mark: '3f2a9c01' }, pl);

const questionsOf = (definition: QuestionnaireDefinition): readonly PaperQuestion[] =>
  treeOf(definition).blocks.filter((block) => block.kind === 'paper-question');

const question = (definition: QuestionnaireDefinition, code: string): PaperQuestion =>
  questionsOf(definition).find((one) => one.code === code)!;

const drawn = async (definition: QuestionnaireDefinition): Promise<Buffer> =>
  Buffer.from((await renderTree(fonts, treeOf(definition))).bytes);

const owes = [{ code: 'owes-polnoc', name: 'OWES Północ' }];

describe('a questionnaire on paper', () => {
  it('prints each choice with the code by which it is keyed in', () => {
    const single: Item = { kind: 'single', code: 'K1', text: 'Kto odpowiada?', choices: yesNo };
    expect(question(asking(single), 'K1').answer).toEqual({
      kind: 'choices',
      mark: 'circle',
      choices: [
        { code: 'tak', label: 'Tak', hasLine: false },
        { code: 'nie', label: 'Nie', hasLine: false },
      ],
    });
  });

  it('leaves a line beside „inna, jaka?”', () => {
    const choices = [...yesNo, { code: 'inna', label: 'Inna, jaka?', other: true as const }];
    const { answer } = question(asking({ kind: 'multiple', code: 'K3', text: 'Co?', choices }), 'K3');
    expect(answer.kind === 'choices' && answer.choices.map(({ hasLine }) => hasLine)).toEqual([false, false, true]);
  });

  it('says whom a question concerns, because paper hides nothing', () => {
    const first: Item = { kind: 'single', code: 'K1', text: 'Kto odpowiada?', choices: yesNo };
    const second: Item = { kind: 'open', code: 'K2', text: 'Dlaczego?', longest: 500, shownIf: "${K1} = 'nie'" };
    expect(question(asking(first, second), 'K2').hints.join(' ')).toContain('K1');
  });

  it('prints a block of one-answer questions as one grid with the codes of its fields', () => {
    const over: Item = { kind: 'multiple', code: 'U1', text: 'Z czego korzystano?', choices: services };
    const rating: Item = { kind: 'single', code: 'O1', text: 'Jak oceniają Państwo: ${U1}?', choices: yesNo };
    const block: Item = { kind: 'repeat', code: 'O', text: 'Ocena', over: 'U1', items: [rating] };
    const { answer } = question(asking(over, block), 'O1');
    expect(answer.kind === 'grid' && answer.rows).toEqual([
      { code: 'O1_doradztwo', text: 'Doradztwo' },
      { code: 'O1_szkolenie', text: 'Szkolenie' },
    ]);
  });

  it('shows a gap where a screen would repeat an earlier answer', () => {
    const first: Item = { kind: 'open', code: 'K1', text: 'Nazwa?', longest: 50 };
    const second: Item = { kind: 'open', code: 'K2', text: 'Co robi ${K1}?', longest: 50 };
    expect(question(asking(first, second), 'K2').text).toBe('Co robi [odpowiedź z\u00a0pytania K1]?');
  });

  it('never prints what is only calculated', () => {
    const calculated: Item = { kind: 'calculated', code: 'X1', text: 'Razem', expression: '1 + 1' };
    const asked: Item = { kind: 'email', code: 'X2', text: 'Adres?' };
    expect(questionsOf(asking(calculated, asked)).map(({ code }) => code)).toEqual(['X2']);
  });

  it('says on every page that a draft is not for fieldwork', () => {
    const item: Item = { kind: 'email', code: 'X2', text: 'Adres?' };
    expect(treeOf(asking(item), null).about.running.status).toMatch(/^WERSJA ROBOCZA 3/);
    expect(treeOf(asking(item)).about.running.status).toMatch(/^Wersja 3/);
  });

  it.each([
    ['clients of OWES', OWES_CLIENTS],
    ['partners of ROPS', ROPS_PARTNERS],
  ])('is an accessible PDF for the %s', async (_, template) => {
    expect(faultsOf(await drawn(materialise(template, { owes })))).toEqual([]);
  });

  it('is an accessible PDF with every kind of question, and goes on over pages', async () => {
    const rows = [
      { code: 'S1', text: 'Dotacje' },
      { code: 'S2', text: 'Sprzedaż' },
    ];
    const many = Array.from({ length: 90 }, (_, index) => ({ code: `c${index}`, label: `Odpowiedź ${index}` }));
    const file = await drawn(
      asking(
        { kind: 'information', code: 'I1', text: 'Wstęp' },
        { kind: 'consent', code: 'W1', text: 'Zgoda', agreeLabel: 'Zgadzam się', declineLabel: 'Nie zgadzam się' },
        { kind: 'single', code: 'A1', text: 'Długa lista', choices: many },
        { kind: 'battery', code: 'B', text: 'Zdania', choices: yesNo, rows },
        { kind: 'scale0to10', code: 'C1', text: 'Polecenie', lowLabel: 'na pewno nie', highLabel: 'na pewno tak' },
        { kind: 'number', code: 'D1', text: 'Ile?', least: 0, most: 500, unit: 'osób' },
        { kind: 'ranking', code: 'E1', text: 'Kolejność', choices: services.slice(0, 2), most: 2 },
        { kind: 'territory', code: 'F1', text: 'Gmina', level: 'gmina' },
        { kind: 'open', code: 'G1', text: 'Co zmienić?', longest: 1000 },
        { kind: 'date', code: 'H1', text: 'Kiedy?' },
        { kind: 'sum', code: 'S', text: 'Przychody', rows, total: 100, unit: '%' },
        { kind: 'information', code: 'I2', text: 'Dziękujemy', ends: true },
      ),
    );
    expect(faultsOf(file)).toEqual([]);
    expect(countPages(file)).toBeGreaterThanOrEqual(3);
  });
});
