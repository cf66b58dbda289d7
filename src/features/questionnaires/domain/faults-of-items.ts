import { dayNumber } from './calendar-day';
import type { BatteryRow, Choice, Item } from './definition';
import { fault, type DefinitionFault, type DefinitionFaultKind } from './definition-fault';
import type { FaultDetails } from './expression';
import { MOST_BLOCKS } from './lay-out-blocks';

/** A capital first, so that no code can be mistaken for a built-in property. */
const FIELD_CODE = /^[A-Z][A-Za-z0-9_]*$/;
/** Neither a comma nor a space: codes travel joined in one form field. */
const CHOICE_CODE = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

type Found = readonly [kind: DefinitionFaultKind, details?: FaultDetails];

/** What is wrong with an item by itself, and with the items it repeats. */
export const faultsOfItem = (item: Item): readonly DefinitionFault[] => [
  ...[item, ...('rows' in item ? item.rows : [])]
    .filter(({ code }) => !FIELD_CODE.test(code))
    .map(({ code }) => fault(code, 'code-form')),
  ...[
    ...when(item.text.trim() === '' && item.kind !== 'calculated', 'no-text'),
    ...when(item.constraint !== undefined && !isAnswerable(item), 'constraint-without-answer'),
    ...('choices' in item ? faultsOfChoices(item.choices) : []),
    ...('rows' in item ? faultsOfRows(item.rows) : []),
    ...faultsOfKind(item),
  ].map(([kind, details]) => fault(item.code, kind, details)),
  ...(item.kind === 'repeat' ? item.items.filter(({ kind }) => kind !== 'repeat').flatMap(faultsOfItem) : []),
];

const when = (isWrong: boolean, kind: DefinitionFaultKind, details: FaultDetails = {}): readonly Found[] =>
  isWrong ? [[kind, details]] : [];

const isAnswerable = ({ kind }: Item): boolean => !['information', 'calculated', 'repeat'].includes(kind);

const faultsOfChoices = (choices: readonly Choice[]): readonly Found[] => {
  const codes = choices.map(({ code }) => code);
  const twice = new Set(codes.filter((code, at) => codes.indexOf(code) !== at));
  return [
    ...when(choices.length < 2, 'too-few-choices'),
    ...[...twice].map((choice): Found => ['choice-twice', { choice }]),
    ...codes.filter((code) => !CHOICE_CODE.test(code)).map((choice): Found => ['choice-code', { choice }]),
    ...choices
      .filter(({ label }) => label.trim() === '')
      .map(({ code }): Found => ['choice-without-label', { choice: code }]),
    ...when(choices.filter(({ other }) => other).length > 1, 'two-other-texts'),
  ];
};

const faultsOfRows = (rows: readonly BatteryRow[]): readonly Found[] => [
  ...when(rows.length === 0, 'no-rows'),
  ...rows.filter(({ text }) => text.trim() === '').map(({ code }): Found => ['row-without-text', { row: code }]),
];

const faultsOfKind = (item: Item): readonly Found[] => {
  switch (item.kind) {
    case 'battery':
      return when(
        item.choices.some((choice) => (choice.value ?? choice.missing) === undefined),
        'point-without-value',
      );
    case 'single':
      return when(
        item.choices.some(({ exclusive }) => exclusive),
        'exclusive-in-single',
      );
    case 'multiple':
    case 'ranking':
      return faultsOfSeveral(item.choices, item.most ?? 1);
    case 'number':
      return when(!(item.least < item.most), 'no-number-between', { least: item.least, most: item.most });
    case 'open':
      return when(!(item.longest > 0), 'no-text-short-enough');
    case 'date':
      return faultsOfDays(item);
    case 'sum':
      return when(!(item.total > 0), 'total-not-positive', { total: item.total });
    case 'consent':
      return when(item.agreeLabel.trim() === '' || item.declineLabel.trim() === '', 'consent-without-label');
    case 'repeat':
      return [
        ...when(item.items.length === 0, 'repeat-empty'),
        ...when(
          item.items.some(({ kind }) => kind === 'repeat'),
          'repeat-in-repeat',
        ),
        ...when(item.most !== undefined && !isWithin(item.most, 1, MOST_BLOCKS), 'repeat-most', { most: MOST_BLOCKS }),
      ];
    case 'information':
    case 'scale0to10':
    case 'territory':
    case 'email':
    case 'calculated':
      return [];
  }
};

const faultsOfSeveral = (choices: readonly Choice[], most: number): readonly Found[] => [
  ...when(!isWithin(most, 1, choices.length), 'most-impossible', { most, choices: choices.length }),
  ...when(
    choices.some(({ missing, exclusive }) => missing !== undefined && exclusive !== true),
    'missing-not-exclusive',
  ),
];

const faultsOfDays = ({ earliest, latest }: Extract<Item, { kind: 'date' }>): readonly Found[] => {
  const limits = [earliest, latest].filter((day) => day !== undefined);
  const wrong = limits.filter((day) => dayNumber(day) === null).map((day): Found => ['not-a-day', { day }]);
  if (wrong.length > 0 || earliest === undefined || latest === undefined) return wrong;
  return when((dayNumber(earliest) ?? 0) > (dayNumber(latest) ?? 0), 'no-day-between', { earliest, latest });
};

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
