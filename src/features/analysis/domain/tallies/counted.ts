import { keyOf, type AnswerSource, type Dataset } from '../dataset';
import { crowdOf, tellApart, type Crowd } from './crowd';
import { protectBase, protectByAnswer, type CountedBase, type Protection } from './protection';
import { tallyOf, type Tally } from './tally';

/** Who is in the base of a question. */
export interface Base extends Omit<CountedBase, 'counts'> {
  /** Names it: two bases of one key are the same. */
  readonly key: string;
  /** How many stand in each place of a crowd. */
  readonly countIn: (counted: Counted) => Uint32Array;
}

/** A crowd with what has been counted of it so far: each question once, whatever the filters. */
export interface Counted {
  readonly crowd: Crowd;
  tally(sources: readonly AnswerSource[]): Tally;
  protection(base: Base): Protection;
}

/** A dataset counted, and counted again with people told apart by an answer. */
export interface CountedDataset extends Counted {
  byAnswer(split: AnswerSplit): Counted;
}

/** How a question tells people apart. */
export interface AnswerSplit {
  /** Names it. */
  readonly key: string;
  /** Value of each respondent: first the answers, then "otherwise", then "not asked". */
  readonly values: Uint16Array;
  readonly answers: number;
}

/** Answers by which one dataset is held counted; the one not asked for longest goes first. */
const MOST_SPLITS = 6;

const known = new WeakMap<Dataset, CountedDataset>();

/** Everything counted of a dataset. A dataset never changes, so nothing here grows old. */
export const countedOf = (dataset: Dataset): CountedDataset => {
  const counted = known.get(dataset) ?? countAll(dataset);
  known.set(dataset, counted);
  return counted;
};

const countAll = (dataset: Dataset): CountedDataset => {
  const { shape, cells, isComplete } = dataset.lattice;
  const { smallestGroup } = dataset.evaluation;
  const crowd = crowdOf(shape, cells, isComplete);
  const whole = remembering(dataset, crowd, (base, counts) => protectBase(crowd, { ...base, counts }, smallestGroup));
  const splits = new Map<string, Counted>();
  return {
    ...whole,
    byAnswer: (split) => {
      const counted = splits.get(split.key) ?? countByAnswer(dataset, whole, split);
      splits.delete(split.key);
      splits.set(split.key, counted);
      for (const oldest of [...splits.keys()].slice(0, Math.max(0, splits.size - MOST_SPLITS))) splits.delete(oldest);
      return counted;
    },
  };
};

const countByAnswer = (dataset: Dataset, whole: Counted, { values, answers }: AnswerSplit): Counted => {
  const crowd = tellApart(whole.crowd, values, answers + 2);
  const limits = { smallestGroup: dataset.evaluation.smallestGroup, notAsked: answers + 1 };
  return remembering(dataset, crowd, (base, counts) =>
    protectByAnswer(crowd, { ...base, counts }, whole.protection(base), limits),
  );
};

const remembering = (
  dataset: Dataset,
  crowd: Crowd,
  protect: (base: Base, counts: Uint32Array) => Protection,
): Counted => {
  const tallies = new Map<string, Tally>();
  const protections = new Map<string, Protection>();
  const counted: Counted = {
    crowd,
    tally: (sources) => {
      const key = keyOf(sources);
      const tally = tallies.get(key) ?? tallyOf(dataset.column(sources), crowd);
      tallies.set(key, tally);
      return tally;
    },
    protection: (base) => {
      const protection = protections.get(base.key) ?? protect(base, base.countIn(counted));
      protections.set(base.key, protection);
      return protection;
    },
  };
  return counted;
};
