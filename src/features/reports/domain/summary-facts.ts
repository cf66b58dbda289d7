import type { Estimate } from './estimate';

/** One statement of the quality battery, all clients of OWES together. */
export interface AspectFact {
  /** Item code: `J1`. */
  readonly code: string;
  readonly statement: string;
  readonly mean: Estimate;
  /** Share of those who agree (4 and 5), "don't know" in the base. */
  readonly agree: Estimate;
}

/** One institution's overall rating. */
export interface InstitutionFact {
  readonly name: string;
  readonly mean: Estimate;
}

/** A difference of means that the tests of the analysis confirmed. */
export interface DifferenceFact {
  /** Statement on which they differ; null for the overall rating. */
  readonly statement: string | null;
  readonly lower: InstitutionFact;
  readonly higher: InstitutionFact;
}

/** Institutions side by side: overall rating, and every statement of the quality battery. */
export interface InstitutionsFact {
  /** By overall rating, in the fixed order of charts; hidden ones are left out. */
  readonly rated: readonly InstitutionFact[];
  /** Comparisons made, whatever they say. */
  readonly comparisons: number;
  readonly significant: readonly DifferenceFact[];
}

/** Jobs created with a grant, and those that exist today. */
export interface JobsFact {
  readonly created: number;
  readonly remaining: number;
  /** Share in [0, 1]; its n is the number of respondents. */
  readonly durability: Estimate;
}

/** How clear the division of tasks between institutions is to clients of OWES and partners of ROPS, asked alike. */
export interface CoordinationFact {
  readonly statement: string;
  /** Share who agree, "don't know" in the base. */
  readonly agree: Estimate;
  readonly disagree: number;
}

/** What the rules of the summary look at: numbers that the analysis worked out and disclosed, nothing recomputed. */
export interface SummaryFacts {
  readonly aspects: readonly AspectFact[];
  readonly institutions: InstitutionsFact | null;
  readonly jobs: JobsFact | null;
  readonly coordination: CoordinationFact | null;
}
