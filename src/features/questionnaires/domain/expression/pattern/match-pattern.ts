import { parsePattern, PatternError, type CharacterTest, type PatternNode } from './parse-pattern';

/** One step of a pattern laid out flat; numbers are places of steps. */
type Step =
  | { readonly kind: 'character'; readonly fits: CharacterTest }
  | { readonly kind: 'start' | 'end' | 'done' }
  | { readonly kind: 'go'; readonly to: readonly number[] };

const MOST_STEPS = 600;
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
 * (Thompson 1968), one character at a time: the time is at most steps times characters, and what follows a character is
 * remembered, so that a common text costs one look-up for each. A backtracking matcher such as JavaScript's own takes
 * years for `(a|a)*b`, and refusing nested repetition would not catch that pattern.
 */
export const matchesPattern = (pattern: string, text: string): boolean => {
  if (text.length > LONGEST_TEXT) return false;
  const machine = machineOf(pattern);
  let state = machine.start;
  for (const character of text) {
    const next = state.next.get(character) ?? follow(machine, state, character);
    if (next.places.length === 0) return false;
    state = next;
  }
  return state.isAccepted;
};

/** Where all ways through the pattern stand after some characters. */
interface State {
  readonly places: readonly number[];
  /** Whether the text may end here. */
  readonly isAccepted: boolean;
  readonly next: Map<string, State>;
}

interface Machine {
  readonly steps: readonly Step[];
  readonly start: State;
  /** By their places; when there are too many, no more are remembered. */
  readonly states: Map<string, State>;
}

const MOST_STATES = 200;
const MOST_CHARACTERS = 300;

const follow = ({ steps, states }: Machine, { places, next }: State, character: string): State => {
  const reached = places.flatMap((place) => {
    const step = steps[place];
    return step?.kind === 'character' && step.fits(character) ? [place + 1] : [];
  });
  const key = reached.join(',');
  const state = states.get(key) ?? stateAt(steps, reached, { isStart: false });
  if (states.size < MOST_STATES) states.set(key, state);
  if (states.has(key) && next.size < MOST_CHARACTERS) next.set(character, state);
  return state;
};

const stateAt = (
  steps: readonly Step[],
  from: readonly number[],
  { isStart }: { readonly isStart: boolean },
): State => {
  const places = reachable(steps, from, { isStart, isEnd: false });
  const atEnd = reachable(steps, places, { isStart, isEnd: true });
  return { places, isAccepted: atEnd.some((place) => steps[place]?.kind === 'done'), next: new Map() };
};

/** Places to be reached from the given ones without reading a character. */
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

const machines = new Map<string, Machine>();

const machineOf = (pattern: string): Machine => {
  const known = machines.get(pattern);
  if (known !== undefined) return known;
  const steps = stepsOf(pattern);
  const machine: Machine = { steps, start: stateAt(steps, [0], { isStart: true }), states: new Map() };
  if (machines.size >= 200) machines.clear();
  machines.set(pattern, machine);
  return machine;
};

const stepsOf = (pattern: string): readonly Step[] => {
  const steps: Step[] = [];
  layOut(parsePattern(pattern), steps);
  steps.push({ kind: 'done' });
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
