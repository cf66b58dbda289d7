import { DEFAULT_LIMITS } from '../source/defaults';
import { both } from '../source/expressions';
import type { SourceBody, SourceChoice, SourceItem, SourceItemBase, SourceRow } from '../source/source-form';
import type { Place, RemarkBook } from '../report';
import { answerChoices, BUILT_IN, otherChoice, scalePoints } from './choices';
import type { LimeQuestion, LimeSurvey } from './lime-survey';
import { field } from './read-tables';
import { remarkOnAttributes } from './remark-on-attributes';
import { MULTIPLE, otherName, rowName, SEVERAL, TABLES } from './script-names';
import { translateScript, type ScriptName } from './translate-script';

export interface LimeContext {
  readonly survey: LimeSurvey;
  readonly remarks: RemarkBook;
  readonly nameOf: (name: string) => ScriptName | null;
}

type Attributes = ReadonlyMap<string, string>;

/** A question of LimeSurvey as one of ours, or several, or none with a remark. */
export const readQuestion = (
  context: LimeContext,
  question: LimeQuestion,
  groupCondition: string | undefined,
): readonly SourceItem[] => {
  const { survey, remarks } = context;
  const attributes = survey.attributesOf(question.id);
  const place = placeOf(question);
  if (attributes.get('hidden') === '1') remarks.refused('hidden', place);
  if (attributes.get('hidden') === '1') return [];
  const items = itemsOf(context, question, attributes);
  if (items.length === 0) remarks.refused('type', place, { type: `LimeSurvey ${question.type}` });
  else remarkOnAttributes(question.type, attributes, place, remarks);
  return items.map((item) => ({ ...item, shownIf: both(groupCondition, item.shownIf) }));
};

const placeOf = ({ code }: LimeQuestion): Place => ({ sheet: 'questions', row: 0, column: '', code });

/** A script as our condition; what cannot be told is quoted in the report. */
export const conditionOf = ({ remarks, nameOf }: LimeContext, script: string, place: Place): string | undefined => {
  if (script === '' || script === '1') return undefined;
  const condition = translateScript(script, nameOf);
  if (condition === null) remarks.refused('script', { ...place, column: 'relevance' }, { expression: script });
  return condition ?? undefined;
};

const baseOf = (context: LimeContext, question: LimeQuestion, attributes: Attributes): SourceItemBase => {
  const place = placeOf(question);
  const mandatory = field(question.row, 'mandatory');
  if (mandatory === 'S') context.remarks.changed('soft-mandatory', place);
  const isRandom = ['random_order', 'answer_order', 'subquestion_order'].some((name) =>
    /^(1|random)$/.test(attributes.get(name) ?? ''),
  );
  const tip = attributes.get('em_validation_q_tip');
  return {
    code: question.code,
    place,
    text: question.text,
    hint: question.help,
    required: mandatory === 'Y' ? true : undefined,
    shownIf: conditionOf(context, field(question.row, 'relevance'), place),
    constraint: conditionOf(context, attributes.get('em_validation_q') ?? '', { ...place, column: 'em_validation_q' }),
    constraintText: tip === undefined ? undefined : { pl: tip },
    random: isRandom ? true : undefined,
  };
};

const itemsOf = (context: LimeContext, question: LimeQuestion, attributes: Attributes): readonly SourceItem[] => {
  const base = baseOf(context, question, attributes);
  if (SEVERAL.has(question.type)) return severalFields(context, question, attributes, base);
  if (question.type === '1') return ['0', '1'].map((scale) => dualTable(context, question, base, scale));
  const body = bodyOf(context, question, attributes);
  const withOther = 'choices' in (body ?? {}) && field(question.row, 'other') === 'Y';
  return body === null ? [] : [{ ...base, ...body, ...(withOther ? { otherName: otherName(question) } : {}) }];
};

