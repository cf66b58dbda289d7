import type { BankEntry } from '../../domain/bank';
import { SCALES, YES_NO } from '../scales';
import { CLIENT } from './conditions';
import { describeModule } from './describe';
import { NO_NAMES } from './lists';

const closing = describeModule({ module: 'Z', audiences: ['owes'], source: 'opracowanie własne' });

/** Module Z: the end. */
export const CLOSING: readonly BankEntry[] = [
  closing(
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
    { source: 'opracowanie własne; skala polecenia 0–10' },
  ),
  closing({
    kind: 'open',
    code: 'Z2',
    text: 'Co najbardziej wpłynęło na tę ocenę?',
    hint: NO_NAMES,
    shownIf: "${Z1} != ''",
    criterion: 'jakosc',
    longest: 1000,
  }),
  closing(
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
      source: 'opracowanie własne; skala 1–5 jak w publikowanych ocenach OWES',
      note: 'Wynik można porównać między edycjami i między ośrodkami.',
    },
  ),
  closing({
    kind: 'open',
    code: 'Z4',
    text: 'Jaką jedną zmianę ośrodek powinien wprowadzić jako pierwszą?',
    hint: NO_NAMES,
    shownIf: CLIENT,
    criterion: 'jakosc',
    longest: 1000,
  }),
  closing(
    {
      kind: 'single',
      code: 'Z5',
      text: 'Czy zgadzają się Państwo na kontakt w sprawie pogłębionego wywiadu?',
      hint: 'Dane do kontaktu zbieramy osobno. Nie łączymy ich z odpowiedziami.',
      criterion: 'profil',
      scale: 'YN3',
      choices: YES_NO,
    },
    { note: 'Dane do kontaktu trafiają do osobnego zbioru, bez klucza do odpowiedzi.' },
  ),
  closing({
    kind: 'single',
    code: 'Z6',
    text: 'Jaka jest płeć osoby, która wypełnia ankietę?',
    hint: 'Mogą Państwo pominąć to pytanie.',
    criterion: 'profil',
    choices: [
      { code: 'kobieta', label: 'Kobieta' },
      { code: 'mezczyzna', label: 'Mężczyzna' },
      { code: 'inna', label: 'Inna' },
      { code: '99', label: 'Wolimy nie odpowiadać', missing: 99 },
    ],
  }),
  closing(
    {
      kind: 'information',
      code: 'Z7',
      text: 'Dziękujemy za wszystkie odpowiedzi. Po wysłaniu pokażemy numer zgłoszenia. Z tym numerem mogą Państwo wycofać odpowiedzi. Raport ukaże się na stronie instytucji, która zleciła badanie.',
      criterion: 'profil',
    },
    { note: 'Przed publikacją proszę dopisać, gdzie i kiedy ukaże się raport.' },
  ),
];
