import type { SourceBody, SourceChoice, SourceItem } from '../source/source-form';
import { DEFAULT_LIMITS } from '../source/defaults';
import { AGREE, DECLINE, OTHER } from '../source/default-texts';
import { appearanceOf, baseOf, parametersOf, remarkOnRest, textIn } from './read-cells';
import { splitConstraint, type LimitKind, type Limits } from './limits';
import { cellOf, placeIn } from './read-table';
import type { SurveyContext } from './survey-context';
import type { SurveyRow } from './survey-tree';

/** A question of the form as ours; null, with a remark, for types that a questionnaire here does not have. */
export const readQuestion = (context: SurveyContext, row: SurveyRow): SourceItem | null => {
  const reader = READERS[cellOf(row.row, 'es::kind')] ?? READERS[row.type];
  const place = placeIn(context.table, row.row);
  if (reader === undefined) {
    context.remarks.refused(METADATA.has(row.type) ? 'metadata' : 'type', place, { type: row.type });
    return null;
  }
  if (row.name === '') {
    context.remarks.refused('row-without-name', place);
    return null;
  }
  return reader(context, row);
};

const METADATA = new Set(
  'start end today deviceid subscriberid simserial phonenumber username email audit start-geopoint background-audio'.split(
    ' ',
  ),
);

type Reader = (context: SurveyContext, row: SurveyRow) => SourceItem | null;

/** Reads the constraint, the appearance and the parameters, and names what is left. */
const itemOf = (
  context: SurveyContext,
  row: SurveyRow,
  wanted: readonly LimitKind[],
  body: (limits: Limits) => SourceBody & { readonly constraint?: string | undefined },
): SourceItem => {
  const { limits, rest } = splitConstraint(cellOf(row.row, 'constraint'), wanted, row.type === 'integer');
  remarkOnRest(context, row, ['constraint', 'appearance', 'parameters']);
  return { ...baseOf(context, row), constraint: rest, ...body(limits) };
};

const information: Reader = (context, row) => {
  appearanceOf(context, row, []);
  remarkOnRest(context, row, ['appearance']);
  return { ...baseOf(context, row), required: undefined, kind: 'information' };
};

const select =
  (kind: 'single' | 'multiple' | 'ranking'): Reader =>
  (context, row) => {
    const list = choicesOf(context, row);
    if (list === null) return null;
    const isMinimal = appearanceOf(context, row, kind === 'single' ? ['minimal'] : []).has('minimal');
    const isRandom = parametersOf(context, row, ['randomize']).get('randomize') === 'true';
    return itemOf(context, row, kind === 'single' ? [] : ['chosen', 'exclusive'], ({ chosen, exclusive = [] }) => ({
      ...(isRandom ? { random: true } : {}),
      ...(row.orOther ? { otherName: `${row.name}_other` } : {}),
      ...selectBody(kind, kind === 'single' ? list : withExclusive(list, exclusive, context.isOurs), chosen, isMinimal),
    }));
  };

const selectBody = (
  kind: 'single' | 'multiple' | 'ranking',
  choices: readonly SourceChoice[],
  chosen: number | undefined,
  isMinimal: boolean,
): SourceBody => {
  if (kind === 'single') return { kind, choices, appearance: isMinimal ? 'minimal' : undefined };
  return kind === 'multiple' ? { kind, choices, most: chosen } : { kind, choices, most: chosen ?? choices.length };
};

/** A choice that stands for a missing answer excludes the others, too. */
const withExclusive = (
  choices: readonly SourceChoice[],
  exclusive: readonly string[],
  isOurs: boolean,
): readonly SourceChoice[] =>
  choices.map((choice) =>
    exclusive.includes(choice.code) || (choice.missing !== undefined && !isOurs)
      ? { ...choice, exclusive: true }
      : choice,
  );

/** The list of a select with "other" added when asked for; null, with a remark, when there is no such list. */
export const choicesOf = (context: SurveyContext, row: SurveyRow): readonly SourceChoice[] | null => {
  const { lists, remarks, table } = context;
  const found = lists.get(row.list);
  const place = placeIn(table, row.row);
  if (found === undefined && context.isOurs) return [];
  if (found === undefined) {
    remarks.refused('no-such-list', place, { list: row.list });
    return null;
  }
  if (!row.orOther) return found.choices;
  remarks.changed('or-other', place);
  return [...found.choices, { code: 'other', label: OTHER, other: true }];
};

