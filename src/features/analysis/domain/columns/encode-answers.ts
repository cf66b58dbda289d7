import type { Answer, CompiledVersion, Field } from '../../../questionnaires/domain';
import { subregionOf } from '../../../organisations/domain';
import type { NumberedAnswers } from '../../../responses/domain';
import { PROFILE } from '../dimensions';
import { layoutOf, type FieldLayout } from './field-layout';
import { wordsFor, type Chunk, type FieldRows, type NamedRows } from './field-rows';

const DAY_MS = 86_400_000;

/** Responses to one version as columns of numbers, in the order of their numbers. */
export const encodeAnswers = (version: CompiledVersion, responses: readonly NumberedAnswers[]): Chunk => {
  const fields = new Map<string, FieldRows>();
  const answered = new Map<string, number>();
  for (const field of version.fields) {
    const layout = layoutOf(field);
    if (layout !== null) fields.set(field.code, encodeField(field, layout, responses));
    answered.set(field.code, countAnswers(responses, field.code));
  }
  const asksInstitution = version.fieldByCode.has(PROFILE.institution);
  return {
    n: responses.length,
    numbers: Uint32Array.from(responses, ({ sequence }) => sequence),
    days: Uint16Array.from(responses, ({ receivedOn }) => Date.parse(receivedOn) / DAY_MS),
    complete: Uint8Array.from(responses, ({ status }) => (status === 'complete' ? 1 : 0)),
    institution: namedBy(responses, ({ answers }) => (asksInstitution ? answers[PROFILE.institution] : '')),
    subregion: namedBy(responses, subregionIn),
    clientType: namedBy(responses, ({ answers }) => answers[PROFILE.clientType]),
    fields,
    answered,
    replaced: responses.flatMap(({ replaces }) => replaces ?? []),
  };
};

const isMissing = (answer: Answer): answer is Extract<Answer, { readonly missing: unknown }> =>
  typeof answer === 'object' && 'missing' in answer;

const countAnswers = (responses: readonly NumberedAnswers[], code: string): number => {
  let count = 0;
  for (const { answers } of responses) {
    const answer = answers[code];
    if (answer !== undefined && !isMissing(answer)) count += 1;
  }
  return count;
};

const namedBy = (
  responses: readonly NumberedAnswers[],
  nameIn: (response: NumberedAnswers) => Answer | undefined,
): NamedRows => {
  const known = new Map<string, number>();
  const places = Int16Array.from(responses, (response) => {
    const name = nameIn(response);
    if (typeof name !== 'string') return -1;
    const place = known.get(name) ?? known.size;
    known.set(name, place);
    return place;
  });
  return { codes: [...known.keys()], places };
};

const subregionIn = ({ answers }: NumberedAnswers): string | undefined => {
  for (const code of PROFILE.territories) {
    const terc = answers[code];
    if (typeof terc === 'string') return subregionOf(terc)?.code;
  }
  return undefined;
};

type Given = Exclude<Answer, { readonly missing: unknown }>;

const NOTHING = -99;

/** Visits each answer once: `take` gets what was said and gives a place or 0; what was not said becomes a state. */
const encodeEach = <Cells extends Int8Array | Int16Array>(
  cells: Cells,
  responses: readonly NumberedAnswers[],
  code: string,
  { stateOf, take }: { stateOf: (missing: number, at: number) => number; take: (answer: Given, at: number) => number },
): Cells => {
  for (let at = 0; at < responses.length; at += 1) {
    const answer = responses[at]?.answers[code];
    if (answer === undefined) cells[at] = NOTHING;
    else cells[at] = isMissing(answer) ? stateOf(answer.missing, at) : take(answer, at);
  }
  return cells;
};

const encodeField = (field: Field, layout: FieldLayout, responses: readonly NumberedAnswers[]): FieldRows => {
  switch (layout.kind) {
    case 'coded':
      return encodeCoded(field.code, layout.options, responses);
    case 'multiple': {
      const { bits, states, wordsEach } = encodeMarks(field.code, layout.options, responses, () => undefined);
      return { kind: 'multiple', bits, states, wordsEach };
    }
    case 'ranking': {
      const places = layout.options.map(() => new Uint8Array(responses.length));
      const marks = encodeMarks(field.code, layout.options, responses, (option, at, place) => {
        const given = places[option];
        if (given !== undefined) given[at] = place;
      });
      return { kind: 'ranking', ...marks, places };
    }
    case 'number': {
      const values = new Float64Array(responses.length).fill(NaN);
      const take = (answer: Given, at: number): number => {
        if (typeof answer !== 'number') return NOTHING;
        values[at] = answer;
        return 0;
      };
      const states = encodeEach(new Int8Array(responses.length), responses, field.code, { take, stateOf: (m) => -m });
      return { kind: 'number', values, states };
    }
  }
};

type Options = Extract<FieldLayout, { options: unknown }>['options'];

const placesByCode = (options: Options): ReadonlyMap<string, number> =>
  new Map(options.map(({ code }, place) => [code, place]));

/** A missing answer is the option that says so, where the question lists it. */
const stateBy = (options: Options): ((missing: number) => number) => {
  const places = new Map(options.flatMap(({ missing }, place) => (missing === undefined ? [] : [[missing, place]])));
  return (missing) => places.get(missing as 97 | 98) ?? -missing;
};

const encodeCoded = (code: string, options: Options, responses: readonly NumberedAnswers[]): FieldRows => {
  const places = placesByCode(options);
  const take = (answer: Given): number =>
    typeof answer === 'object' ? NOTHING : (places.get(String(answer)) ?? NOTHING);
  const cells = encodeEach(new Int16Array(responses.length), responses, code, { take, stateOf: stateBy(options) });
  return { kind: 'coded', places: cells };
};

const encodeMarks = (
  code: string,
  options: Options,
  responses: readonly NumberedAnswers[],
  give: (option: number, at: number, place: number) => void,
) => {
  const wordsEach = wordsFor(options.length);
  const bits = new Uint32Array(responses.length * wordsEach);
  const places = placesByCode(options);
  const placeOfMissing = stateBy(options);
  const mark = (option: number, at: number): number => {
    const word = at * wordsEach + (option >>> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (option & 31));
    return 0;
  };
  const take = (answer: Given, at: number): number => {
    if (typeof answer !== 'object') return NOTHING;
    answer.forEach((chosen, index) => {
      const option = places.get(chosen);
      if (option === undefined) return;
      mark(option, at);
      give(option, at, index + 1);
    });
    return answer.length > 0 ? 0 : NOTHING;
  };
  const stateOf = (missing: number, at: number): number => {
    const option = placeOfMissing(missing);
    return option < 0 ? option : mark(option, at);
  };
  const states = encodeEach(new Int8Array(responses.length), responses, code, { take, stateOf });
  return { wordsEach, bits, states };
};
