import { parsePattern, PatternError, type CharacterTest, type PatternNode } from './parse-pattern';

/** One step of a pattern laid out flat; numbers are places of steps. */
type Step =
  | { readonly kind: 'character'; readonly fits: CharacterTest }
  | { readonly kind: 'start' | 'end' | 'done' }
  | { readonly kind: 'go'; readonly to: readonly number[] };

const MOST_STEPS = 1_000;
/** Longer texts fit no pattern. */
const LONGEST_TEXT = 2_000;

/** What is wrong with a pattern; null when it can be used. */
export const checkPattern = (pattern: string): { readonly character: number; readonly near: string } | null => {
  try {
    stepsOf(pattern);
    return null;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return error;
  }
};

/**
 * Whether the whole text fits the pattern, as `regex()` of ODK. All ways through the pattern are followed side by side
 * (Thompson 1968), one character at a time: the time is at most steps times characters. A backtracking matcher such as
 * JavaScript's own takes years for `(a|a)*b`, and refusing nested repetition would not catch that pattern.
 */
export const matchesPattern = (pattern: string, text: string): boolean => {
  if (text.length > LONGEST_TEXT) return false;
  const steps = stepsOf(pattern);
  const characters = [...text];
  let places = reachable(steps, [0], { isStart: true, isEnd: characters.length === 0 });
  for (const [at, character] of characters.entries()) {
    const next = places.flatMap((place) => {
      const step = steps[place];
      return step?.kind === 'character' && step.fits(character) ? [place + 1] : [];
    });
    if (next.length === 0) return false;
    places = reachable(steps, next, { isStart: false, isEnd: at === characters.length - 1 });
  }
  return places.some((place) => steps[place]?.kind === 'done');
};

/** Places that wait for a character or are the end, from the given ones without reading anything. */
const reachable = (
  steps: readonly Step[],
  from: readonly number[],
  { isStart, isEnd }: { readonly isStart: boolean; readonly isEnd: boolean },
): readonly number[] => {
  const seen = new Set(from);
  for (const place of seen) {
    const step = steps[place];
    if (step?.kind === 'go') for (const next of step.to) seen.add(next);
    if ((step?.kind === 'start' && isStart) || (step?.kind === 'end' && isEnd)) seen.add(place + 1);
  }
  return [...seen];
};

const remembered = new Map<string, readonly Step[]>();

const stepsOf = (pattern: string): readonly Step[] => {
  const known = remembered.get(pattern);
  if (known !== undefined) return known;
  const steps: Step[] = [];
  layOut(parsePattern(pattern), steps);
  steps.push({ kind: 'done' });
  if (remembered.size >= 500) remembered.clear();
  remembered.set(pattern, steps);
  return steps;
};

const layOut = (node: PatternNode, steps: Step[]): void => {
  if (steps.length > MOST_STEPS) throw new PatternError(1, '…');
  switch (node.kind) {
    case 'character':
    case 'start':
    case 'end':
      steps.push(node);
      return;
    case 'sequence':
      for (const part of node.parts) layOut(part, steps);
      return;
    case 'either':
      layOutEither(node.parts, steps);
      return;
    case 'repeat':
      layOutRepeat(node, steps);
  }
};

const layOutEither = (parts: readonly PatternNode[], steps: Step[]): void => {
  const fork = steps.push({ kind: 'go', to: [] }) - 1;
  const starts: number[] = [];
  const exits: number[] = [];
  for (const part of parts) {
    starts.push(steps.length);
    layOut(part, steps);
    exits.push(steps.push({ kind: 'go', to: [] }) - 1);
  }
  steps[fork] = { kind: 'go', to: starts };
  for (const exit of exits) steps[exit] = { kind: 'go', to: [steps.length] };
};

const layOutRepeat = ({ part, least, most }: Extract<PatternNode, { kind: 'repeat' }>, steps: Step[]): void => {
  for (let time = 0; time < least; time += 1) layOut(part, steps);
  if (most === Infinity) {
    const fork = steps.push({ kind: 'go', to: [] }) - 1;
    layOut(part, steps);
    steps.push({ kind: 'go', to: [fork] });
    steps[fork] = { kind: 'go', to: [fork + 1, steps.length] };
    return;
  }
  const forks: number[] = [];
  for (let time = least; time < most; time += 1) {
    forks.push(steps.push({ kind: 'go', to: [] }) - 1);
    layOut(part, steps);
  }
  for (const fork of forks) steps[fork] = { kind: 'go', to: [fork + 1, steps.length] };
};
