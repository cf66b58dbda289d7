import type { Dimension } from '../../features/evaluations/domain';
import type { OutcomeKind, SphereVerdict } from '../../features/workshop';

export interface PlannedMember {
  readonly name: string;
  readonly institution: string;
  readonly institutionCode: string | null;
  readonly mayVote: boolean;
}

const member = (name: string, institution: string, institutionCode: string | null = null): PlannedMember => ({
  name,
  institution,
  institutionCode,
  mayVote: true,
});

/** The thematic group of the demonstration. All people are invented. */
export const MEMBERS: readonly PlannedMember[] = [
  member('Ewa Nowicka', 'ROPS', 'rops'),
  member('Tomasz Kania', 'ROPS', 'rops'),
  member('Beata Sroka', 'ROPS', 'rops'),
  member('Jan Północny', 'OWES Północ', 'owes-polnoc'),
  member('Alicja Duda', 'OWES Północ', 'owes-polnoc'),
  member('Piotr Gaj', 'OWES Północ', 'owes-polnoc'),
  member('Maria Południowa', 'OWES Południe', 'owes-poludnie'),
  member('Leszek Rak', 'OWES Południe', 'owes-poludnie'),
  member('Danuta Sowa', 'Urząd gminy'),
  member('Krzysztof Ryś', 'Starostwo powiatowe'),
  member('Barbara Czyż', 'Spółdzielnia socjalna'),
  member('Jan Mróz', 'Organizacja pozarządowa'),
  { ...member('Anna Wrona', 'Ewaluacja'), mayVote: false },
];

export interface PlannedProposal {
  readonly text: string;
  readonly dimension: Dimension;
  /** Place in the list of members. */
  readonly author: number;
  /** Place in the materials; null: of none. */
  readonly material: number | null;
  /** How much the group likes it. */
  readonly weight: number;
  readonly outcome: OutcomeKind;
  readonly reason: string;
  readonly agreement: PlannedAgreement | null;
}

export interface PlannedAgreement {
  readonly text: string;
  readonly addressee: string;
  readonly person: string;
  /** Days after the meeting. */
  readonly inDays: number;
  readonly report: { readonly status: 'accepted' | 'in-progress'; readonly text: string } | null;
}

export const PROPOSALS: readonly PlannedProposal[] = [
  {
    text: 'Strona „Kto w czym pomaga” i wspólny numer telefonu',
    dimension: 'coordination',
    author: 1,
    material: 3,
    weight: 10,
    outcome: 'accepted',
    reason: 'Najwięcej głosów w obszarze koordynacji; koszt mieści się w budżecie ROPS.',
    agreement: {
      text: 'Uruchomić stronę „Kto w czym pomaga” i wspólny numer telefonu',
      addressee: 'rops',
      person: 'Tomasz Kania',
      inDays: 80,
      report: { status: 'in-progress', text: 'Zebrano zakresy pomocy z obu ośrodków, strona jest w przygotowaniu.' },
    },
  },
  {
    text: 'Wzór wniosku z przykładem i słowniczkiem',
    dimension: 'quality',
    author: 4,
    material: null,
    weight: 8,
    outcome: 'accepted',
    reason: 'Oba ośrodki mają gotowe materiały do wykorzystania.',
    agreement: {
      text: 'Opracować wzór wniosku z przykładem i sprawdzić go z pięcioma klientami',
      addressee: 'owes-polnoc',
      person: 'Alicja Duda',
      inDays: 5,
      report: { status: 'accepted', text: 'Pracę zaczynamy od wniosku o dotację.' },
    },
  },
  {
    text: 'Jeden opiekun klienta od pierwszej rozmowy do końca wsparcia',
    dimension: 'effectiveness',
    author: 7,
    material: 1,
    weight: 7,
    outcome: 'accepted',
    reason: 'Odpowiada na najsłabiej oceniany etap wsparcia.',
    agreement: {
      text: 'Przydzielić opiekuna każdemu nowemu klientowi',
      addressee: 'owes-poludnie',
      person: 'Leszek Rak',
      inDays: 120,
      report: null,
    },
  },
  {
    text: 'Wspólna karta klienta za zgodą klienta',
    dimension: 'coordination',
    author: 3,
    material: 3,
    weight: 3,
    outcome: 'to-analyse',
    reason: 'Potrzebna opinia prawna o przekazywaniu danych.',
    agreement: null,
  },
  {
    text: 'Krótka rozmowa kontrolna po trzech miesiącach',
    dimension: 'effectiveness',
    author: 0,
    material: null,
    weight: 2,
    outcome: 'postponed',
    reason: 'Wraca po wynikach końcowych.',
    agreement: null,
  },
];

/** How the group decides, from the sphere with most votes down. */
export const DECISIONS: readonly { readonly verdict: SphereVerdict; readonly reason: string }[] = [
  { verdict: 'preferred', reason: 'Najwięcej wskazań grupy i stałe zlecenia gmin.' },
  { verdict: 'preferred', reason: 'Gminy zapowiadają zlecenia na najbliższe dwa lata.' },
  { verdict: 'preferred', reason: 'Podmioty są gotowe zatrudniać od zaraz.' },
  { verdict: 'postponed', reason: 'Brak danych o popycie; sprawa wraca na następnym spotkaniu.' },
  { verdict: 'not-preferred', reason: 'Praca sezonowa, bez stałych odbiorców.' },
];

export const AGENDA = 'Wnioski z badania\nPropozycje rozwiązań i głosowanie\nKluczowe sfery rozwoju\nUstalenia';
export const DISCUSSION =
  'Ośrodki: klientów przybywa przy tej samej liczbie doradców. Samorządy: gminy nie wiedzą, do kogo kierować mieszkańców. Treść demonstracyjna.';
