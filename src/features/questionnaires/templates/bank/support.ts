import type { BatteryRow, Item } from '../../domain';
import type { BankEntry } from '../../domain/bank';
import { SCALES } from '../scales';
import { CLIENT, USED_A_SERVICE } from './conditions';
import { describeModule } from './describe';
import { ONE_ANSWER_PER_ROW, REASONS_NOT_TO_USE, SERVICES, SEVERAL_ANSWERS, toChoices } from './lists';

const way = describeModule({ module: 'D', audiences: ['owes'], source: 'opracowanie własne' });
const use = describeModule({
  module: 'U',
  audiences: ['owes'],
  source: 'opracowanie własne; lista usług według obszarów ze standardów OWES',
});
const rating = describeModule({
  module: 'O',
  audiences: ['owes'],
  source: 'opracowanie własne; lista cech na wzór badania usług wsparcia, w którym odpowiedziało 262 klientów',
});

/** One row for each service, asked when it was used. */
const serviceRows = (prefix: string): readonly BatteryRow[] =>
  SERVICES.map(([code, text]) => ({ code: `${prefix}_${code}`, text, shownIf: `selected(\${U1}, '${code}')` }));

/** Any rated service got 3 points or less. */
const SOMETHING_TO_MEND = SERVICES.map(([code]) => `\${O1_${code}} <= 3`).join(' or ');

/** Module D: the way to the OWES. */
export const WAY: readonly BankEntry[] = [
  way({
    kind: 'multiple',
    code: 'D1',
    text: 'Skąd dowiedzieli się Państwo o tym ośrodku?',
    hint: SEVERAL_ANSWERS,
    shownIf: CLIENT,
    criterion: 'spojnosc',
    choices: [
      { code: 'animator', label: 'Od animatora' },
      { code: 'pes', label: 'Od innego podmiotu ekonomii społecznej' },
      { code: 'urzad', label: 'Z urzędu gminy lub starostwa' },
      { code: 'pup', label: 'Z urzędu pracy' },
      { code: 'ops-pcpr', label: 'Z ośrodka pomocy społecznej lub powiatowego centrum pomocy rodzinie' },
      { code: 'rops', label: 'Z Regionalnego Ośrodka Polityki Społecznej (ROPS)' },
      { code: 'internet', label: 'Ze strony internetowej' },
      { code: 'media', label: 'Z mediów społecznościowych' },
      { code: 'wydarzenie', label: 'Na wydarzeniu' },
      { code: 'inne', label: 'Z innego źródła, jakiego?', other: true },
    ],
  }),
  way({
    kind: 'single',
    code: 'D2',
    text: 'Kto zainicjował pierwszy kontakt?',
    shownIf: CLIENT,
    criterion: 'spojnosc',
    choices: [
      { code: 'my', label: 'My' },
      { code: 'owes', label: 'Ośrodek' },
      { code: 'inna', label: 'Inna instytucja' },
      { code: '98', label: 'Trudno powiedzieć', missing: 98 },
    ],
  }),
  way({
    kind: 'multiple',
    code: 'D3',
    text: 'Co było głównym powodem kontaktu?',
    hint: SEVERAL_ANSWERS,
    shownIf: CLIENT,
    criterion: 'trafnosc',
    choices: [
      { code: 'dotacja', label: 'Dotacja' },
      { code: 'doradztwo', label: 'Doradztwo' },
      { code: 'szkolenie', label: 'Szkolenie' },
      { code: 'zalozenie', label: 'Założenie podmiotu ekonomii społecznej' },
      { code: 'status', label: 'Status przedsiębiorstwa społecznego' },
      { code: 'zamowienia', label: 'Zamówienia publiczne' },
      { code: 'partnerstwo', label: 'Lokalne partnerstwo' },
      { code: 'ksiegowosc-prawo', label: 'Sprawy księgowe lub prawne' },
      { code: 'inne', label: 'Inny powód, jaki?', other: true },
    ],
  }),
  way({
    kind: 'battery',
    code: 'D4',
    text: 'Czy zgadzają się Państwo z tymi zdaniami o pierwszym kontakcie?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: CLIENT,
    criterion: 'jakosc',
    scale: 'AGREE5',
    choices: SCALES.AGREE5,
    rows: [
      { code: 'D4a', text: 'Łatwo było znaleźć informację o ofercie' },
      { code: 'D4b', text: 'Szybko uzyskaliśmy odpowiedź' },
      { code: 'D4c', text: 'Zasady korzystania były zrozumiałe' },
      { code: 'D4d', text: 'Miejsce i godziny były dogodne' },
    ],
  }),
];

const overall: Item = {
  kind: 'battery',
  code: 'O1',
  text: 'Jak ogólnie są Państwo zadowoleni z tych usług?',
  hint: ONE_ANSWER_PER_ROW,
  shownIf: CLIENT,
  criterion: 'jakosc',
  scale: 'SAT5',
  choices: SCALES.SAT5,
  rows: serviceRows('O1'),
};

/** Module U: which services were used. */
export const USE: readonly BankEntry[] = [
  use({
    kind: 'multiple',
    code: 'U1',
    text: 'Z których usług tego ośrodka skorzystali Państwo w ostatnich 24 miesiącach?',
    hint: SEVERAL_ANSWERS,
    shownIf: CLIENT,
    criterion: 'trafnosc',
    choices: [...toChoices(SERVICES), { code: 'zadna', label: 'Z żadnej z tych usług', exclusive: true }],
  }),
  use({
    kind: 'battery',
    code: 'U2',
    text: 'Jak często korzystali Państwo z tych usług?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: CLIENT,
    criterion: 'trafnosc',
    scale: 'FREQ4',
    choices: SCALES.FREQ4,
    rows: serviceRows('U2'),
  }),
  use({
    kind: 'multiple',
    code: 'U3',
    text: 'Dlaczego nie skorzystali Państwo z pozostałych usług?',
    hint: SEVERAL_ANSWERS,
    shownIf: CLIENT,
    criterion: 'trafnosc',
    choices: REASONS_NOT_TO_USE,
  }),
];

/** Module O: what those who used a service think of it. */
export const RATING: readonly BankEntry[] = [
  rating(overall, { note: 'Pyta tylko o usługi zaznaczone w pytaniu U1.' }),
  rating({
    kind: 'battery',
    code: 'O2',
    text: 'Jak są Państwo zadowoleni z usługi, z której korzystali Państwo najczęściej?',
    hint: ONE_ANSWER_PER_ROW,
    shownIf: USED_A_SERVICE,
    criterion: 'jakosc',
    scale: 'SAT5',
    choices: SCALES.SAT5,
    rows: [
      { code: 'O2a', text: 'Fachowość osoby prowadzącej' },
      { code: 'O2b', text: 'Dopasowanie do naszych potrzeb' },
      { code: 'O2c', text: 'Zrozumiałość przekazu' },
      { code: 'O2d', text: 'Terminowość' },
      { code: 'O2e', text: 'Ilość poświęconego czasu' },
      { code: 'O2f', text: 'Przydatność w praktyce' },
    ],
  }),
  rating(
    {
      kind: 'open',
      code: 'O3',
      text: 'Co należałoby poprawić w usługach, z których są Państwo mniej zadowoleni?',
      shownIf: SOMETHING_TO_MEND,
      criterion: 'jakosc',
      longest: 1000,
    },
    { note: 'Pada, gdy choć jedna usługa w pytaniu O1 ma najwyżej 3 punkty.' },
  ),
];
