import { isMissing } from '../../check-answer';
import type { CompiledItem, CompiledVersion } from '../../compile-version';
import type { Answer } from '../../definition';
import type { Field } from '../../field';
import { pathThrough } from '../../path';
import { checkpointsOf, type Checkpoint } from '../logic/condition-remarks';
import type { Ways } from '../logic/reach';
import type { SyntheticResponse } from './walk-respondent';

/** How much of something was seen, and the codes of what was not. */
export interface Seen {
  readonly seen: number;
  readonly all: number;
  readonly unseen: readonly string[];
}

export interface Coverage {
  readonly items: Seen;
  /** Choices, unseen as `K1 = pes`. */
  readonly choices: Seen;
  /** Conditions seen to hold, and seen not to. */
  readonly holding: Seen;
  readonly failing: Seen;
}

interface Place {
  readonly item: CompiledItem;
  /** Code of the item or row in the version, with the suffix of its block. */
  readonly code: string;
  readonly checkpoint: Checkpoint;
}

interface Option {
  readonly field: Field;
  readonly choice: string;
}

/** Everything there is to be seen in a version. */
export interface Sights {
  readonly compiled: CompiledVersion;
  readonly places: readonly Place[];
  readonly options: readonly Option[];
}

export const sightsOf = (ways: Ways): Sights => {
  const { compiled } = ways;
  const items = compiled.items.filter(({ item }) => item.kind !== 'calculated');
  return {
    compiled,
    places: items.flatMap((item) =>
      checkpointsOf(ways, item).map((checkpoint) => ({ item, code: checkpoint.code, checkpoint })),
    ),
    options: compiled.fields.flatMap((field) =>
      'choices' in field ? [...field.choices.keys()].map((choice) => ({ field, choice })) : [],
    ),
  };
};

/** What responses have shown: keys of items, options and outcomes. */
export type SeenKeys = ReadonlySet<string>;

export const itemKey = ({ code }: Pick<Place, 'code'>): string => `item ${code}`;
export const optionKey = ({ field, choice }: Option): string => `${field.code} = ${choice}`;
export const outcomeKey = ({ code }: Pick<Place, 'code'>, holds: boolean): string => `${String(holds)} ${code}`;

export const coverageOf = ({ places, options }: Sights, seen: SeenKeys): Coverage => {
  const conditional = places.filter(({ checkpoint }) => checkpoint.target.conditions.length > 0);
  const codesOf = (found: readonly Place[], isSeen: (place: Place) => boolean): Seen => ({
    seen: found.filter(isSeen).length,
    all: found.length,
    unseen: found.filter((place) => !isSeen(place)).map(({ code }) => code),
  });
  const unseenOptions = options.filter((option) => !seen.has(optionKey(option)));
  return {
    items: codesOf(places, (place) => seen.has(itemKey(place))),
    choices: {
      seen: options.length - unseenOptions.length,
      all: options.length,
      unseen: unseenOptions.map(optionKey),
    },
    holding: codesOf(conditional, (place) => seen.has(outcomeKey(place, true))),
    failing: codesOf(conditional, (place) => seen.has(outcomeKey(place, false))),
  };
};

/** What one response shows. */
export const seenIn = ({ compiled, places, options }: Sights, response: SyntheticResponse): readonly string[] => {
  const { sheet, reachedPage } = response;
  const { shown, asked, end } = pathThrough(compiled, sheet);
  const endAt = end === null ? Infinity : compiled.items.indexOf(end);
  const came = places.filter(({ item }) => item.page <= reachedPage && compiled.items.indexOf(item) <= endAt);
  return [
    ...came.flatMap((place) => {
      const isShown = shown.has(place.code) || asked.has(place.code);
      return isShown ? [itemKey(place), outcomeKey(place, true)] : [outcomeKey(place, false)];
    }),
    ...options.filter(({ field, choice }) => isChosen(field, choice, sheet[field.code])).map(optionKey),
  ];
};

const isChosen = (field: Field, choice: string, answer: Answer | undefined): boolean => {
  if (answer === undefined || typeof answer === 'number') return false;
  if (isMissing(answer)) return 'choices' in field && field.choices.get(choice)?.missing === answer.missing;
  return typeof answer === 'string' ? answer === choice : answer.includes(choice);
};
