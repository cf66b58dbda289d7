import type { QuestionnaireDefinition } from '../domain';
import { eachItem, page, withoutRole } from './assemble';

/** Instrument (c), domain 2.4: after each training or advice session. */
export const SERVICE_PULSE: QuestionnaireDefinition = {
  code: 'service-pulse',
  version: 1,
  locale: 'pl',
  title: 'Opinia po szkoleniu lub doradztwie',
  lead: 'Sześć krótkich pytań o usługę, z której Państwo właśnie skorzystali. Odpowiedzi są anonimowe.',
  minutes: 3,
  pages: [page('usluga', 'Usługa', 'PU1 PU2'), page('ocena', 'Ocena', 'PU3 PU4 PU5 PU6')],
};

/** Instrument (d), domain 2.4: yearly monitoring, open to entities that are no clients of an OWES, too. */
export const PES_MONITORING: QuestionnaireDefinition = {
  code: 'pes-monitoring',
  version: 1,
  locale: 'pl',
  title: 'Monitoring podmiotów ekonomii społecznej',
  lead: 'Pytamy o sytuację podmiotów ekonomii społecznej (PES) w regionie. Mogą odpowiadać wszystkie podmioty, także bez kontaktu z Ośrodkiem Wsparcia Ekonomii Społecznej (OWES).',
  minutes: 5,
  pages: eachItem(
    [
      page('podmiot', 'Państwa podmiot', 'MO2 MO1 P1 P2 P4'),
      page('zatrudnienie', 'Zatrudnienie', 'P6 P7 MO3 MO6'),
      page('finanse', 'Przychody i zlecenia', 'P8 P9 MO4 MO5'),
      page('potrzeby', 'Potrzeby', 'MO7 MO8'),
    ],
    withoutRole,
  ),
};

/** Instrument (e), domain 2.4: each member of the thematic group ranks the spheres and scores those ranked. */
export const EXPERT_SPHERES: QuestionnaireDefinition = {
  code: 'expert-spheres',
  version: 1,
  locale: 'pl',
  title: 'Arkusz eksperta: kluczowe sfery rozwojowe',
  lead: 'Proszę wskazać sfery, w których warto tworzyć miejsca pracy, a potem ocenić każdą z nich. Wyniki omówi grupa tematyczna.',
  minutes: 5,
  pages: [
    page('ranking', 'Wybór sfer', 'S1'),
    page('popyt', 'Zapotrzebowanie i miejsca pracy', 'EK1 EK2'),
    page('gotowosc', 'Dopasowanie i przygotowanie', 'EK3 EK4'),
  ],
};
