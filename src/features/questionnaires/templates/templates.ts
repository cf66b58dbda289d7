import type { QuestionnaireDefinition } from '../domain';
import { OWES_CLIENTS, OWES_CLIENTS_FULL } from './owes-clients';
import { ROPS_PARTNERS, ROPS_PARTNERS_FULL } from './rops-partners';
import { EXPERT_SPHERES, PES_MONITORING, SERVICE_PULSE } from './short-instruments';

export interface QuestionnaireTemplate {
  /** For evaluators: which of two it is, and when to use it. */
  readonly name: string;
  readonly description: string;
  readonly definition: QuestionnaireDefinition;
}

/** Questionnaires to begin with, in the order of domain 2.2 to 2.4. */
export const TEMPLATES: readonly QuestionnaireTemplate[] = [
  {
    name: 'Klienci OWES, wersja podstawowa',
    description: 'Najważniejsze pytania do klientów obu ośrodków. Pozwala porównać ośrodki i kolejne fale.',
    definition: OWES_CLIENTS,
  },
  {
    name: 'Klienci OWES, wersja pełna',
    description: 'Wszystkie moduły. Jest długa: przed badaniem warto usunąć część modułów.',
    definition: OWES_CLIENTS_FULL,
  },
  {
    name: 'Klienci i partnerzy ROPS, wersja podstawowa',
    description: 'Działania ROPS, koordynacja i sfery rozwojowe. Dla samorządów, instytucji i podmiotów.',
    definition: ROPS_PARTNERS,
  },
  {
    name: 'Klienci i partnerzy ROPS, wersja pełna',
    description: 'Do wersji podstawowej dochodzą konsultacje, wdrożenia, klauzule społeczne oraz ważność działań.',
    definition: ROPS_PARTNERS_FULL,
  },
  {
    name: 'Puls po usłudze',
    description: 'Sześć pytań po szkoleniu lub doradztwie. Kod do zeskanowania drukuje się na liście obecności.',
    definition: SERVICE_PULSE,
  },
  {
    name: 'Monitoring podmiotów ekonomii społecznej',
    description: 'Coroczny monitoring prowadzony przez OWES, także wśród podmiotów, które nie są klientami.',
    definition: PES_MONITORING,
  },
  {
    name: 'Arkusz eksperta',
    description: 'Dla grupy tematycznej: ranking sfer, a potem oceny popytu, miejsc pracy, dopasowania i gotowości.',
    definition: EXPERT_SPHERES,
  },
];
