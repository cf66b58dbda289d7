import type { BatteryRow, Choice, Page, QuestionnaireDefinition } from '../domain';
import { OWES_OF_THE_EVALUATION } from './materialise';
import { SCALES, YES_NO } from './scales';
import { SPHERES } from './spheres';

/* Conditions by role (K1) and contact (K2); domain 2.2 gives the filter of each question. */
const CLIENT = "${K2} != 'zaden'";
const ENTITY = "(${K1} = 'pes' or ${K1} = 'ngo')";
const ENTITY_OR_PLANNING = "(${K1} = 'pes' or ${K1} = 'ngo' or ${K1} = 'planujacy')";

/** Services of the OWES standards: label in the list of U1, wording of the row in O1. */
const SERVICES: readonly (readonly [code: string, label: string])[] = [
  ['U1a', 'Animacja lokalna i spotkania'],
  ['U1b', 'Pomoc w tworzeniu podmiotu ekonomii społecznej'],
  ['U1c', 'Doradztwo ogólne'],
  ['U1d', 'Doradztwo prawne'],
  ['U1e', 'Doradztwo księgowe i podatkowe'],
  ['U1f', 'Doradztwo osobowe'],
  ['U1g', 'Doradztwo biznesowe i marketingowe'],
  ['U1h', 'Szkolenia'],
  ['U1i', 'Wizyty studyjne'],
  ['U1j', 'Dotacja na miejsca pracy'],
  ['U1k', 'Wsparcie pomostowe'],
  ['U1l', 'Wsparcie reintegracji'],
  ['U1m', 'Pomoc w zamówieniach publicznych i zlecaniu usług'],
  ['U1n', 'Sieciowanie i partnerstwa'],
  ['U1o', 'Mentoring lub tutoring biznesowy'],
];

const serviceChoices: readonly Choice[] = SERVICES.map(([code, label]) => ({ code, label }));

const ratingRows: readonly BatteryRow[] = SERVICES.map(([code, text]) => ({
  code: `O1_${code}`,
  text,
  shownIf: `selected(\${U1}, '${code}')`,
}));

const role: Page = {
  id: 'rola',
  title: 'Państwa rola',
  items: [
    {
      kind: 'single',
      code: 'K1',
      text: 'W czyim imieniu odpowiadają Państwo na pytania?',
      hint: 'PES to podmiot ekonomii społecznej, na przykład spółdzielnia socjalna lub fundacja prowadząca działalność.',
      required: true,
      criterion: 'profil',
      choices: [
        { code: 'pes', label: 'Podmiot ekonomii społecznej (PES)' },
        { code: 'ngo', label: 'Organizacja pozarządowa bez działalności odpłatnej i gospodarczej' },
        { code: 'planujacy', label: 'Osoba lub grupa, która planuje założenie PES' },
        { code: 'jst', label: 'Samorząd terytorialny lub jego jednostka organizacyjna' },
        { code: 'inna-instytucja', label: 'Inna instytucja, jaka?', other: true },
        { code: 'prywatna', label: 'Osoba prywatna' },
      ],
    },
    {
      kind: 'single',
      code: 'K2',
      text: 'Z którym Ośrodkiem Wsparcia Ekonomii Społecznej (OWES) kontaktowali się Państwo najczęściej?',
      hint: 'Chodzi o ostatnie 24 miesiące. Ten ośrodek będą Państwo oceniać w dalszych pytaniach.',
      required: true,
      criterion: 'profil',
      choices: [
        OWES_OF_THE_EVALUATION,
        { code: 'inny', label: 'Z innym, jakim?', other: true },
        { code: 'zaden', label: 'Z żadnym' },
      ],
    },
  ],
};

