import type { EvaluationId } from '../../../platform/ids';
import type { NumberedTexts } from '../../responses';
import type { DeskNeeds } from '../desk-needs';
import type { TextField } from '../domain/texts';
import { OVERLAP, SLICE } from './keep-texts';

export interface TextCount {
  readonly answered: number;
  readonly asked: number;
}

interface Tally {
  /** By number of the response, one bit for each question. */
  answered: Uint32Array;
  asked: Uint32Array;
  readonly fields: readonly TextField[];
  readonly words: number;
  last: number;
  turn: Promise<unknown>;
}

const BITS = 32;
const MOST_KEPT = 20;

/** How many wrote to each question of a questionnaire: counted once, then kept up. The texts themselves are let go. */
export const countTexts = ({ readTexts }: Pick<DeskNeeds, 'readTexts'>) => {
  const kept = new Map<string, Tally>();
  return (
    evaluationId: EvaluationId,
    questionnaireCode: string,
    fields: readonly TextField[],
  ): Promise<readonly TextCount[]> => {
    const key = JSON.stringify([
      evaluationId,
      questionnaireCode,
      fields.map(({ code, versions }) => [code, versions.size]),
    ]);
    const tally = kept.get(key) ?? emptyTally(fields);
    kept.delete(key);
    kept.set(key, tally);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    const wanted = { evaluationId, questionnaireCode, fields: fields.map(({ code }) => code) };
    const counted = tally.turn
      .catch(() => undefined)
      .then(async () => {
        for (let after = Math.max(0, tally.last - OVERLAP); ;) {
          const slice = await readTexts(wanted, after, SLICE);
          for (const response of slice) mark(tally, response);
          const last = slice.at(-1)?.sequence ?? after;
          tally.last = Math.max(tally.last, last);
          if (slice.length < SLICE) break;
          after = last;
        }
        return fields.map((_, at) => ({
          answered: bitsAt(tally.answered, at, tally.words),
          asked: bitsAt(tally.asked, at, tally.words),
        }));
      });
    tally.turn = counted;
    return counted;
  };
};

const FIRST_ROOM = 1_024;

const emptyTally = (fields: readonly TextField[]): Tally => {
  const words = Math.max(1, Math.ceil(fields.length / BITS));
  const room = FIRST_ROOM * words;
  return {
    answered: new Uint32Array(room),
    asked: new Uint32Array(room),
    fields,
    words,
    last: 0,
    turn: Promise.resolve(),
  };
};

const mark = (tally: Tally, { sequence, replaces, versionId, answers }: NumberedTexts): void => {
  makeRoom(tally, sequence);
  for (const number of replaces === undefined ? [sequence] : [sequence, replaces])
    for (let word = 0; word < tally.words; word += 1) {
      tally.answered[number * tally.words + word] = 0;
      tally.asked[number * tally.words + word] = 0;
    }
  tally.fields.forEach(({ code, versions }, at) => {
    if (!versions.has(versionId)) return;
    const answer = answers[code];
    if (typeof answer === 'object' && 'missing' in answer && (answer.missing === 95 || answer.missing === 96)) return;
    const word = sequence * tally.words + Math.floor(at / BITS);
    const bit = 1 << (at % BITS);
    tally.asked[word] = (tally.asked[word] ?? 0) | bit;
    if (typeof answer === 'string' && answer.trim() !== '') tally.answered[word] = (tally.answered[word] ?? 0) | bit;
  });
};

const makeRoom = (tally: Tally, sequence: number): void => {
  const needed = (sequence + 1) * tally.words;
  if (needed <= tally.answered.length) return;
  const [answered, asked] = [new Uint32Array(needed * 2), new Uint32Array(needed * 2)];
  answered.set(tally.answered);
  asked.set(tally.asked);
  tally.answered = answered;
  tally.asked = asked;
};

const bitsAt = (marks: Uint32Array, at: number, words: number): number => {
  const bit = 1 << (at % BITS);
  let count = 0;
  for (let word = Math.floor(at / BITS); word < marks.length; word += words)
    count += ((marks[word] ?? 0) & bit) === 0 ? 0 : 1;
  return count;
};
