import type { BatteryRow } from '../../domain';
import type { BankEntry } from '../../domain/bank';
import { SCALES } from '../scales';
import { CLIENT, ENTITY, ENTITY_OR_PLANNING } from './conditions';
import { describeModule } from './describe';
import { FEATURES, NO_NAMES, ONE_ANSWER_PER_ROW, SERVICES, toChoices } from './lists';

const effects = describeModule({ module: 'E', audiences: ['owes'], source: 'opracowanie własne' });
const needs = describeModule({
  module: 'B',
  audiences: ['owes'],
  source: 'opracowanie własne; lista barier na wzór rozmów z badaczami oferty OWES',
});
const importance = describeModule({
  module: 'I',
  audiences: ['owes'],
  source: 'opracowanie własne; pary ważności i zadowolenia do wykresu „Ważność i ocena”',
});

const features = (prefix: string): readonly BatteryRow[] =>
  FEATURES.map(([letter, text]) => ({ code: `${prefix}${letter}`, text }));

/** Module E: effectiveness, usefulness, sustainability. */
export const EFFECTS: readonly BankEntry[] = [
  effects({
    kind: 'battery',
    code: 'E1',
    text: 'Co zmieniło się w Państwa podmiocie w wyniku wsparcia?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: `${ENTITY} and ${CLIENT}`,
    criterion: 'oddzialywanie',
    scale: 'CHG5',
    choices: SCALES.CHG5,
    rows: [
      { code: 'E1a', text: 'Przychody ze sprzedaży' },
      { code: 'E1b', text: 'Liczba zatrudnionych osób' },
      { code: 'E1c', text: 'Liczba odbiorców usług' },
      { code: 'E1d', text: 'Umiejętności zespołu' },
      { code: 'E1e', text: 'Jakość zarządzania' },
      { code: 'E1f', text: 'Współpraca z samorządem' },
      { code: 'E1g', text: 'Rozpoznawalność' },
    ],
  }),
  effects({
    kind: 'single',
    code: 'E2',
    text: 'Czy zgadzają się Państwo ze zdaniem: „Bez wsparcia OWES nie osiągnęlibyśmy tych rezultatów”?',
    shownIf: CLIENT,
    criterion: 'skutecznosc',
    scale: 'AGREE5',
    choices: SCALES.AGREE5,
  }),
  effects({
    kind: 'single',
    code: 'E3',
    text: 'Czy zgadzają się Państwo ze zdaniem: „Nadal korzystamy z wiedzy i rozwiązań uzyskanych dzięki OWES”?',
    shownIf: CLIENT,
    criterion: 'uzytecznosc',
    scale: 'AGREE5',
    choices: SCALES.AGREE5,
  }),
  effects(
    {
      kind: 'single',
      code: 'E4',
      text: 'Na jakim etapie jest planowany podmiot ekonomii społecznej?',
      shownIf: "${K1} = 'planujacy'",
      criterion: 'skutecznosc',
      choices: [
        { code: 'pomysl', label: 'Mamy pomysł' },
        { code: 'biznesplan', label: 'Przygotowujemy biznesplan' },
        { code: 'wniosek', label: 'Wniosek o rejestrację jest złożony' },
        { code: 'zarejestrowany', label: 'Podmiot jest zarejestrowany' },
        { code: 'rezygnacja', label: 'Zrezygnowaliśmy' },
      ],
    },
    {
      source: 'opracowanie własne; etapy według metodologii pomiaru wskaźników efektywnościowych OWES',
      note: 'Odpowiedzi zasilają wskaźnik 1: grupy inicjatywne, które założyły podmiot.',
    },
  ),
  effects({
    kind: 'single',
    code: 'E5',
    text: 'Jaki był główny powód rezygnacji?',
    shownIf: "${E4} = 'rezygnacja'",
    criterion: 'skutecznosc',
    choices: [
      { code: 'srodki', label: 'Brak środków' },
      { code: 'ryzyko', label: 'Zbyt duże ryzyko' },
      { code: 'formalnosci', label: 'Formalności' },
      { code: 'plany', label: 'Zmiana planów' },
      { code: 'pomoc', label: 'Brak pomocy' },
      { code: 'inny', label: 'Inny powód, jaki?', other: true },
    ],
  }),
  effects({
    kind: 'multiple',
    code: 'E6',
    text: 'Jakie są najważniejsze efekty współpracy z ośrodkiem?',
    hint: 'Można zaznaczyć najwyżej 3 odpowiedzi.',
    shownIf: CLIENT,
    criterion: 'oddzialywanie',
    most: 3,
    choices: [
      { code: 'zalozenie', label: 'Założenie podmiotu' },
      { code: 'miejsca-pracy', label: 'Nowe miejsca pracy' },
      { code: 'utrzymanie', label: 'Utrzymanie działalności' },
      { code: 'przychody', label: 'Wyższe przychody' },
      { code: 'klienci', label: 'Nowi klienci lub zlecenia' },
      { code: 'wiedza', label: 'Wiedza i umiejętności' },
      { code: 'zarzadzanie', label: 'Lepsze zarządzanie' },
      { code: 'partnerzy', label: 'Nowi partnerzy' },
      { code: 'samorzad', label: 'Lepsza współpraca z samorządem' },
      { code: 'status', label: 'Status przedsiębiorstwa społecznego' },
      { code: 'inny', label: 'Inny efekt, jaki?', other: true },
      { code: 'zaden', label: 'Nie widzimy efektów', exclusive: true },
    ],
  }),
];

