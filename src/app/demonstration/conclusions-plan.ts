import type { CriterionCode, Dimension } from '../../features/evaluations/domain';
import type {
  Priority,
  RecommendationClass,
  RecommendationSubclass,
  Tone,
  WorkState,
} from '../../features/findings/domain';

/** What the evaluator of the demonstration concludes from findings of the same criterion and tone. */
export interface PlannedConclusion {
  readonly title: string;
  readonly text: string;
  readonly criterion: CriterionCode | 'jakość';
  readonly dimensions: readonly Dimension[];
  readonly tone: Tone;
  readonly state: WorkState;
  /** What the numbers of its first finding are about; they follow as the rules said them. */
  readonly lead: string;
}

export interface PlannedRecommendation {
  readonly title: string;
  readonly text: string;
  /** Places in the list of conclusions. */
  readonly conclusions: readonly number[];
  readonly addressees: readonly string[];
  readonly implementation: string;
  /** Quarters after the current one. */
  readonly inQuarters: number;
  readonly recommendationClass: RecommendationClass;
  readonly subclass: RecommendationSubclass;
  readonly area: string;
  readonly priority: Priority;
  readonly isAsked: boolean;
  readonly accepted: { readonly institution: string; readonly reason: string } | null;
}

const MADE_UP = 'Treść demonstracyjna.';

export const CONCLUSIONS: readonly PlannedConclusion[] = [
  {
    title: 'Klienci wysoko cenią pracowników ośrodków',
    text: `Pracownicy rozumieją działalność klientów i dotrzymują słowa. Tę mocną stronę warto utrzymać. ${MADE_UP}`,
    criterion: 'jakość',
    dimensions: ['quality'],
    tone: 'strength',
    state: 'ready',
    lead: '',
  },
  {
    title: 'Po dotacji klienci częściej zostają bez pomocy',
    text: `Spośród spraw, o które pytaliśmy, najsłabiej oceniana jest pomoc po otrzymaniu dotacji lub założeniu podmiotu. ${MADE_UP}`,
    criterion: 'utility',
    dimensions: ['quality', 'effectiveness'],
    tone: 'problem',
    state: 'ready',
    lead: 'Ocena pomocy po dotacji lub założeniu podmiotu, w skali 1–5.',
  },
  {
    title: 'Dotacje tworzą miejsca pracy, a większość z nich istnieje do dziś',
    text: `Zdecydowana większość z nich istnieje do dziś. ${MADE_UP}`,
    criterion: 'sustainability',
    dimensions: ['effectiveness'],
    tone: 'strength',
    state: 'ready',
    lead: 'Miejsca pracy z dotacji w jednym podmiocie.',
  },
  {
    title: 'Podział zadań między OWES a ROPS nie dla wszystkich jest jasny',
    text: `Część klientów i partnerów nie wie, z czym iść do OWES, a z czym do ROPS. Brakuje wspólnej informacji. ${MADE_UP}`,
    criterion: 'coherence',
    dimensions: ['coordination'],
    tone: 'problem',
    state: 'ready',
    lead: '',
  },
  {
    title: 'Klienci stosują to, czego się nauczyli',
    text: `Wiedza ze szkoleń i doradztwa jest używana także po zakończeniu wsparcia. ${MADE_UP}`,
    criterion: 'utility',
    dimensions: ['effectiveness'],
    tone: 'strength',
    state: 'ready',
    lead: '',
  },
  {
    title: 'Podmioty najbardziej potrzebują pomocy w finansach i pozyskiwaniu klientów',
    text: `To jeszcze szkic: wywiady pokażą, jakiej pomocy. ${MADE_UP}`,
    criterion: 'efficiency',
    dimensions: ['quality'],
    tone: 'problem',
    state: 'draft',
    lead: '',
  },
];

const OWES = ['owes-polnoc', 'owes-poludnie'];

export const RECOMMENDATIONS: readonly PlannedRecommendation[] = [
  {
    title: 'Wprowadzić opiekuna podmiotu na 12 miesięcy po dotacji',
    text: `Każdy podmiot, który otrzymał dotację, ma jedną osobę do kontaktu. ${MADE_UP}`,
    conclusions: [1],
    addressees: OWES,
    implementation:
      'Wyznaczenie opiekunów w każdym ośrodku\nKontakt co 2 miesiące, zapisany w karcie opieki\nPrzegląd kart po pół roku',
    inQuarters: 2,
    recommendationClass: 'programme',
    subclass: 'operational',
    area: 'włączenie społeczne',
    priority: 'high',
    isAsked: true,
    accepted: { institution: 'owes-polnoc', reason: 'Opiekunów wyznaczymy od nowego roku, w ramach obecnego zespołu.' },
  },
  {
    title: 'Uruchomić jedną stronę „Kto w czym pomaga” i wspólny numer telefonu',
    text: `Klient trafia od razu do właściwej instytucji. ${MADE_UP}`,
    conclusions: [3],
    addressees: ['rops'],
    implementation:
      'ROPS prowadzi stronę\nOWES aktualizują dane co kwartał\nWspólny numer przełącza do właściwej osoby',
    inQuarters: 1,
    recommendationClass: 'horizontal',
    subclass: 'operational',
    area: 'koordynacja wsparcia',
    priority: 'high',
    isAsked: true,
    accepted: null,
  },
  {
    title: 'Zorganizować dyżury doradców w powiatach i zapisy przez internet',
    text: `Doradca raz w tygodniu przyjmuje bliżej miejsca działania podmiotów. ${MADE_UP}`,
    conclusions: [1],
    addressees: ['owes-poludnie'],
    implementation: 'Dyżur raz w tygodniu w 4 powiatach\nKalendarz zapisów na stronie ośrodka',
    inQuarters: 2,
    recommendationClass: 'programme',
    subclass: 'operational',
    area: 'włączenie społeczne',
    priority: 'medium',
    isAsked: true,
    accepted: null,
  },
  {
    title: 'Uruchomić wspólne doradztwo finansowe i sprzedażowe',
    text: `Do uzgodnienia po wywiadach. ${MADE_UP}`,
    conclusions: [5],
    addressees: [...OWES, 'rops'],
    implementation: 'Przegląd doradców w trzech instytucjach\nJeden zapis dla klienta, niezależnie od ośrodka',
    inQuarters: 3,
    recommendationClass: 'horizontal',
    subclass: 'strategic',
    area: 'dostępność usług',
    priority: 'medium',
    isAsked: false,
    accepted: null,
  },
];
