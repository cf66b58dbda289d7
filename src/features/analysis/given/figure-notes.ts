import type { AnswerStates, DisclosedBlock, HiddenReason } from '../domain/tables';
import { columnName, labelText, listed, quotable, quoted, variableName, type GivenWords } from './given-words';

/** Of so few people a percentage says too much, and of so many too little is known (domain 3.6, rule 6). */
const FEWEST_FOR_PERCENT = 10;
const FEWEST_WITHOUT_REMARK = 30;
/** Names in one sentence. */
const MOST_NAMES = 8;

/** What everybody owes who shows these numbers: base, weight, filter, small and hidden groups, tests. */
export const notesOf = (blocks: readonly DisclosedBlock[], words: GivenWords): readonly string[] => [
  ...baseNotes(blocks, words),
  ...filterNotes(words),
  ...weightNotes(words),
  ...smallNotes(blocks, words),
  ...hiddenNotes(blocks, words),
];

const askedOf = ({ answered, dontKnow, leftEmpty, notApplicable, withoutWeight }: AnswerStates): number =>
  answered + dontKnow + leftEmpty + notApplicable + withoutWeight;

const baseNotes = (blocks: readonly DisclosedBlock[], words: GivenWords): readonly string[] => {
  const { t, format } = words;
  const told = blocks.flatMap(({ asked }) => asked ?? []);
  const [first] = blocks;
  if (first === undefined) return [];
  const kind = first.kind === 'set' && first.percentsOf === 'mentions' ? 'mentions' : first.kind;
  const range = (ns: readonly number[]): string => {
    const [least, most] = [Math.min(...ns), Math.max(...ns)];
    return least === most ? format.integer(most) : `${format.integer(least)}–${format.integer(most)}`;
  };
  const counts =
    told.length === 0
      ? []
      : [
          t('frozen:notes.counts', {
            answered: range(told.map(({ answered }) => answered)),
            asked: range(told.map(askedOf)),
          }),
        ];
  const places = words.named(first.variable).places;
  return [
    t(`frozen:notes.base.${kind}`),
    ...counts,
    ...(kind === 'set' ? [t('frozen:notes.several')] : []),
    ...(places === null ? [] : [t('frozen:notes.ranking', { most: format.integer(places) })]),
  ];
};

const filterNotes = (words: GivenWords): readonly string[] => {
  const conditions = conditionsText(words);
  return conditions === null ? [] : [words.t('frozen:notes.filter', { conditions })];
};

/** Who is counted, in words; null: everyone. */
export const conditionsText = (words: GivenWords): string | null => {
  const { filter } = words.given.request;
  if (filter.length === 0) return null;
  const conditions = filter.map(({ variable, codes }) => {
    const { categories } = words.named(variable);
    const labels = codes.map((code) => quoted(categories.find((one) => one.code === code)?.label ?? code, words));
    return words.t('frozen:condition', { variable: variableName(variable, words), labels: orList(labels, words) });
  });
  return conditions.join('; ');
};

const orList = (texts: readonly string[], { t }: GivenWords): string => {
  const shown = texts.slice(0, MOST_NAMES);
  const more = texts.length - shown.length;
  if (more > 0) return t('frozen:andMore', { texts: shown.join(', '), count: more });
  return shown.length < 2
    ? (shown[0] ?? '')
    : t('frozen:or', { first: shown.slice(0, -1).join(', '), last: shown.at(-1) ?? '' });
};

const weightNotes = (words: GivenWords): readonly string[] => {
  const { weight } = words.given.request;
  return weight === null
    ? []
    : [words.t('frozen:notes.weight', { weight: quotable(words.named(weight).label, words) })];
};

/** Names of columns of which something is true in a block. */
const columnsWhere = (
  blocks: readonly DisclosedBlock[],
  test: (block: DisclosedBlock, at: number) => boolean,
  words: GivenWords,
): readonly string[] =>
  words.given.table.columns.flatMap((column, at) =>
    blocks.some((block) => test(block, at)) ? [columnName(column, words)] : [],
  );

const named = (key: string, names: readonly string[], words: GivenWords): readonly string[] => {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMES).map((name) => quotable(name, words));
  const more = names.length - shown.length;
  const list = more > 0 ? words.t('frozen:andMore', { texts: shown.join(', '), count: more }) : listed(shown, words);
  return [words.t(key, { names: list, smallest: words.given.table.smallestGroup })];
};

const smallNotes = (blocks: readonly DisclosedBlock[], words: GivenWords): readonly string[] => {
  const sizeAt = (block: DisclosedBlock, at: number): number => block.bases[at]?.n ?? Infinity;
  const few = columnsWhere(blocks, (block, at) => sizeAt(block, at) < FEWEST_FOR_PERCENT, words);
  const small = columnsWhere(blocks, (block, at) => sizeAt(block, at) < FEWEST_WITHOUT_REMARK, words);
  return [
    ...named('frozen:notes.few', few, words),
    ...named(
      'frozen:notes.small',
      small.filter((name) => !few.includes(name)),
      words,
    ),
  ];
};

const REASONS: readonly Exclude<HiddenReason, null | 'sensitive'>[] = ['too-few', 'dominated', 'protects-another'];

const hiddenNotes = (blocks: readonly DisclosedBlock[], words: GivenWords): readonly string[] => {
  if (blocks.some(({ sensitive }) => sensitive)) return [words.t('frozen:notes.sensitive')];
  return REASONS.flatMap((reason) =>
    named(
      `frozen:notes.hidden.${reason}`,
      columnsWhere(blocks, ({ hidden }, at) => hidden[at] === reason, words),
      words,
    ),
  );
};

/** Why there is no chart. */
export const nothingToDraw = (blocks: readonly DisclosedBlock[], words: GivenWords): string => {
  const { t, given } = words;
  if (blocks.length === 0) return t('frozen:nothing.empty');
  if (blocks.every(({ bases }) => bases.every((base) => base === null)))
    return t('frozen:nothing.hidden', { smallest: given.table.smallestGroup });
  const most = Math.max(...blocks.flatMap(({ bases }) => bases.map((base) => base?.n ?? 0)));
  if (most === 0) return t('frozen:nothing.empty');
  return t(most < FEWEST_FOR_PERCENT ? 'frozen:nothing.few' : 'frozen:nothing.other');
};

/** The question, its number and what is measured. */
export const subOf = (measure: string, block: DisclosedBlock, words: GivenWords): string => {
  const { item, question, statement } = words.wordingOf(block.variable);
  const isAsked = words.named(block.variable).item !== null;
  const code = isAsked ? block.variable : '';
  return [
    measure,
    words.t(isAsked ? 'frozen:asked' : 'frozen:variable', {
      code: code === '' ? item : code,
      question: quotable(statement === null ? question : `${tidyEnd(question)} – ${statement}`, words),
    }),
  ].join(' ');
};

const tidyEnd = (text: string): string => text.trim().replace(/[.:…]+$/u, '');

/** Title where no rule can say a finding. */
export const plainTitle = (block: DisclosedBlock, words: GivenWords): string => {
  const { statement, question } = words.wordingOf(block.variable);
  const text = quotable(statement ?? question, words);
  return words.named(block.variable).item === null
    ? labelText(text, words)
    : `${block.variable}. ${labelText(text, words)}`;
};