const number: Reader = (context, row) => {
  appearanceOf(context, row, []);
  parametersOf(context, row, []);
  return itemOf(context, row, ['least', 'most', 'notAbove'], (limits) => {
    const { least = DEFAULT_LIMITS.least, most = DEFAULT_LIMITS.most } = limits;
    if (limits.least === undefined || limits.most === undefined)
      context.remarks.changed('limits-added', placeIn(context.table, row.row), { least, most });
    const unit = textIn(context, row.row, 'es::unit');
    return { kind: 'number', least, most, notAbove: limits.notAbove, whole: row.type === 'integer' || undefined, unit };
  });
};

const range: Reader = (context, row) => {
  appearanceOf(context, row, []);
  const parameters = parametersOf(context, row, ['start', 'end', 'step']);
  const [start = 1, end = 10, step = 1] = ['start', 'end', 'step'].map((name) =>
    parameters.has(name) ? Number(parameters.get(name)) : undefined,
  );
  if (![start, end, step].every(Number.isFinite)) {
    context.remarks.refused('range', placeIn(context.table, row.row, 'parameters'));
    return null;
  }
  if (start === 0 && end === 10 && step === 1)
    return itemOf(context, row, [], () => ({
      kind: 'scale0to10',
      low: textIn(context, row.row, 'es::low'),
      high: textIn(context, row.row, 'es::high'),
    }));
  const isWhole = Number.isInteger(start) && Number.isInteger(step);
  context.remarks.changed('range-as-number', placeIn(context.table, row.row), { least: start, most: end });
  return itemOf(context, row, [], () => ({ kind: 'number', least: start, most: end, whole: isWhole || undefined }));
};

const open: Reader = (context, row) => {
  const isBox = appearanceOf(context, row, ['multiline']).has('multiline');
  parametersOf(context, row, []);
  return itemOf(context, row, ['longest'], ({ longest = DEFAULT_LIMITS.longest }) => ({
    kind: 'open',
    longest,
    oneLine: context.isOurs && !isBox ? true : undefined,
  }));
};

const plainKind =
  (body: SourceBody): Reader =>
  (context, row) => {
    appearanceOf(context, row, []);
    return itemOf(context, row, [], () => body);
  };

const date: Reader = (context, row) => {
  appearanceOf(context, row, []);
  return itemOf(context, row, ['earliest', 'latest'], ({ earliest, latest }) => ({ kind: 'date', earliest, latest }));
};

/** Written by us as a text with the pattern of an address: the constraint is not the author's. */
const email: Reader = (context, row) => ({ ...plainBase(context, row), kind: 'email' });
const plainBase = (context: SurveyContext, row: SurveyRow) => {
  remarkOnRest(context, row, ['constraint', 'appearance']);
  return baseOf(context, row);
};

const consent: Reader = (context, row) => {
  const [agree, decline] = context.lists.get(row.list)?.choices ?? [];
  if (agree === undefined || decline === undefined) return select('single')(context, row);
  return itemOf(context, row, [], () => ({ kind: 'consent', agree: agree.label, decline: decline.label }));
};

const acknowledge: Reader = (context, row) => {
  context.remarks.changed('acknowledge', placeIn(context.table, row.row));
  return plainKind({ kind: 'consent', agree: AGREE, decline: DECLINE })(context, row);
};

const calculated: Reader = (context, row) => {
  const expression = cellOf(row.row, 'calculation');
  if (expression === '' && !context.isOurs) {
    context.remarks.refused('no-calculation', placeIn(context.table, row.row));
    return null;
  }
  remarkOnRest(context, row, ['calculation', 'appearance']);
  return { ...baseOf(context, row), kind: 'calculated', expression };
};

/** By `es::kind` of our own files, and by the types of XLSForm. */
const READERS: Readonly<Record<string, Reader | undefined>> = Object.assign(Object.create(null) as object, {
  note: information,
  select_one: select('single'),
  select_multiple: select('multiple'),
  rank: select('ranking'),
  integer: number,
  decimal: number,
  range,
  text: open,
  date,
  acknowledge,
  calculate: calculated,
  email,
  consent,
  territory: plainKind({ kind: 'territory', level: 'gmina' }),
});
