import type { EvaluatedInstitution, Evaluation } from '../../evaluations/domain';
import { powiatsOf, subregionOf } from '../../organisations/domain';
import type { CompiledVersion } from '../../questionnaires/domain';
import { ALL } from './disclosure/lattice';

/** Institutions side by side; in a coordinator's view, the own one and all others together. */
export interface Group {
  readonly code: string;
  /** By which significance marks call it. */
  readonly letter: string;
  readonly series: 's1' | 's2' | 's3' | 's5';
  /** Null for the others pooled. */
  readonly institution: EvaluatedInstitution | null;
  /** Institution codes that belong to it. */
  readonly members: readonly string[];
}

export interface NamedValue {
  readonly code: string;
  readonly name: string;
}

/** By what results can be broken down and filtered. */
export interface Dimensions {
  readonly groups: readonly Group[];
  readonly subregions: readonly NamedValue[];
  readonly clientTypes: readonly NamedValue[];
}

/** Which part of the answers a page shows; null = all. */
export interface ResultsFilter {
  readonly institution: string | null;
  readonly subregion: string | null;
  readonly clientType: string | null;
  readonly completeOnly: boolean;
  /** The answer that everyone in view gave to one question; null = whatever answer. */
  readonly answer: AnswerFilter | null;
}

export interface AnswerFilter {
  /** Of the page: `owes-clients.U4`. */
  readonly question: string;
  readonly choice: string;
}

export const NO_FILTER: ResultsFilter = {
  institution: null,
  subregion: null,
  clientType: null,
  completeOnly: false,
  answer: null,
};

/** The same for filters that ask for the same. */
export const keyOfFilter = ({ institution, subregion, clientType, completeOnly, answer }: ResultsFilter): string =>
  JSON.stringify([institution, subregion, clientType, completeOnly, answer?.question, answer?.choice]);

/** Whose eyes: everyone compares all institutions; a coordinator the own one with the others pooled. */
export type Viewpoint = { readonly kind: 'all' } | { readonly kind: 'own'; readonly institution: string };

export const OTHERS = 'pozostale';

/** Fields that tell who answered; the same codes in every questionnaire of the house. */
export const PROFILE = { institution: 'K2', clientType: 'K1', territories: ['P4', 'R3'] } as const;

/** @throws RangeError if the code is unknown */
export const placeOfCode = (values: readonly { readonly code: string }[], code: string | null): number => {
  if (code === null) return ALL;
  const place = values.findIndex((value) => value.code === code);
  if (place < 0) throw new RangeError(`No such value: ${code}`);
  return place;
};

const LETTERS = 'ABCDEFGH';

export const dimensionsOf = (
  evaluation: Evaluation,
  versions: readonly CompiledVersion[],
  viewpoint: Viewpoint,
): Dimensions => ({
  groups: groupsOf(evaluation, viewpoint),
  subregions: subregionsOf(evaluation.wojewodztwo),
  clientTypes: clientTypesOf(versions),
});

const groupsOf = ({ institutions }: Evaluation, viewpoint: Viewpoint): readonly Group[] => {
  if (viewpoint.kind === 'all') return institutions.map((institution, at) => singleGroup(institution, at));
  const own = institutions
    .filter(({ code }) => code === viewpoint.institution)
    .map((institution) => singleGroup(institution, 0));
  const others = institutions.filter(({ code }) => code !== viewpoint.institution).map(({ code }) => code);
  return [...own, { code: OTHERS, letter: 'B', series: 's5', institution: null, members: others }];
};

const singleGroup = (institution: EvaluatedInstitution, at: number): Group => ({
  code: institution.code,
  letter: LETTERS.charAt(at),
  series: institution.series,
  institution,
  members: [institution.code],
});

const subregionsOf = (wojewodztwo: string): readonly NamedValue[] => {
  const found = powiatsOf(wojewodztwo).flatMap(({ code }) => subregionOf(code) ?? []);
  return [...new Map(found.map(({ code, name }) => [code, { code, name }])).values()];
};

const clientTypesOf = (versions: readonly CompiledVersion[]): readonly NamedValue[] => {
  const types = new Map<string, string>();
  for (const { fieldByCode } of versions) {
    const field = fieldByCode.get(PROFILE.clientType);
    if (field !== undefined && 'choices' in field)
      for (const { code, label } of field.choices.values()) if (!types.has(code)) types.set(code, label);
  }
  return [...types].map(([code, name]) => ({ code, name }));
};
