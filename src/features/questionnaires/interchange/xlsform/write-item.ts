import { otherTextCode, type Choice, type Item } from '../../domain';

/** Texts of a row by the place that gives their translations. */
export interface WrittenText {
  readonly column: 'label' | 'hint' | 'constraint_message' | 'es::unit' | 'es::low' | 'es::high';
  readonly key: string;
  readonly polish: string;
}

export interface WrittenRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly texts: readonly WrittenText[];
}

/** What writing one item needs to know of the whole questionnaire. */
export interface Setting {
  /** Gives the name of a list with these choices. */
  readonly listOf: (item: { readonly code: string; readonly scale?: string }, choices: readonly Choice[]) => string;
  /** Whether the code is that of a number. */
  readonly isNumber: (code: string) => boolean;
}

/** Rows of an item in the survey sheet, the one that stands for it first. */
export const writeItem = (item: Item, setting: Setting): readonly WrittenRow[] => {
  if (item.kind === 'battery')
    return writeTable(item, `select_one ${setting.listOf(item, item.choices)}`, 'table-list');
  if (item.kind === 'sum') return writeTable(item, 'decimal', 'field-list');
  if (item.kind === 'repeat') return writeRepeat(item, setting);
  return [row(item, typeOf(item, setting), cellsOf(item)), ...otherRows(item)];
};

const writeRepeat = (item: Extract<Item, { readonly kind: 'repeat' }>, setting: Setting): readonly WrittenRow[] => [
  row(item, 'begin_repeat', { repeat_count: countOf(item.over, setting) }),
  ...item.items.flatMap((inner) => writeItem(inner, setting)),
  { cells: { type: 'end_repeat' }, texts: [] },
];

const countOf = (over: string, { isNumber }: Setting): string =>
  isNumber(over) ? `\${${over}}` : `count-selected(\${${over}})`;

type PlainItem = Exclude<Item, { readonly kind: 'battery' | 'sum' | 'repeat' }>;

const typeOf = (item: PlainItem, { listOf }: Setting): string => {
  switch (item.kind) {
    case 'information':
      return 'note';
    case 'single':
      return `select_one ${listOf(item, item.choices)}`;
    case 'multiple':
      return `select_multiple ${listOf(item, item.choices)}`;
    case 'ranking':
      return `rank ${listOf(item, item.choices)}`;
    case 'consent':
      return `select_one ${listOf(item, consentChoices(item))}`;
    case 'scale0to10':
      return 'range';
    case 'number':
      return item.whole === true ? 'integer' : 'decimal';
    case 'date':
      return 'date';
    case 'calculated':
      return 'calculate';
    case 'territory':
    case 'open':
    case 'email':
      return 'text';
  }
};

const consentChoices = (item: { readonly agreeLabel: string; readonly declineLabel: string }): readonly Choice[] => [
  { code: 'tak', label: item.agreeLabel },
  { code: 'nie', label: item.declineLabel },
];

/** Address pattern for programs that fill our forms in; ours checks addresses itself. */
const ADDRESS = "regex(., '^[^@ ]+@[^@ ]+[.][^@ ]+$')";

const cellsOf = (item: PlainItem): Readonly<Record<string, string>> => {
  switch (item.kind) {
    case 'single':
      return { appearance: item.appearance ?? '', constraint: item.constraint ?? '' };
    case 'multiple':
      return { constraint: joined([atMost(item.most), ...exclusions(item.choices)], item.constraint) };
    case 'ranking':
      return { constraint: joined([atMost(item.most)], item.constraint) };
    case 'number':
      return { constraint: joined(numberLimits(item), item.constraint) };
    case 'open':
      return {
        appearance: item.oneLine === true ? '' : 'multiline',
        constraint: joined([`string-length(.) <= ${item.longest}`], item.constraint),
      };
    case 'date':
      return {
        constraint: joined(
          [
            ...(item.earliest === undefined ? [] : [`. >= date('${item.earliest}')`]),
            ...(item.latest === undefined ? [] : [`. <= date('${item.latest}')`]),
          ],
          item.constraint,
        ),
      };
    case 'email':
      return { 'es::kind': 'email', constraint: joined([ADDRESS], item.constraint) };
    case 'consent':
      return { 'es::kind': 'consent', constraint: item.constraint ?? '' };
    case 'territory':
      return { 'es::kind': 'territory', constraint: item.constraint ?? '' };
    case 'scale0to10':
      return { parameters: 'start=0 end=10 step=1', constraint: item.constraint ?? '' };
    case 'calculated':
      return { calculation: item.expression };
    case 'information':
      return {};
  }
};