const bodyOf = (context: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody | null => {
  const { type } = question;
  if (MULTIPLE.has(type)) return multiple(context, question, attributes);
  if (TABLES.has(type)) return table(context, question, attributes);
  if ('LO!'.includes(type)) return list(context, question, attributes);
  const builtIn = BUILT_IN[type];
  if (builtIn !== undefined) return { kind: 'single', choices: builtIn };
  switch (type) {
    case 'R':
      return ranking(context, question, attributes);
    case 'N':
      return number(context, question, attributes);
    case 'D':
      return { kind: 'date', earliest: dayIn(attributes.get('date_min')), latest: dayIn(attributes.get('date_max')) };
    case 'S':
    case 'T':
    case 'U':
      return { kind: 'open', longest: longestOf(attributes), oneLine: type === 'S' ? true : undefined };
    case 'X':
      return { kind: 'information' };
    case '*':
      return calculated(context, question, attributes);
    default:
      return null;
  }
};

const dayIn = (text: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0];

const longestOf = (attributes: Attributes): number => {
  const longest = Number(attributes.get('maximum_chars'));
  return Number.isInteger(longest) && longest > 0 && longest <= 50_000 ? longest : DEFAULT_LIMITS.longest;
};

const withOther = (
  choices: readonly SourceChoice[],
  question: LimeQuestion,
  attributes: Attributes,
): readonly SourceChoice[] => (field(question.row, 'other') === 'Y' ? [...choices, otherChoice(attributes)] : choices);

const list = ({ survey, remarks }: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody => {
  if (question.type === 'O') remarks.refused('comment-field', placeOf(question));
  const choices = withOther(answerChoices(survey, question), question, attributes);
  return { kind: 'single', choices, appearance: question.type === '!' ? 'minimal' : undefined };
};

const multiple = ({ survey, remarks }: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody => {
  if (question.type === 'P') remarks.refused('comment-field', placeOf(question));
  const alone = (attributes.get('exclude_all_others') ?? '').split(/[;,\s]+/);
  const choices = survey.subquestionsOf(question.id).map(({ code, text }): SourceChoice => ({
    code,
    label: text,
    exclusive: alone.includes(code) ? true : undefined,
  }));
  return {
    kind: 'multiple',
    choices: withOther(choices, question, attributes),
    most: positive(attributes.get('max_answers')),
  };
};

const positive = (text: string | undefined): number | undefined =>
  /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : undefined;

/** Older versions keep what is ranked as answers, newer ones as subquestions. */
const ranking = ({ survey }: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody => {
  const answers = answerChoices(survey, question);
  const choices =
    answers.length > 0 ? answers : survey.subquestionsOf(question.id).map(({ code, text }) => ({ code, label: text }));
  return { kind: 'ranking', choices, most: positive(attributes.get('max_answers')) ?? choices.length };
};

const number = ({ remarks }: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody => {
  const [least, most] = ['min_num_value_n', 'max_num_value_n'].map((name) => {
    const text = attributes.get(name) ?? '';
    return text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
  });
  const limits = { least: least ?? DEFAULT_LIMITS.least, most: most ?? DEFAULT_LIMITS.most };
  if (least === undefined || most === undefined) remarks.changed('limits-added', placeOf(question), limits);
  const suffix = attributes.get('suffix');
  return {
    kind: 'number',
    ...limits,
    whole: attributes.get('num_value_int_only') === '1' ? true : undefined,
    unit: suffix === undefined ? undefined : { pl: suffix },
  };
};

const calculated = (context: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody | null => {
  const script = attributes.get('equation') ?? question.text.pl ?? '';
  const expression = conditionOf(context, script.replace(/^\$?\{|\}$/g, ''), placeOf(question));
  return expression === undefined ? null : { kind: 'calculated', expression };
};

const rowsOf = (context: LimeContext, question: LimeQuestion, suffix = ''): readonly SourceRow[] => {
  const filter = context.survey.attributesOf(question.id).get('array_filter');
  return context.survey
    .subquestionsOf(question.id)
    .filter((row) => (field(row.row, 'scale_id') || '0') === '0')
    .map((row) => {
      const place = { ...placeOf(question), code: rowName(question, row) };
      const own = conditionOf(context, field(row.row, 'relevance'), place);
      const box = filter === undefined ? null : context.nameOf(`${filter}_${row.code}`);
      const filtered = box?.kind === 'box' ? `selected(\${${box.code}}, '${box.choice}')` : undefined;
      return { code: `${rowName(question, row)}${suffix}`, place, text: row.text, shownIf: both(own, filtered) };
    });
};

const table = (context: LimeContext, question: LimeQuestion, attributes: Attributes): SourceBody => {
  const builtIn = BUILT_IN[question.type];
  if (attributes.has('array_filter_exclude')) context.remarks.refused('array-filter', placeOf(question));
  const choices = builtIn ?? scalePoints(context.survey.answersOf(question.id).filter(({ scale }) => scale === '0'));
  if (builtIn === undefined) context.remarks.changed('scale-values', placeOf(question));
  return { kind: 'battery', choices, rows: rowsOf(context, question) };
};

/** A table with two scales is two tables here. */
const dualTable = (context: LimeContext, question: LimeQuestion, base: SourceItemBase, scale: string): SourceItem => {
  if (scale === '0') context.remarks.changed('dual-scale', base.place);
  return {
    ...base,
    code: `${question.code}_${Number(scale) + 1}`,
    kind: 'battery',
    choices: scalePoints(context.survey.answersOf(question.id).filter((answer) => answer.scale === scale)),
    rows: rowsOf(context, question, `_${Number(scale) + 1}`),
  };
};

/** Several fields in one question: numbers that must add up stay together, others become questions of their own. */
const severalFields = (
  context: LimeContext,
  question: LimeQuestion,
  attributes: Attributes,
  base: SourceItemBase,
): readonly SourceItem[] => {
  const total = Number(attributes.get('equals_num_value'));
  if (question.type === 'K' && Number.isFinite(total) && total > 0)
    return [{ ...base, kind: 'sum', rows: rowsOf(context, question), total }];
  context.remarks.changed('fields-apart', base.place);
  const body =
    question.type === 'K'
      ? number(context, question, attributes)
      : { kind: 'open' as const, longest: longestOf(attributes), oneLine: true as const };
  return context.survey.subquestionsOf(question.id).map((row): SourceItem => ({
    ...base,
    code: rowName(question, row),
    text: { ...question.text, pl: `${question.text.pl ?? ''}\n${row.text.pl ?? ''}` },
    ...body,
  }));
};
