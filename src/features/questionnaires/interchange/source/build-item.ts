import { otherTextCode, type BatteryRow, type Choice, type Item } from '../../domain';
import type { Place, RemarkBook } from '../report';
import { translateExpression, type Names } from './expressions';
import type { SourceChoice, SourceItem, SourceRow } from './source-form';
import type { TextTaker } from './take-text';

export interface BuildNeeds {
  readonly names: Names;
  readonly texts: TextTaker;
  readonly remarks: RemarkBook;
  /** Expressions of our own files stay as they are; a faulty one is shown as a fault of the draft. */
  readonly isOurs: boolean;
}

export const buildItem = (needs: BuildNeeds) => {
  const tools = createTools(needs);
  const build = (item: SourceItem): Item => {
    const code = tools.codeOf(item.code);
    if (code !== item.code) needs.remarks.changed('code', item.place, { code });
    const text = tools.text(`${code}/text`, item.text, item.place);
    if (text === '' && item.kind !== 'calculated') needs.remarks.changed('no-text', item.place);
    const head = {
      code,
      text: text === '' ? item.code : text,
      ...tools.optionalText('hint', `${code}/hint`, item.hint, item.place),
      ...(item.required === undefined ? {} : { required: item.required }),
      ...tools.optionalExpression('shownIf', item.shownIf, item.place),
      ...tools.optionalExpression('constraint', item.constraint, item.place),
      ...tools.optionalText('constraintText', `${code}/constraint`, item.constraintText, item.place),
      ...(item.random === undefined ? {} : { random: item.random }),
    };
    return { ...head, ...bodyOf(item, code, tools, build) };
  };
  return build;
};

type Body<Kind> = Kind extends Item ? Omit<Kind, 'code' | 'text'> : never;

// One branch for each kind of item: a table in the shape of a function.
const bodyOf = (item: SourceItem, code: string, tools: Tools, build: (inner: SourceItem) => Item): Body<Item> => {
  const { place } = item;
  switch (item.kind) {
    case 'information':
    case 'email':
      return { kind: item.kind };
    case 'single':
      return { kind: 'single', choices: tools.choices(item, code), ...defined({ appearance: item.appearance }) };
    case 'multiple':
      return { kind: 'multiple', choices: tools.choices(item, code), ...defined({ most: item.most }) };
    case 'ranking':
      return { kind: 'ranking', choices: tools.choices(item, code), most: item.most };
    case 'battery':
      return { kind: 'battery', choices: tools.choices(item, code), rows: item.rows.map(tools.row) };
    case 'sum':
      return {
        kind: 'sum',
        rows: item.rows.map(tools.row),
        total: item.total,
        ...tools.optionalText('unit', `${code}/unit`, item.unit, place),
      };
    case 'scale0to10':
      return {
        kind: 'scale0to10',
        lowLabel: tools.text(`${code}/low`, item.low, place),
        highLabel: tools.text(`${code}/high`, item.high, place),
      };
    case 'number':
      return numberOf(item, code, tools);
    case 'territory':
      return { kind: 'territory', level: item.level };
    case 'open':
      return { kind: 'open', longest: item.longest, ...defined({ oneLine: item.oneLine }) };
    case 'date':
      return { kind: 'date', ...defined({ earliest: item.earliest, latest: item.latest }) };
    case 'consent':
      return {
        kind: 'consent',
        agreeLabel: tools.text(`${code}/agree`, item.agree, place),
        declineLabel: tools.text(`${code}/decline`, item.decline, place),
      };
    case 'calculated':
      return { kind: 'calculated', expression: tools.expression('calculation', item.expression, place) ?? "''" };
    case 'repeat':
      return {
        kind: 'repeat',
        over: tools.codeOf(item.over),
        items: item.items.map(build),
        ...defined({ most: item.most }),
      };
  }
};

const numberOf = (item: Extract<SourceItem, { readonly kind: 'number' }>, code: string, tools: Tools): Body<Item> => ({
  kind: 'number',
  least: item.least,
  most: item.most,
  ...tools.optionalText('unit', `${code}/unit`, item.unit, item.place),
  ...defined({ whole: item.whole, notAbove: item.notAbove === undefined ? undefined : tools.codeOf(item.notAbove) }),
});

type Tools = ReturnType<typeof createTools>;

const createTools = ({ names, texts, remarks, isOurs }: BuildNeeds) => {
  const codeOf = (name: string): string => names.codes.get(name) ?? name;
  const expression = (column: string, written: string | undefined, place: Place): string | undefined => {
    if (written === undefined || written.trim() === '') return undefined;
    if (isOurs) return written;
    const translated = translateExpression(written, names);
    if ('expression' in translated) return translated.expression;
    remarks.refused('expression', { ...place, column }, { expression: written, ...translated.fault });
    return undefined;
  };
  const optionalText = <Key extends string>(
    key: Key,
    textKey: string,
    text: SourceRow['text'] | undefined,
    place: Place,
  ) => {
    const taken = text === undefined ? '' : texts.take(textKey, text, { ...place, column: key });
    return (taken === '' ? {} : { [key]: taken }) as Partial<Record<Key, string>> & object;
  };
  const optionalExpression = <Key extends string>(key: Key, written: string | undefined, place: Place) => {
    const taken = expression(key === 'shownIf' ? 'relevant' : key, written, place);
    return (taken === undefined ? {} : { [key]: taken }) as Partial<Record<Key, string>> & object;
  };
  return {
    codeOf,
    expression,
    optionalText,
    optionalExpression,
    text: texts.take,
    row: ({ code: name, place, text, shownIf }: SourceRow): BatteryRow => {
      const code = codeOf(name);
      if (code !== name) remarks.changed('code', place, { code });
      const taken = texts.take(`${code}/row`, text, place);
      return { code, text: taken === '' ? name : taken, ...optionalExpression('shownIf', shownIf, place) };
    },
    choices: (item: SourceItem & { readonly choices: readonly SourceChoice[] }, code: string): readonly Choice[] => {
      const codes = names.choices.get(item.code);
      const changed = item.choices.filter((choice) => (codes?.get(choice.code) ?? choice.code) !== choice.code);
      if (changed.length > 0)
        remarks.changed('choice-codes', item.place, {
          count: changed.length,
          choices: changed.map((c) => c.code).join(', '),
        });
      return item.choices.map(({ code: name, label, ...rest }): Choice => {
        const choiceCode = codes?.get(name) ?? name;
        const taken = texts.take(`${code}/choice/${choiceCode}`, label, { ...item.place, column: 'label' });
        return { code: choiceCode, label: taken === '' ? name : taken, ...defined(rest) };
      });
    },
  };
};

/** The same object without the keys that have no value. */
const defined = <Shape extends object>(shape: Shape): { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> } =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]?: Exclude<Shape[Key], undefined>;
  };

/** The name under which foreign conditions mention the text beside a choice. */
export const otherNameOf = (itemName: string): string => otherTextCode(itemName);
