import type { Page, QuestionnaireDefinition } from '../domain';
import { asFirstAsked, eachItem, page } from './assemble';

const CORE: readonly Page[] = [
  page('instytucja', 'Państwa instytucja', 'R2 R3 R4'),
  page('dzialania', 'Działania ROPS', 'R5'),
  page('ocena-dzialan', 'Ocena działań', 'R6'),
  page('koordynacja', 'Koordynacja i współpraca', 'R12 R13 R14 R15 R16'),
  page('sfery', 'Kluczowe sfery rozwojowe', 'R25'),
  page('podsumowanie', 'Podsumowanie', 'R29 R30 R31'),
];

const FULL: readonly Page[] = [
  page('wstep', 'Informacja i zgoda', 'R0 R1 END2'),
  page('instytucja', 'Państwa instytucja', 'R2 R3 R4 R33'),
  page('dzialania', 'Działania ROPS', 'R5'),
  page('ocena-dzialan', 'Ocena działań', 'R6 R7 R8'),
  page('wdrozenia', 'Wdrożenia', 'R9 R10 R11'),
  page('koordynacja', 'Koordynacja i współpraca', 'R12 R13 R14 R15 R16 R17'),
  page('samorzad', 'Współpraca z podmiotami ekonomii społecznej', 'R18 R19 R20 R21 R22 R23 R24'),
  page('sfery', 'Kierunki rozwoju', 'R25 R26'),
  page('waznosc', 'Co jest ważne', 'R27 R28'),
  page('podsumowanie', 'Podsumowanie', 'R29 R30 R31 R32 R34'),
];

const TITLE = 'Badanie opinii klientów i partnerów Regionalnego Ośrodka Polityki Społecznej';
const LEAD =
  'Chcemy wiedzieć, jak oceniają Państwo współpracę z Regionalnym Ośrodkiem Polityki Społecznej (ROPS). Odpowiedzi pokażą, co działa dobrze, a co trzeba poprawić.';

/** Core of the questionnaire for clients and partners of ROPS (domain 2.3): 24 answerable rows, asked in about 8 minutes. */
export const ROPS_PARTNERS: QuestionnaireDefinition = {
  code: 'rops-partners',
  version: 1,
  locale: 'pl',
  title: TITLE,
  lead: LEAD,
  minutes: 8,
  pages: eachItem(CORE, asFirstAsked),
};

/** Every item of questionnaire (b). */
export const ROPS_PARTNERS_FULL: QuestionnaireDefinition = {
  code: 'rops-partners-full',
  version: 1,
  locale: 'pl',
  title: TITLE,
  lead: LEAD,
  minutes: 15,
  pages: FULL,
};
