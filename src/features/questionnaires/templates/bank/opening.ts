import type { BankEntry } from '../../domain/bank';
import { OWES_OF_THE_EVALUATION } from '../materialise';
import { CLIENT } from './conditions';
import { describeModule } from './describe';
import { SEVERAL_ANSWERS } from './lists';

const opening = describeModule({
  module: 'W',
  audiences: ['owes'],
  source: 'opracowanie własne; budowa wstępu na wzór badań prowadzonych przez ROPS w innych regionach',
});

const qualification = describeModule({ module: 'K', audiences: ['owes'], source: 'opracowanie własne' });

/** Module W: introduction and consent. */
export const OPENING: readonly BankEntry[] = [
  opening(
    {
      kind: 'information',
      code: 'W0',
      text: 'Badanie prowadzimy na zlecenie Regionalnego Ośrodka Polityki Społecznej (ROPS). Pytamy o wsparcie Ośrodka Wsparcia Ekonomii Społecznej (OWES). Udział jest dobrowolny. Wyniki pokazujemy tylko zbiorczo, nigdy dla jednej osoby lub instytucji. Czas wypełnienia i klauzula informacyjna są na stronie wstępnej. Jest tam też kontakt do badacza i do inspektora ochrony danych.',
      criterion: 'profil',
    },
    {
      note: 'Pełna klauzula informacyjna (art. 13 RODO) stoi na stronie wstępnej. Przed publikacją proszę sprawdzić nazwę zlecającego.',
    },
  ),
  opening({
    kind: 'consent',
    code: 'W1',
    text: 'Czy po zapoznaniu się z tą informacją chcą Państwo wziąć udział w badaniu?',
    required: true,
    agreeLabel: 'Tak, chcemy wziąć udział',
    declineLabel: 'Nie, dziękujemy',
    criterion: 'profil',
  }),
  opening(
    {
      kind: 'information',
      code: 'END1',
      text: 'Dziękujemy za odpowiedź. Nie zadajemy dalszych pytań.',
      shownIf: "${W1} = 'nie'",
      ends: true,
      criterion: 'profil',
    },
    { note: 'Kończy kwestionariusz osobom, które nie wyraziły zgody.' },
  ),
];

/** Module K: who answers, and about which OWES. */
export const QUALIFICATION: readonly BankEntry[] = [
  qualification({
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
  }),
  qualification(
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
    { note: 'Lista ośrodków pochodzi z badania, do którego trafia pytanie.' },
  ),
  qualification({
    kind: 'multiple',
    code: 'K3',
    text: 'Z jakimi innymi ośrodkami lub instytucjami wsparcia współpracowali Państwo w tym czasie?',
    hint: SEVERAL_ANSWERS,
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
  }),
  qualification({
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
  }),
  qualification({
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
  }),
];
