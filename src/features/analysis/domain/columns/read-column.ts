import type { Answer, Choice, Field, MissingCode } from '../../../questionnaires/domain';
import type { VersionId } from '../../../../platform/ids';
import type { Response } from '../../../responses/domain';
import type { CodedColumn, Column, MultipleColumn, NumberColumn, RankingColumn } from './column';

/** By questionnaire version, the newest first: the field that holds the answer; absent where it is not asked, or asked apart. */
export type FieldByVersion = ReadonlyMap<VersionId, Field>;

type Taken = Exclude<Answer, { readonly missing: MissingCode }>;

/** One question's answers of all responses as arrays, from as many questionnaires and versions as ask it. */
export const readColumn = (responses: readonly Response[], fieldOf: FieldByVersion): Column => {
  const fields = [...fieldOf.values()];
  const kinds = new Set(fields.map(({ kind }) => kind));
  if (kinds.has('number')) return readNumbers(responses, fieldOf);
  if (kinds.has('multiple')) return readMultiple(responses, fieldOf, choicesOf(fields));
  if (kinds.has('ranking')) return readRanking(responses, fieldOf, choicesOf(fields), mostOf(fields));
  return readCoded(responses, fieldOf, choicesOf(fields));
};

/** Choices that are answers, missing ones left out; the words of the first field win, further choices of the others join. */
export const choicesOf = (fields: readonly Field[]): readonly Choice[] => {
  const choices = new Map<string, Choice>();
  for (const field of fields)
    if ('choices' in field)
      for (const choice of field.choices.values()) if (!choices.has(choice.code)) choices.set(choice.code, choice);
  return [...choices.values()].filter(({ missing }) => missing === undefined);
};

const mostOf = (fields: readonly Field[]): number =>
  Math.max(0, ...fields.map((field) => (field.kind === 'ranking' ? field.most : 0)));

/** Visits each response once: `take` gets what was said, the state column what was not. */
const readEach = (
  responses: readonly Response[],
  fieldOf: FieldByVersion,
  take: (at: number, answer: Taken) => boolean,
): Uint8Array => {
  const states = new Uint8Array(responses.length).fill(96);
  for (let at = 0; at < responses.length; at += 1) {
    const response = responses[at];
    const field = response && fieldOf.get(response.versionId);
    if (field === undefined) continue;
    states[at] = stateOf(field, response?.answers[field.code], (answer) => take(at, answer));
  }
  return states;
};

const stateOf = (field: Field, answer: Answer | undefined, take: (answer: Taken) => boolean): number => {
  if (answer === undefined) return 99;
  if (typeof answer === 'object' && 'missing' in answer) return answer.missing;
  const chosen = typeof answer === 'string' && 'choices' in field ? field.choices.get(answer)?.missing : undefined;
  if (chosen !== undefined) return chosen;
  return take(answer) ? 0 : 99;
};

const placesByCode = (choices: readonly Choice[]): ReadonlyMap<string, number> =>
  new Map(choices.map(({ code }, at) => [code, at]));

const readCoded = (
  responses: readonly Response[],
  fieldOf: FieldByVersion,
  choices: readonly Choice[],
): CodedColumn => {
  const places = placesByCode(choices);
  const values = new Uint16Array(responses.length);
  const states = readEach(responses, fieldOf, (at, answer) => {
    const place = places.get(String(answer));
    if (place === undefined) return false;
    values[at] = place;
    return true;
  });
  return { kind: 'coded', choices, values, states };
};

const readMultiple = (
  responses: readonly Response[],
  fieldOf: FieldByVersion,
  choices: readonly Choice[],
): MultipleColumn => {
  const places = placesByCode(choices);
  const marks = choices.map(() => new Uint8Array(responses.length));
  const states = readEach(responses, fieldOf, (at, answer) => {
    if (!Array.isArray(answer)) return false;
    for (const code of answer as readonly string[]) {
      const column = marks[places.get(code) ?? -1];
      if (column !== undefined) column[at] = 1;
    }
    return answer.length > 0;
  });
  return { kind: 'multiple', choices, marks, states };
};

const readRanking = (
  responses: readonly Response[],
  fieldOf: FieldByVersion,
  choices: readonly Choice[],
  most: number,
): RankingColumn => {
  const order = placesByCode(choices);
  const places = choices.map(() => new Uint8Array(responses.length));
  const states = readEach(responses, fieldOf, (at, answer) => {
    if (!Array.isArray(answer)) return false;
    for (const [index, code] of (answer as readonly string[]).entries()) {
      const column = places[order.get(code) ?? -1];
      if (column !== undefined) column[at] = index + 1;
    }
    return answer.length > 0;
  });
  return { kind: 'ranking', choices, most, places, states };
};

const readNumbers = (responses: readonly Response[], fieldOf: FieldByVersion): NumberColumn => {
  const values = new Float64Array(responses.length);
  const states = readEach(responses, fieldOf, (at, answer) => {
    if (typeof answer !== 'number') return false;
    values[at] = answer;
    return true;
  });
  return { kind: 'number', values, states };
};
