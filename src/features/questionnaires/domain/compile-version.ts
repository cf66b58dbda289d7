import { faultsOfReferences, faultsOfStructure } from './faults-of-definition';
import type { Item, Page, QuestionnaireDefinition } from './definition';
import { ExpressionError, parseExpression, type Condition } from './expression';
import type { Field } from './field';
import { fieldsOf } from './fields-of';

export interface CompiledItem {
  readonly item: Item;
  /** Page number, from 1. */
  readonly page: number;
  readonly shownIf: Condition | null;
  readonly fields: readonly Field[];
}

export interface CompiledPage {
  /** From 1. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly items: readonly CompiledItem[];
}

/** A questionnaire version made ready: conditions read, fields listed. Made once, used for every respondent. */
export interface CompiledVersion {
  readonly definition: QuestionnaireDefinition;
  readonly pages: readonly CompiledPage[];
  readonly items: readonly CompiledItem[];
  /** Every answerable field in the order of asking. */
  readonly fields: readonly Field[];
  readonly fieldByCode: ReadonlyMap<string, Field>;
}

/**
 * Reads the conditions of a definition and lists its fields.
 *
 * @throws Error listing every fault: duplicate codes, unknown or later references, expressions that cannot be read, …
 */
export const compileVersion = (definition: QuestionnaireDefinition): CompiledVersion => {
  const faults: string[] = [...faultsOfStructure(definition)];
  const pages = definition.pages.map((page, index) => compilePage(page, index + 1, faults));
  const items = pages.flatMap((page) => page.items);
  const fields = items.flatMap((item) => item.fields);
  faults.push(...faultsOfReferences(items));
  if (faults.length > 0) throw new Error(`Questionnaire ${definition.code} cannot be used:\n${faults.join('\n')}`);
  return { definition, pages, items, fields, fieldByCode: new Map(fields.map((field) => [field.code, field])) };
};

/** Page by its number from 1. */
export const pageAt = (compiled: CompiledVersion, pageNumber: number): CompiledPage => {
  const page = compiled.pages[pageNumber - 1];
  if (page === undefined) throw new RangeError(`Questionnaire ${compiled.definition.code} has no page ${pageNumber}`);
  return page;
};

const compilePage = ({ id, title, items }: Page, number: number, faults: string[]): CompiledPage => ({
  number,
  id,
  title,
  items: items.map((item) => {
    const read = (expression: string) => readCondition(expression, item.code, faults);
    return {
      item,
      page: number,
      shownIf: item.shownIf === undefined ? null : read(item.shownIf),
      fields: fieldsOf(item, number, read),
    };
  }),
});

const readCondition = (expression: string, itemCode: string, faults: string[]): Condition | null => {
  try {
    return parseExpression(expression);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    faults.push(`${itemCode}: ${error.message} of ${expression}`);
    return null;
  }
};
