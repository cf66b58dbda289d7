import type { BankEntry, BankModule, BankModuleCode } from '../../domain/bank';
import { CLOSING } from './closing';
import { EFFECTS, IMPORTANCE, NEEDS } from './effects';
import { COOPERATION, NON_CLIENTS, SPHERE_QUESTIONS } from './future';
import { EXPERTS, MONITORING, PULSE } from './instruments';
import { OPENING, QUALIFICATION } from './opening';
import { PROFILE } from './profile';
import { GRANTS, QUALITY } from './quality';
import { ROPS_START } from './rops';
import { ROPS_END } from './rops-region';
import { RATING, USE, WAY } from './support';

/** In the order of asking (domain 2.2, 2.3, 2.4). */
const CONTENTS: readonly (readonly [code: BankModuleCode, title: string, entries: readonly BankEntry[]])[] = [
  ['W', 'Wstęp i zgoda', OPENING],
  ['K', 'Kwalifikacja', QUALIFICATION],
  ['P', 'Profil podmiotu', PROFILE],
  ['D', 'Droga do OWES', WAY],
  ['U', 'Korzystanie z usług', USE],
  ['O', 'Ocena usług', RATING],
  ['J', 'Jakość obsługi i relacja', QUALITY],
  ['G', 'Dotacje i miejsca pracy', GRANTS],
  ['E', 'Efekty', EFFECTS],
  ['B', 'Bariery i potrzeby', NEEDS],
  ['I', 'Ważność i zadowolenie', IMPORTANCE],
  ['S', 'Kluczowe sfery rozwoju', SPHERE_QUESTIONS],
  ['C', 'Koordynacja', COOPERATION],
  ['N', 'Osoby bez kontaktu z OWES', NON_CLIENTS],
  ['Z', 'Zamknięcie', CLOSING],
  ['R', 'Usługi ROPS', [...ROPS_START, ...ROPS_END]],
  ['c', 'Puls po usłudze', PULSE],
  ['d', 'Monitoring podmiotów', MONITORING],
  ['e', 'Arkusz eksperta', EXPERTS],
];

/** Proven items that come with the product; evaluators add their own beside them. */
export const BANK: readonly BankEntry[] = CONTENTS.flatMap(([, , entries]) => entries);

export const BANK_MODULES: readonly BankModule[] = CONTENTS.map(([code, title]) => ({ code, title }));
