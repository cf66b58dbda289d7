import type { Evaluation } from '../../features/evaluations/domain';
import type { NewAccount } from '../../features/accounts';
import { NORTHERN_POWIATS, SOUTHERN_POWIATS } from '../../features/organisations/domain';
import { addDays } from '../../platform/clock';
import type { EvaluationId } from '../../platform/ids';

/** One number from which all demonstration data follow. */
export const SEED = 20_130_410;

/** How the people of the demonstration sign in; the password comes from the settings or is made at random. */
export const people = (password: string): readonly NewAccount[] => [
  {
    email: 'administrator@demo.example',
    name: 'Adam Administrator',
    title: 'Administrator',
    role: 'administrator',
    password,
  },
  { email: 'ewaluator@demo.example', name: 'Anna Wrona', title: 'Ewaluatorka', role: 'evaluator', password },
  { email: 'dyrektor@demo.example', name: 'Ewa Nowicka', title: 'dyrektorka ROPS', role: 'director', password },
  {
    email: 'koordynator-polnoc@demo.example',
    name: 'Jan Północny',
    title: 'Koordynator OWES Północ',
    role: 'coordinator',
    institution: 'owes-polnoc',
    password,
  },
  {
    email: 'koordynator-poludnie@demo.example',
    name: 'Maria Południowa',
    title: 'Koordynatorka OWES Południe',
    role: 'coordinator',
    institution: 'owes-poludnie',
    password,
  },
];

const DAYS_BEFORE_TODAY = 30;
const DAYS_AFTER_TODAY = 12;

/** Two OWES and ROPS of one region, in the middle of fieldwork. All names and numbers are invented. */
export const demonstrationEvaluation = (id: EvaluationId, today: string): Evaluation => ({
  id,
  title: `Ewaluacja systemu wsparcia ekonomii społecznej w województwie świętokrzyskim ${today.slice(0, 4)}`,
  shortTitle: `System wsparcia ES ${today.slice(0, 4)}`,
  commissioner: 'Regionalny Ośrodek Polityki Społecznej',
  wojewodztwo: '26',
  regionName: 'Województwo Świętokrzyskie',
  institutions: [
    {
      code: 'owes-polnoc',
      kind: 'owes',
      name: 'Ośrodek Wsparcia Ekonomii Społecznej Północ',
      shortName: 'OWES Północ',
      series: 's1',
      powiats: NORTHERN_POWIATS,
    },
    {
      code: 'owes-poludnie',
      kind: 'owes',
      name: 'Ośrodek Wsparcia Ekonomii Społecznej Południe',
      shortName: 'OWES Południe',
      series: 's2',
      powiats: SOUTHERN_POWIATS,
    },
    {
      code: 'rops',
      kind: 'rops',
      name: 'Regionalny Ośrodek Polityki Społecznej',
      shortName: 'ROPS',
      series: 's3',
      powiats: [],
    },
  ],
  opensOn: addDays(today, -DAYS_BEFORE_TODAY),
  closesOn: addDays(today, DAYS_AFTER_TODAY),
  resultState: 'preliminary',
  smallestGroup: 5,
  demonstration: true,
});

/** Days on which simulated people have answered so far, today included. */
export const DAYS_SO_FAR = DAYS_BEFORE_TODAY + 1;
