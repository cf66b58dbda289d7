import type { CompiledVersion } from '../../../questionnaires/domain';

/** Whom a questionnaire asks: clients of an OWES, partners of ROPS, or members of the thematic group. */
export type Audience = 'clients' | 'partners' | 'experts';

/** A question in which people rank the spheres. */
export interface SphereQuestion {
  readonly questionnaire: string;
  readonly title: string;
  readonly field: string;
  readonly audience: Audience;
}

const SPHERES = 'spheres';
/** In whose name one answers, and which institution one stands for: the same codes in every questionnaire of the house. */
export const PROFILE = { client: 'K1', partner: 'R2' } as const;

/** One for each questionnaire that ranks what is called `spheres`: clients say in whose name, partners for whom, experts neither. */
export const findSphereQuestions = (questionnaires: readonly CompiledVersion[]): readonly SphereQuestion[] =>
  questionnaires.flatMap(({ definition, fields, fieldByCode }) => {
    const asked = fields.find(({ kind, item }) => kind === 'ranking' && item.comparisonCode === SPHERES);
    if (asked === undefined) return [];
    const audience = fieldByCode.has(PROFILE.client)
      ? 'clients'
      : fieldByCode.has(PROFILE.partner)
        ? 'partners'
        : 'experts';
    return [{ questionnaire: definition.code, title: definition.title, field: asked.code, audience }];
  });