/** Module B: barriers and needs. */
export const NEEDS: readonly BankEntry[] = [
  needs({
    kind: 'multiple',
    code: 'B1',
    text: 'Jakie są największe bariery Państwa rozwoju?',
    hint: 'Można zaznaczyć najwyżej 5 odpowiedzi.',
    shownIf: ENTITY_OR_PLANNING,
    criterion: 'trafnosc',
    most: 5,
    choices: [
      { code: 'plynnosc', label: 'Płynność finansowa' },
      { code: 'klienci', label: 'Pozyskanie klientów' },
      { code: 'konkurencja', label: 'Konkurencja cenowa' },
      { code: 'kadra', label: 'Brak kadry' },
      { code: 'menedzerskie', label: 'Kompetencje menedżerskie' },
      { code: 'strategia', label: 'Planowanie strategiczne' },
      { code: 'cele', label: 'Łączenie celów społecznych i biznesowych' },
      { code: 'lokal', label: 'Lokal' },
      { code: 'formalnosci', label: 'Formalności' },
      { code: 'samorzad', label: 'Współpraca z samorządem' },
      { code: 'srodki', label: 'Dostęp do środków zewnętrznych' },
      { code: 'inna', label: 'Inna, jaka?', other: true },
      { code: 'brak', label: 'Nie widzimy barier', exclusive: true },
    ],
  }),
  needs({
    kind: 'ranking',
    code: 'B2',
    text: 'Z jakich form wsparcia chcieliby Państwo skorzystać w ciągu 12 miesięcy?',
    hint: 'Proszę wybrać do 5 form i ułożyć je od najważniejszej.',
    shownIf: "${K1} != 'prywatna'",
    criterion: 'trafnosc',
    most: 5,
    choices: [...toChoices(SERVICES), { code: 'zadna', label: 'Z żadnej', exclusive: true }],
  }),
  needs({
    kind: 'open',
    code: 'B3',
    text: 'Jakiej usługi OWES brakuje?',
    hint: NO_NAMES,
    criterion: 'trafnosc',
    longest: 1000,
  }),
];

/** Module I: importance and satisfaction in pairs of rows. */
export const IMPORTANCE: readonly BankEntry[] = [
  importance(
    {
      kind: 'battery',
      code: 'I1',
      text: 'Jak ważne są dla Państwa te cechy wsparcia?',
      hint: ONE_ANSWER_PER_ROW,
      shownIf: CLIENT,
      criterion: 'jakosc',
      scale: 'IMP5',
      choices: SCALES.IMP5,
      rows: features('I1'),
    },
    { note: 'Działa tylko w parze z pytaniem I2.' },
  ),
  importance(
    {
      kind: 'battery',
      code: 'I2',
      text: 'Jak są Państwo zadowoleni z tych cech wsparcia?',
      hint: ONE_ANSWER_PER_ROW,
      shownIf: CLIENT,
      criterion: 'jakosc',
      scale: 'SAT5',
      choices: SCALES.SAT5,
      rows: features('I2'),
    },
    { note: 'Działa tylko w parze z pytaniem I1.' },
  ),
];
