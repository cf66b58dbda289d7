import type { Page, QuestionnaireDefinition } from '../domain';
import { asFirstAsked, eachItem, page } from './assemble';

const CORE: readonly Page[] = [
  page('rola', 'Państwa rola', 'K1 K2'),
  page('profil', 'Kontakt z ośrodkiem i profil', 'K3 K4 K5 P1 P2 P4 P6'),
  page('uslugi', 'Usługi i dotacje', 'U1 G1 G2'),
  page('ocena', 'Ocena usług i współpracy', 'O1 J1 J2 J3 J4 J5 J6'),
  page('efekty', 'Efekty wsparcia', 'G3 G4 E1 E2 E3 E4'),
  page('rozwoj', 'Bariery i kierunki rozwoju', 'B1 S1'),
  page('wspolpraca', 'Popyt i współpraca instytucji', 'S2 C1'),
  page('podsumowanie', 'Podsumowanie', 'Z1 Z3 Z4 Z5'),
];

const FULL: readonly Page[] = [
  page('wstep', 'Informacja i zgoda', 'W0 W1 END1'),
  page('rola', 'Państwa rola', 'K1 K2'),
  page('kontakt', 'Kontakt z ośrodkiem', 'K3 K4 K5 D1 D2 D3 D4'),
  page('profil', 'Profil podmiotu', 'P1 P2 P3 P4 P5 P6 P7 P8 P9 P10'),
  page('uslugi', 'Korzystanie z usług', 'U1 U2 U3'),
  page('ocena', 'Ocena usług', 'O1 O2 O3'),
  page('jakosc', 'Jakość obsługi', 'J1 J2 J3 J4 J5 J6 J7 J8 J9'),
  page('dotacje', 'Dotacje i miejsca pracy', 'G1 G2 G3 G4 G5 G6'),
  page('efekty', 'Efekty wsparcia', 'E1 E2 E3 E4 E5 E6'),
  page('potrzeby', 'Bariery i potrzeby', 'B1 B2 B3'),
  page('waznosc', 'Co jest ważne', 'I1 I2'),
  page('bez-kontaktu', 'Bez kontaktu z ośrodkiem', 'N1 N2'),
  page('sfery', 'Kierunki rozwoju', 'S1 S2 S3 S4 S5'),
  page('wspolpraca', 'Współpraca instytucji', 'C1 C2'),
  page('podsumowanie', 'Podsumowanie', 'Z1 Z2 Z3 Z4 Z5 Z6 Z7'),
];

const TITLE = 'Badanie opinii klientów Ośrodków Wsparcia Ekonomii Społecznej';
const LEAD =
  'Chcemy wiedzieć, jak oceniają Państwo wsparcie Ośrodka Wsparcia Ekonomii Społecznej (OWES). Odpowiedzi pokażą, co działa dobrze, a co trzeba poprawić.';

/** Core version of the questionnaire for clients of OWES (domain 2.2): 57 answerable rows, asked in about 12 minutes. */
export const OWES_CLIENTS: QuestionnaireDefinition = {
  code: 'owes-clients',
  version: 1,
  locale: 'pl',
  title: TITLE,
  lead: LEAD,
  minutes: 12,
  pages: eachItem(CORE, asFirstAsked),
};

/** Every item of questionnaire (a): to choose from, or to ask the optional modules of a part of the sample. */
export const OWES_CLIENTS_FULL: QuestionnaireDefinition = {
  code: 'owes-clients-full',
  version: 1,
  locale: 'pl',
  title: TITLE,
  lead: LEAD,
  minutes: 27,
  pages: FULL,
};
