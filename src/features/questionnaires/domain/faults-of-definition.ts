import type { Item, Page, QuestionnaireDefinition } from './definition';
import { fault, type DefinitionFault } from './definition-fault';
import { faultsOfExpressions } from './faults-of-expressions';
import { faultsOfItem } from './faults-of-items';
import { faultsOfReferences } from './faults-of-references';
import { faultsOfSize } from './faults-of-size';
import { fieldCodesOf } from './fields-of';
import { layOutBlocks } from './lay-out-blocks';

/**
 * Everything that keeps a definition from being asked: a draft may have faults, a published version has none. Never
 * throws; a definition beyond the limits of size is not looked at further.
 */
export const faultsIn = (definition: QuestionnaireDefinition): readonly DefinitionFault[] => {
  const tooLarge = faultsOfSize(definition);
  if (tooLarge.length > 0) return tooLarge;
  return [
    ...faultsOfPages(definition.pages),
    ...faultsOfCodes(definition),
    ...definition.pages.flatMap((page) => page.items).flatMap(faultsOfItem),
    ...faultsOfExpressions(definition),
    ...faultsOfReferences(definition),
  ];
};

const faultsOfPages = (pages: readonly Page[]): readonly DefinitionFault[] => [
  ...(pages.every(({ items }) => items.length === 0) ? [fault(null, 'nothing-asked')] : []),
  ...duplicatesAmong(pages.map(({ id }) => id)).map((page) => fault(null, 'page-twice', { page })),
  ...pages.filter(({ items }) => items.length === 0).map(({ id }) => fault(null, 'page-empty', { page: id })),
];

const faultsOfCodes = (definition: QuestionnaireDefinition): readonly DefinitionFault[] => {
  const items = definition.pages.flatMap((page) => page.items);
  const laidOut = layOutBlocks(definition).flat();
  const inBlocks = laidOut.flatMap(({ item, block }) => (block === null ? [] : codesOf(item)));
  const written = items.flatMap((item) => [item, ...(item.kind === 'repeat' ? item.items : [])]);
  return [
    ...duplicatesAmong([...written.flatMap(codesOf), ...inBlocks]).map((code) => fault(code, 'code-twice')),
    ...duplicatesAmong(written.flatMap(comparisonCodesOf)).map((comparisonCode) =>
      fault(null, 'comparison-code-twice', { comparisonCode }),
    ),
  ];
};

/** Everything an item adds to the names of the version. A battery's own code names no field, but must not repeat either. */
const codesOf = (item: Item): readonly string[] => {
  const fields = item.kind === 'repeat' ? [] : fieldCodesOf(item);
  return fields.includes(item.code) && !('rows' in item) ? fields : [item.code, ...fields];
};

const comparisonCodesOf = (item: Item): readonly string[] =>
  [item.comparisonCode, ...('rows' in item ? item.rows.map((row) => row.comparisonCode) : [])].filter(
    (code) => code !== undefined,
  );

const duplicatesAmong = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
};