const profile: Page = {
  id: 'profil',
  title: 'Kontakt z ośrodkiem i profil',
  items: [
    {
      kind: 'multiple',
      code: 'K3',
      text: 'Z jakimi innymi ośrodkami lub instytucjami wsparcia współpracowali Państwo w tym czasie?',
      hint: 'Można zaznaczyć kilka odpowiedzi.',
      shownIf: CLIENT,
      criterion: 'profil',
      choices: [
        OWES_OF_THE_EVALUATION,
        { code: 'rops', label: 'Regionalny Ośrodek Polityki Społecznej (ROPS)' },
        { code: 'pup', label: 'Urząd pracy' },
        { code: 'ops-pcpr', label: 'Ośrodek pomocy społecznej lub powiatowe centrum pomocy rodzinie' },
        { code: 'lgd', label: 'Lokalna grupa działania' },
        { code: 'inny', label: 'Z inną instytucją, jaką?', other: true },
        { code: 'zaden', label: 'Z żadną inną', exclusive: true },
      ],
    },
    {
      kind: 'single',
      code: 'K4',
      text: 'Kiedy ostatnio kontaktowali się Państwo z tym ośrodkiem?',
      shownIf: CLIENT,
      criterion: 'profil',
      choices: [
        { code: 'miesiac', label: 'W ostatnim miesiącu' },
        { code: 'pol-roku', label: '1–6 miesięcy temu' },
        { code: 'rok', label: '7–12 miesięcy temu' },
        { code: 'dwa-lata', label: '13–24 miesiące temu' },
      ],
    },
    {
      kind: 'single',
      code: 'K5',
      text: 'Jaka jest Państwa rola w tej organizacji lub instytucji?',
      shownIf: "${K1} = 'pes' or ${K1} = 'ngo' or ${K1} = 'jst' or ${K1} = 'inna-instytucja'",
      criterion: 'profil',
      choices: [
        { code: 'zarzad', label: 'Zarząd lub kierownictwo' },
        { code: 'pracownik', label: 'Praca w zespole' },
        { code: 'wolontariusz', label: 'Wolontariat lub członkostwo' },
        { code: 'urzednik', label: 'Praca w urzędzie' },
        { code: 'inna', label: 'Inna rola, jaka?', other: true },
      ],
    },
    {
      kind: 'single',
      code: 'P1',
      text: 'Jaka jest forma prawna Państwa podmiotu?',
      shownIf: ENTITY,
      criterion: 'profil',
      choices: [
        { code: 'stowarzyszenie', label: 'Stowarzyszenie' },
        { code: 'fundacja', label: 'Fundacja' },
        { code: 'spoldzielnia-socjalna', label: 'Spółdzielnia socjalna' },
        { code: 'spoldzielnia-pracy', label: 'Spółdzielnia pracy' },
        { code: 'spoldzielnia-inwalidow', label: 'Spółdzielnia inwalidów lub niewidomych' },
        { code: 'spolka-non-profit', label: 'Spółka non profit' },
        { code: 'kgw', label: 'Koło gospodyń wiejskich' },
        { code: 'zaz', label: 'Zakład aktywności zawodowej (ZAZ)' },
        { code: 'wtz', label: 'Warsztat terapii zajęciowej (WTZ)' },
        { code: 'cis', label: 'Centrum integracji społecznej (CIS)' },
        { code: 'kis', label: 'Klub integracji społecznej (KIS)' },
        { code: 'koscielna', label: 'Kościelna osoba prawna' },
        { code: 'inna', label: 'Inna, jaka?', other: true },
      ],
    },
    {
      kind: 'single',
      code: 'P2',
      text: 'Czy podmiot ma status przedsiębiorstwa społecznego?',
      hint: 'Status nadaje wojewoda.',
      shownIf: "${K1} = 'pes'",
      criterion: 'profil',
      choices: [
        { code: 'tak', label: 'Tak' },
        { code: 'w-trakcie', label: 'Staramy się o status' },
        { code: 'planuje', label: 'Nie, ale planujemy' },
        { code: 'nie-planuje', label: 'Nie i nie planujemy' },
      ],
    },
    {
      kind: 'territory',
      code: 'P4',
      text: 'W której gminie mają Państwo siedzibę?',
      hint: 'Jeśli nie mają Państwo siedziby, proszę wskazać gminę zamieszkania.',
      level: 'gmina',
      criterion: 'profil',
    },
    {
      kind: 'number',
      code: 'P6',
      text: 'Ile osób zatrudniali Państwo na umowę o pracę?',
      hint: 'Stan na 31 grudnia ubiegłego roku. Jeśli nikogo, proszę wpisać 0.',
      shownIf: ENTITY,
      least: 0,
      most: 5000,
      whole: true,
      unit: 'osób',
      criterion: 'profil',
    },
  ],
};

