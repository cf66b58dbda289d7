import type { Choice } from '../../domain';

/** Services of the OWES standards: label in the list of U1, wording of the row in U2 and O1. */
export const SERVICES: readonly (readonly [code: string, label: string])[] = [
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

/** Activities of ROPS in the social economy: label in the list of R5, wording of the row in R6. */
export const ACTIVITIES: readonly (readonly [code: string, label: string])[] = [
  ['R5a', 'Konsultacje'],
  ['R5b', 'Szkolenia'],
  ['R5c', 'Wizyty studyjne'],
  ['R5d', 'Konferencje'],
  ['R5e', 'Targi'],
  ['R5f', 'Spotkania sieciujące'],
  ['R5g', 'Publikacje i raporty'],
  ['R5h', 'Portal internetowy'],
  ['R5i', 'Newsletter'],
  ['R5j', 'Konkurs lub znak jakości'],
  ['R5k', 'Pomoc w lokalnym planie rozwoju ekonomii społecznej'],
];

/** Why a service, or an OWES at all, is not used (U3, N1). */
export const REASONS_NOT_TO_USE: readonly Choice[] = [
  { code: 'brak-potrzeby', label: 'Nie było takiej potrzeby' },
  { code: 'brak-wiedzy', label: 'Brak wiedzy o ofercie' },
  { code: 'brak-miejsc', label: 'Zabrakło miejsc' },
  { code: 'warunki', label: 'Nie spełnialiśmy warunków' },
  { code: 'termin', label: 'Zły termin' },
  { code: 'odleglosc', label: 'Za daleko' },
  { code: 'doswiadczenia', label: 'Złe doświadczenia' },
  { code: 'inne', label: 'Inny powód, jaki?', other: true },
];

/** The same eight features are rated for importance (I1) and satisfaction (I2). */
export const FEATURES: readonly (readonly [letter: string, text: string])[] = [
  ['a', 'Szybkość reakcji'],
  ['b', 'Fachowość'],
  ['c', 'Bliskość miejsca'],
  ['d', 'Indywidualne podejście'],
  ['e', 'Dostęp do pieniędzy'],
  ['f', 'Kontakt po zakończeniu wsparcia'],
  ['g', 'Prostota formalności'],
  ['h', 'Łączenie z partnerami'],
];

/** The same seven activities of ROPS are rated for importance (R27) and satisfaction (R28). */
export const ROPS_FEATURES: readonly (readonly [letter: string, text: string])[] = [
  ['a', 'Dostęp do informacji'],
  ['b', 'Szkolenia'],
  ['c', 'Konsultacje'],
  ['d', 'Sieciowanie'],
  ['e', 'Dane i raporty'],
  ['f', 'Reprezentowanie regionu wobec ministerstwa'],
  ['g', 'Promocja ekonomii społecznej'],
];

export const toChoices = (pairs: readonly (readonly [code: string, label: string])[]): readonly Choice[] =>
  pairs.map(([code, label]) => ({ code, label }));

export const ONE_ANSWER_PER_ROW = 'W każdym wierszu proszę zaznaczyć jedną odpowiedź.';
export const SEVERAL_ANSWERS = 'Można zaznaczyć kilka odpowiedzi.';
export const NO_NAMES = 'Proszę nie podawać nazwisk ani numerów telefonów.';
