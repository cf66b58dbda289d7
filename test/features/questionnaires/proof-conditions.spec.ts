import { loadTranslators } from '../../../src/platform/i18n';
import { describeCondition } from '../../../src/features/questionnaires/proof';
import { clients } from './versions';

const { pl, en } = loadTranslators('locales');
const inPolish = (expression?: string): string =>
  describeCondition(pl, expression, clients.definition).replaceAll('\u00a0', ' ');

describe('a condition in plain words', () => {
  test.each([
    [undefined, 'Wszyscy.'],
    ["${K1} = 'pes'", 'Wszyscy, którzy w pytaniu K1 wybrali „Podmiot ekonomii społecznej (PES)”.'],
    ["${K2} != 'zaden'", 'Wszyscy, którzy w pytaniu K2 nie wybrali „Z żadnym”.'],
    [
      "(${K1} = 'pes' or ${K1} = 'prywatna') and ${K2} != 'zaden'",
      'Wszyscy, którzy w pytaniu K1 wybrali „Podmiot ekonomii społecznej (PES)” lub „Osoba prywatna” oraz w pytaniu K2 nie wybrali „Z żadnym”.',
    ],
    ["selected(${U1}, 'U1c')", 'Wszyscy, którzy w pytaniu U1 zaznaczyli „Doradztwo ogólne”.'],
    ["not(selected(${U1}, 'U1c'))", 'Wszyscy, którzy w pytaniu U1 nie zaznaczyli „Doradztwo ogólne”.'],
    [
      "not(selected(${U1}, 'U1c') or selected(${U1}, 'U1h'))",
      'Wszyscy, którzy w pytaniu U1 nie zaznaczyli „Doradztwo ogólne” ani „Szkolenia”.',
    ],
    ['${G3} > 0', 'Wszyscy, którzy w pytaniu G3 podali liczbę większą niż 0.'],
    ['count-selected(${U1}) >= 2', 'Wszyscy, którzy w pytaniu U1 zaznaczyli odpowiedzi: co najmniej 2.'],
    ["${S1} != ''", 'Wszyscy, którzy odpowiedzieli na pytanie S1.'],
    ["${S1} = ''", 'Wszyscy, którzy nie odpowiedzieli na pytanie S1.'],
    [
      "${K2} = 'zaden' or (${G3} > 0 and ${P6} <= 5)",
      'Wszyscy, którzy w pytaniu K2 wybrali „Z żadnym” albo (w pytaniu G3 podali liczbę większą niż 0 oraz w pytaniu P6 podali liczbę nie większą niż 5).',
    ],
    ['${G3} + ${G4} > 3', 'Wszyscy, którzy spełniają warunek ${G3} + ${G4} > 3.'],
    ['${J1} =', 'Warunku nie da się odczytać: ${J1} ='],
  ])('%s', (expression, sentence) => {
    expect(inPolish(expression)).toBe(sentence);
  });

  test('in English, too', () => {
    expect(describeCondition(en, '${G3} > 0', clients.definition)).toBe(
      'Everyone who gave a number above 0 in question G3.',
    );
  });
});