const services: Page = {
  id: 'uslugi',
  title: 'Usługi i dotacje',
  items: [
    {
      kind: 'multiple',
      code: 'U1',
      text: 'Z których usług tego ośrodka skorzystali Państwo w ostatnich 24 miesiącach?',
      hint: 'Można zaznaczyć kilka odpowiedzi.',
      shownIf: CLIENT,
      criterion: 'trafnosc',
      choices: [...serviceChoices, { code: 'zadna', label: 'Z żadnej z tych usług', exclusive: true }],
    },
    {
      kind: 'single',
      code: 'G1',
      text: 'Czy ubiegali się Państwo o dotację OWES na utworzenie miejsc pracy?',
      shownIf: `${ENTITY_OR_PLANNING} and ${CLIENT}`,
      criterion: 'skutecznosc',
      scale: 'YN3',
      choices: SCALES.YN3,
    },
    {
      kind: 'single',
      code: 'G2',
      text: 'Jaki był wynik starań o dotację?',
      shownIf: "${G1} = '1'",
      criterion: 'skutecznosc',
      choices: [
        { code: 'otrzymano', label: 'Otrzymaliśmy dotację' },
        { code: 'odmowa', label: 'Wniosek odrzucono' },
        { code: 'w-ocenie', label: 'Wniosek jest w ocenie' },
        { code: 'rezygnacja', label: 'Zrezygnowaliśmy' },
      ],
    },
  ],
};

const ratings: Page = {
  id: 'ocena',
  title: 'Ocena usług i współpracy',
  items: [
    {
      kind: 'battery',
      code: 'O1',
      text: 'Jak ogólnie są Państwo zadowoleni z tych usług?',
      hint: 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.',
      shownIf: CLIENT,
      criterion: 'jakosc',
      scale: 'SAT5',
      choices: SCALES.SAT5,
      rows: ratingRows,
    },
    {
      kind: 'battery',
      code: 'J',
      text: 'Czy zgadzają się Państwo z tymi zdaniami o ośrodku?',
      hint: 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.',
      shownIf: CLIENT,
      criterion: 'jakosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
      rows: [
        { code: 'J1', text: 'Pracownicy ośrodka mają wiedzę potrzebną do rozwiązania naszych problemów' },
        { code: 'J2', text: 'Pracownicy ośrodka rozumieją, na czym polega nasza działalność' },
        { code: 'J3', text: 'Ośrodek dotrzymuje ustalonych terminów' },
        { code: 'J4', text: 'Ośrodek jasno informuje o warunkach, obowiązkach i ryzyku związanym ze wsparciem' },
        { code: 'J5', text: 'Po założeniu podmiotu lub otrzymaniu dotacji nadal możemy liczyć na pomoc ośrodka' },
        { code: 'J6', text: 'Wsparcie wynikało z naszych potrzeb, a nie ze wskaźników projektu' },
      ],
    },
  ],
};

const effects: Page = {
  id: 'efekty',
  title: 'Efekty wsparcia',
  items: [
    {
      kind: 'number',
      code: 'G3',
      text: 'Ile miejsc pracy utworzyli Państwo z dotacji?',
      hint: 'Jeśli żadnego, proszę wpisać 0.',
      shownIf: "${G2} = 'otrzymano'",
      least: 0,
      most: 500,
      whole: true,
      unit: 'miejsc pracy',
      criterion: 'skutecznosc',
    },
    {
      kind: 'number',
      code: 'G4',
      text: 'Ile z tych miejsc pracy istnieje dzisiaj?',
      shownIf: '${G3} > 0',
      least: 0,
      most: 500,
      whole: true,
      unit: 'miejsc pracy',
      notAbove: 'G3',
      criterion: 'trwalosc',
    },
    {
      kind: 'battery',
      code: 'E1',
      text: 'Co zmieniło się w Państwa podmiocie w wyniku wsparcia?',
      hint: 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.',
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
    },
    {
      kind: 'single',
      code: 'E2',
      text: 'Czy zgadzają się Państwo ze zdaniem: „Bez wsparcia OWES nie osiągnęlibyśmy tych rezultatów”?',
      shownIf: CLIENT,
      criterion: 'skutecznosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
    },
    {
      kind: 'single',
      code: 'E3',
      text: 'Czy zgadzają się Państwo ze zdaniem: „Nadal korzystamy z wiedzy i rozwiązań uzyskanych dzięki OWES”?',
      shownIf: CLIENT,
      criterion: 'uzytecznosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
    },
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
  ],
};

