import type { AskedItem, Page, QuestionnaireDefinition } from './definition';
import { faultsIn } from './faults-of-definition';
import { parseExpression, renameReferences, type Condition, type Expression } from './expression';
import type { Field, IsPlace } from './field';
import { fieldsOf, type FieldSetting } from './fields-of';
import { both, layOutBlocks, type Block, type LaidOutItem } from './lay-out-blocks';

export interface CompiledItem {
  readonly item: AskedItem;
  /** Page number, from 1. */
  readonly page: number;
  readonly shownIf: Condition | null;
  readonly fields: readonly Field[];
  /** The block it belongs to; null outside of repeated blocks. */
  readonly block: Block | null;
}

export interface CompiledPage {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly items: readonly CompiledItem[];
}

/** A questionnaire version made ready: blocks laid out, expressions read, fields listed. Made once, used for every respondent. */
export interface CompiledVersion {
  readonly definition: QuestionnaireDefinition;
  readonly pages: readonly CompiledPage[];
  readonly items: readonly CompiledItem[];
  /** Every field in the order of asking, calculated values among them. */
  readonly fields: readonly Field[];
  readonly fieldByCode: ReadonlyMap<string, Field>;
  /** What `today()` says, `2026-11-21`; empty until `onDay` names a day. */
  readonly today: string;
}

/**
 * Makes a definition ready to be asked.
 *
 * @throws Error listing every fault of `faultsIn`
 */
export const compileVersionWith =
  (isPlace: IsPlace) =>
  (definition: QuestionnaireDefinition): CompiledVersion => {
    const faults = faultsIn(definition).map(
      ({ code, kind, details }) => `${code ?? 'questionnaire'}: ${kind} ${JSON.stringify(details)}`,
    );
    if (faults.length > 0) throw new Error(`Questionnaire ${definition.code} cannot be used:\n${faults.join('\n')}`);
    const pages = compilePages(definition, isPlace);
    const items = pages.flatMap((page) => page.items);
    const fields = items.flatMap((item) => item.fields);
    const fieldByCode = new Map(fields.map((field) => [field.code, field]));
    return { definition, pages, items, fields, fieldByCode, today: '' };
  };

/** The same version as asked on a day, `2026-11-21`. */
export const onDay = (compiled: CompiledVersion, today: string): CompiledVersion => ({ ...compiled, today });

/** Page by its number from 1. */
export const pageAt = (compiled: CompiledVersion, pageNumber: number): CompiledPage => {
  const page = compiled.pages[pageNumber - 1];
  if (page === undefined) throw new RangeError(`Questionnaire ${compiled.definition.code} has no page ${pageNumber}`);
  return page;
};

const compilePages = (definition: QuestionnaireDefinition, isPlace: IsPlace): readonly CompiledPage[] => {
  const read = readOnce();
  const laidOut = layOutBlocks(definition);
  return definition.pages.map(({ id, title }: Page, index) => {
    const number = index + 1;
    const items = (laidOut[index] ?? []).map((item) => compileItem(item, { page: number, read, isPlace }));
    return { number, id, title, items };
  });
};

const compileItem = ({ item, block, condition, renamed }: LaidOutItem, setting: FieldSetting): CompiledItem => {
  const read = (text: string): Expression => renameReferences(setting.read(text), renamed);
  const shownIf = item.shownIf === undefined ? condition : both(condition, read(item.shownIf));
  const ownSetting = block === null ? setting : { ...setting, read };
  return { item, page: setting.page, shownIf, fields: fieldsOf(item, ownSetting), block };
};

/** Rows and blocks share many conditions: each text is read once. */
const readOnce = (): ((text: string) => Expression) => {
  const known = new Map<string, Expression>();
  return (text) => {
    const expression = known.get(text) ?? parseExpression(text);
    known.set(text, expression);
    return expression;
  };
};
