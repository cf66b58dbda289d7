import type { AskedItem, Choice, QuestionnaireDefinition } from './definition';
import { fault, type DefinitionFault } from './definition-fault';
import {
  ExpressionError,
  mentionsOf,
  parseExpression,
  renameReferences,
  type Expression,
  type Mention,
} from './expression';
import { expressionsOf } from './faults-of-expressions';
import { fieldCodesOf } from './fields-of';
import { layOutBlocks, type LaidOutItem } from './lay-out-blocks';
import { textsOfItem } from './map-texts';
import { referencesInText } from './text-references';

/** Expressions, bounds and texts may look only at earlier fields, and only at choices that exist there. */
export const faultsOfReferences = (definition: QuestionnaireDefinition): readonly DefinitionFault[] => {
  const laidOut = layOutBlocks(definition).flat();
  const register = registerOf(laidOut);
  const faults = [
    ...faultsOfRepeats(definition),
    ...laidOut.flatMap((item, place) => faultsOfLaidOut(item, place, register)),
  ];
  // A fault in a block shows in each of its turns.
  return [...new Map(faults.map((each) => [JSON.stringify(each), each])).values()];
};

interface Known {
  readonly place: number;
  readonly item: AskedItem;
  /** Null where any text may stand. */
  readonly choices: ReadonlyMap<string, Choice> | null;
}

interface Register {
  readonly fields: ReadonlyMap<string, Known>;
  /** By item code: what its expressions look at. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** Circles are looked for so many times; a hostile file has no more told. */
  searches: number;
}

const MOST_SEARCHES = 50;

const registerOf = (laidOut: readonly LaidOutItem[]): Register => {
  const fields = new Map<string, Known>();
  for (const [place, { item }] of laidOut.entries())
    for (const code of fieldCodesOf(item)) {
      if (fields.has(code)) continue;
      fields.set(code, { place, item, choices: code.endsWith('_inne') ? null : choicesOf(item) });
    }
  const read = readOnce();
  const mentions = new Map(laidOut.map((each) => [each.item.code, mentionsIn(each, read)]));
  return { fields, mentions, searches: MOST_SEARCHES };
};

const choicesOf = (item: AskedItem): ReadonlyMap<string, Choice> | null => {
  const toMap = (choices: readonly Choice[]) => new Map(choices.map((choice) => [choice.code, choice]));
  if ('choices' in item) return toMap(item.choices);
  if (item.kind === 'consent') return toMap(['tak', 'nie'].map((code) => ({ code, label: code })));
  if (item.kind === 'scale0to10')
    return toMap(Array.from({ length: 11 }, (_, value) => ({ code: String(value), label: '' })));
  return null;
};

/** Blocks share their expressions. Null where an expression cannot be read: that is a fault of its own. */
const readOnce = (): ((text: string) => Expression | null) => {
  const known = new Map<string, Expression | null>();
  return (text) => {
    const expression = known.get(text);
    if (expression !== undefined) return expression;
    const read = readOrNull(text);
    known.set(text, read);
    return read;
  };
};

const readOrNull = (text: string): Expression | null => {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
};

const mentionsIn = ({ item, renamed }: LaidOutItem, read: (text: string) => Expression | null): readonly Mention[] =>
  expressionsOf(item).flatMap(({ place, text }) => {
    const expression = read(text);
    const mentions = expression === null ? [] : mentionsOf(renameReferences(expression, renamed));
    // A constraint may name its own item as well as write a dot.
    const own = place === 'constraint' ? fieldCodesOf(item) : [];
    return mentions.filter(({ code }) => !own.includes(code));
  });

const faultsOfLaidOut = (laidOut: LaidOutItem, place: number, register: Register): readonly DefinitionFault[] => {
  const { item, block } = laidOut;
  const code = block?.origin ?? item.code;
  const known = (reference: string): Known | undefined => register.fields.get(reference);
  const isEarlier = (reference: string): boolean => (known(reference)?.place ?? place) < place;
  const bound = item.kind === 'number' ? item.notAbove : undefined;
  return [
    ...(register.mentions.get(item.code) ?? []).flatMap((mention) => {
      const found = faultOfMention(mention, item, place, register);
      return found === null ? [] : [{ ...found, code }];
    }),
    ...(bound !== undefined && !(isEarlier(bound) && known(bound)?.item.kind === 'number')
      ? [fault(code, 'bound', { bound })]
      : []),
    ...textsShown(laidOut)
      .flatMap(referencesInText)
      .filter((reference) => !isEarlier(reference))
      .map((reference) => fault(code, 'text-reference', { reference })),
  ];
};

/** The text of a calculated value is for its author; the heading of a block stands above each of its items. */
const textsShown = ({ item, block }: LaidOutItem): readonly string[] =>
  item.kind === 'calculated' ? [] : [...textsOfItem(item), block?.title ?? ''];

const faultOfMention = (
  { code: reference, choice }: Mention,
  item: AskedItem,
  place: number,
  register: Register,
): DefinitionFault | null => {
  const known = register.fields.get(reference);
  if (known === undefined) return fault(item.code, 'reference-unknown', { reference });
  if (known.place === place) return fault(item.code, 'reference-itself', { reference });
  if (known.place > place) {
    const cycle = cycleFrom(item.code, known.item.code, register);
    return cycle === null
      ? fault(item.code, 'reference-later', { reference })
      : fault(item.code, 'reference-cycle', { cycle: cycle.join(' → ') });
  }
  if (choice === undefined || known.choices === null) return null;
  const found = known.choices.get(choice);
  return found === undefined || found.missing !== undefined
    ? fault(item.code, 'no-such-choice', { reference, choice })
    : null;
};

/** Items from one through others back to itself; null when looking at the next does not lead back. */
const cycleFrom = (start: string, next: string, register: Register): readonly string[] | null => {
  const { fields, mentions } = register;
  register.searches -= 1;
  if (register.searches < 0) return null;
  const ways: (readonly string[])[] = [[start, next]];
  const seen = new Set([next]);
  for (const way of ways) {
    const last = way.at(-1) ?? next;
    for (const { code } of mentions.get(last) ?? []) {
      const item = fields.get(code)?.item.code;
      if (item === start) return [...way, start];
      if (item === undefined || seen.has(item)) continue;
      seen.add(item);
      ways.push([...way, item]);
    }
  }
  return null;
};

/** A block is repeated over an earlier multiple choice or number outside of blocks. */
const faultsOfRepeats = (definition: QuestionnaireDefinition): readonly DefinitionFault[] => {
  const countable = new Set<string>();
  return definition.pages
    .flatMap((page) => page.items)
    .flatMap((item) => {
      if (item.kind === 'multiple' || item.kind === 'number') countable.add(item.code);
      return item.kind === 'repeat' && !countable.has(item.over)
        ? [fault(item.code, 'repeat-over', { over: item.over })]
        : [];
    });
};