const needs: Page = {
  id: 'rozwoj',
  title: 'Bariery i kierunki rozwoju',
  items: [
    {
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
    },
    {
      kind: 'ranking',
      code: 'S1',
      text: 'W których sferach warto tworzyć miejsca pracy w przedsiębiorstwach społecznych?',
      hint: 'Chodzi o Państwa powiat. Proszę wybrać do 5 sfer i ułożyć je od najważniejszej.',
      comparisonCode: 'spheres',
      criterion: 'preferencje',
      most: 5,
      choices: SPHERES,
    },
  ],
};

const cooperation: Page = {
  id: 'wspolpraca',
  title: 'Popyt i współpraca instytucji',
  items: [
    {
      kind: 'single',
      code: 'S2',
      text: 'Czy pierwsza z wybranych sfer ma w okolicy realny popyt?',
      hint: 'Popyt to odbiorcy i zlecenia.',
      shownIf: "${S1} != ''",
      criterion: 'preferencje',
      choices: [
        { code: 'staly', label: 'Tak, stały' },
        { code: 'sezonowy', label: 'Tak, sezonowy' },
        { code: 'raczej-nie', label: 'Raczej nie' },
        { code: '98', label: 'Trudno powiedzieć', missing: 98 },
      ],
    },
    {
      kind: 'battery',
      code: 'C1',
      text: 'Czy zgadzają się Państwo z tymi zdaniami o współpracy instytucji?',
      hint: 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.',
      criterion: 'spojnosc',
      scale: 'AGREE5',
      choices: SCALES.AGREE5,
      rows: [
        {
          code: 'C1a',
          text: 'Podział zadań między OWES a Regionalnym Ośrodkiem Polityki Społecznej (ROPS) jest jasny',
          comparisonCode: 'coordination-division-of-tasks',
        },
        {
          code: 'C1b',
          text: 'Instytucje dobrze przekazują sobie informacje',
          comparisonCode: 'coordination-information-flow',
        },
        { code: 'C1c', text: 'Oferta OWES i oferta urzędu pracy uzupełniają się' },
        { code: 'C1d', text: 'Samorząd lokalny wspiera podmioty ekonomii społecznej' },
        { code: 'C1e', text: 'Samorząd zleca zadania podmiotom ekonomii społecznej' },
      ],
    },
  ],
};

const closing: Page = {
  id: 'podsumowanie',
  title: 'Podsumowanie',
  items: [
    {
      kind: 'scale0to10',
      code: 'Z1',
      text: 'Czy poleciliby Państwo ten ośrodek innemu podmiotowi?',
      hint: '0 oznacza „na pewno nie”, 10 oznacza „na pewno tak”.',
      shownIf: CLIENT,
      comparisonCode: 'recommendation',
      criterion: 'jakosc',
      lowLabel: 'na pewno nie',
      highLabel: 'na pewno tak',
    },
    {
      kind: 'single',
      code: 'Z3',
      text: 'Jak ogólnie oceniają Państwo pracę tego ośrodka?',
      shownIf: CLIENT,
      comparisonCode: 'overall-rating',
      criterion: 'jakosc',
      scale: 'QUAL5',
      choices: SCALES.QUAL5,
    },
    {
      kind: 'open',
      code: 'Z4',
      text: 'Jaką jedną zmianę ośrodek powinien wprowadzić jako pierwszą?',
      hint: 'Proszę nie podawać nazwisk ani numerów telefonów.',
      shownIf: CLIENT,
      criterion: 'jakosc',
      longest: 1000,
    },
    {
      kind: 'single',
      code: 'Z5',
      text: 'Czy zgadzają się Państwo na kontakt w sprawie pogłębionego wywiadu?',
      hint: 'Dane do kontaktu zbieramy osobno. Nie łączymy ich z odpowiedziami.',
      criterion: 'profil',
      scale: 'YN3',
      choices: YES_NO,
    },
  ],
};

/** Core version of the questionnaire for clients of OWES (domain 2.2): 57 answerable rows, asked in about 12 minutes. */
export const OWES_CLIENTS: QuestionnaireDefinition = {
  code: 'owes-clients',
  version: 1,
  locale: 'pl',
  title: 'Badanie opinii klientów Ośrodków Wsparcia Ekonomii Społecznej',
  lead: 'Chcemy wiedzieć, jak oceniają Państwo wsparcie Ośrodka Wsparcia Ekonomii Społecznej (OWES). Odpowiedzi pokażą, co działa dobrze, a co trzeba poprawić.',
  minutes: 12,
  pages: [role, profile, services, ratings, effects, needs, cooperation, closing],
};