const atMost = (most: number | undefined): string => (most === undefined ? '' : `count-selected(.) <= ${most}`);

const exclusions = (choices: readonly Choice[]): readonly string[] =>
  choices
    .filter(({ exclusive }) => exclusive)
    .map(({ code }) => `not(selected(., '${code}') and count-selected(.) > 1)`);

const numberLimits = ({ least, most, notAbove }: Extract<Item, { readonly kind: 'number' }>): readonly string[] => [
  `. >= ${least}`,
  `. <= ${most}`,
  ...(notAbove === undefined ? [] : [`. <= \${${notAbove}}`]),
];

const joined = (limits: readonly string[], constraint: string | undefined): string => {
  const all = limits.filter((limit) => limit !== '');
  if (constraint === undefined) return all.join(' and ');
  return [...all, all.length === 0 ? constraint : `(${constraint})`].join(' and ');
};

const row = (item: Item, type: string, cells: Readonly<Record<string, string>>): WrittenRow => ({
  cells: {
    type,
    name: item.code,
    required: item.required === true ? 'yes' : '',
    relevant: item.shownIf ?? '',
    ...('choices' in item && item.random === true && item.kind !== 'battery' ? { parameters: 'randomize=true' } : {}),
    ...cells,
  },
  texts: [
    { column: 'label', key: `${item.code}/text`, polish: item.text },
    ...optional('hint', `${item.code}/hint`, item.hint),
    ...optional('constraint_message', `${item.code}/constraint`, item.constraintText),
    ...('unit' in item ? optional('es::unit', `${item.code}/unit`, item.unit) : []),
    ...(item.kind === 'scale0to10'
      ? [
          ...optional('es::low', `${item.code}/low`, item.lowLabel),
          ...optional('es::high', `${item.code}/high`, item.highLabel),
        ]
      : []),
  ],
});

const optional = (column: WrittenText['column'], key: string, text: string | undefined): readonly WrittenText[] =>
  text === undefined || text === '' ? [] : [{ column, key, polish: text }];

/** "Inna, jaka?" is a question of its own in XLSForm. */
const otherRows = (item: PlainItem): readonly WrittenRow[] => {
  if (!('choices' in item) || item.kind === 'ranking') return [];
  const choice = item.choices.find(({ other }) => other);
  if (choice === undefined) return [];
  const relevant = `selected(\${${item.code}}, '${choice.code}')`;
  return [
    {
      cells: { type: 'text', name: otherTextCode(item.code), 'es::kind': 'other-text', relevant },
      texts: [{ column: 'label', key: `${item.code}/choice/${choice.code}`, polish: choice.label }],
    },
  ];
};

type Table = Extract<Item, { readonly kind: 'battery' | 'sum' }>;

const writeTable = (item: Table, type: string, appearance: string): readonly WrittenRow[] => {
  const total =
    item.kind === 'sum'
      ? `${['.', ...item.rows.slice(0, -1).map(({ code }) => `\${${code}}`)].join(' + ')} = ${item.total}`
      : '';
  const { required = '', ...head } = row(item, 'begin_group', { appearance, 'es::kind': item.kind }).cells;
  return [
    { ...row(item, 'begin_group', {}), cells: head },
    ...item.rows.map((each, at): WrittenRow => ({
      cells: {
        type,
        name: each.code,
        required,
        relevant: each.shownIf ?? '',
        constraint: at === item.rows.length - 1 ? total : '',
      },
      texts: [{ column: 'label', key: `${each.code}/row`, polish: each.text }],
    })),
    { cells: { type: 'end_group' }, texts: [] },
  ];
};
