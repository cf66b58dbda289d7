import type { CriterionCode, Dimension } from '../../features/evaluations/domain';
import type { Focus, NoteMethod, Tone, WorkState } from '../../features/findings/domain';

export interface PlannedTable {
  /** State of the tables page. */
  readonly state: string;
  /** Null: what the rules find most telling. */
  readonly focus: Focus | null;
}

export interface PlannedNote {
  readonly method: NoteMethod;
  readonly text: string;
  readonly source: string;
  /** Days after the first day of fieldwork. */
  readonly after: number;
}

/** What an evaluator made of a table; the sentence is that of the rules. */
export interface PlannedFinding {
  readonly tables: readonly PlannedTable[];
  readonly criterion: CriterionCode | 'jakość';
  readonly dimensions: readonly Dimension[];
  readonly tone: Tone;
  readonly state: WorkState;
  readonly notes: readonly PlannedNote[];
  /** Codes of open questions, of which one answer is quoted. */
  readonly quotedFrom: readonly string[];
}

const focus = (variable: string, measure: string, groups: readonly [string, string] | null = null): Focus => ({
  variable,
  measure,
  codes: [],
  column: groups && { variable: 'instytucja', code: groups[0] },
  against: groups && { variable: 'instytucja', code: groups[1] },
});

const BOTH = ['owes-polnoc', 'owes-poludnie'] as const;

const table = (state: string, about: Focus | null = null): PlannedTable => ({ state, focus: about });

export const FINDINGS: readonly PlannedFinding[] = [
  {
    tables: [table('zbior=owes-clients&wiersze=Z3&kolumny=instytucja', focus('Z3', 'dwie-najwyzsze'))],
    criterion: 'jakość',
    dimensions: ['quality'],
    tone: 'strength',
    state: 'ready',
    notes: [],
    quotedFrom: ['Z4', 'Z6', 'Z7'],
  },
  {
    tables: [table('zbior=owes-clients&wiersze=J', focus('J', 'udzial'))],
    criterion: 'jakość',
    dimensions: ['quality'],
    tone: 'strength',
    state: 'ready',
    notes: [
      {
        method: 'idi',
        text: 'Notatka demonstracyjna, zmyślona: rozmówczyni chwali wiedzę doradców i mówi, że „zawsze ktoś oddzwania”. Dodaje, że po dotacji kontakt się urywa.',
        source: 'Prezeska spółdzielni socjalnej (dane demonstracyjne)',
        after: 9,
      },
    ],
    quotedFrom: [],
  },
  {
    tables: [table('zbior=owes-clients&wiersze=J5&kolumny=instytucja', focus('J5', 'srednia', BOTH))],
    criterion: 'utility',
    dimensions: ['quality', 'effectiveness'],
    tone: 'problem',
    state: 'ready',
    notes: [
      {
        method: 'fgi',
        text: 'Notatka demonstracyjna, zmyślona: uczestnicy grupy z południa regionu zgodnie mówią, że po otrzymaniu dotacji nie mają stałego opiekuna.',
        source: 'Grupa z sześcioma podmiotami (dane demonstracyjne)',
        after: 16,
      },
      {
        method: 'monitoring',
        text: 'Notatka demonstracyjna, zmyślona: w rejestrze usług co trzeci podmiot po dotacji nie ma żadnego kontaktu przez sześć miesięcy.',
        source: 'Rejestr usług OWES (dane demonstracyjne)',
        after: 18,
      },
    ],
    quotedFrom: [],
  },
  {
    tables: [table('zbior=owes-clients&wiersze=G3,G4')],
    criterion: 'sustainability',
    dimensions: ['effectiveness'],
    tone: 'strength',
    state: 'ready',
    notes: [],
    quotedFrom: [],
  },
  {
    tables: [
      table('zbior=owes-clients&wiersze=C1a&kolumny=instytucja', focus('C1a', 'dwie-najwyzsze')),
      table('zbior=rops-partners&wiersze=R13', focus('R13', 'dwie-najwyzsze')),
    ],
    criterion: 'coherence',
    dimensions: ['coordination'],
    tone: 'problem',
    state: 'ready',
    notes: [],
    quotedFrom: ['C3', 'R31', 'R32'],
  },
  {
    tables: [table('zbior=owes-clients&wiersze=E3', focus('E3', 'dwie-najwyzsze'))],
    criterion: 'utility',
    dimensions: ['effectiveness'],
    tone: 'strength',
    state: 'ready',
    notes: [],
    quotedFrom: [],
  },
  {
    tables: [table('zbior=owes-clients&wiersze=B1', focus('B1', 'udzial'))],
    criterion: 'efficiency',
    dimensions: ['effectiveness'],
    tone: 'problem',
    state: 'draft',
    notes: [],
    quotedFrom: [],
  },
  {
    tables: [table('zbior=rops-partners&wiersze=R29', focus('R29', 'dwie-najwyzsze'))],
    criterion: 'coherence',
    dimensions: ['coordination'],
    tone: 'neutral',
    state: 'draft',
    notes: [],
    quotedFrom: [],
  },
];
