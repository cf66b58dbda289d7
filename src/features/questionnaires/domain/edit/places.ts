import type { QuestionnaireDefinition } from '../definition';
import { EditRefused, type Place } from './edit';
import { codesBefore, requireItem, siblingsIn } from './locate';

/**
 * One step up or down for an item: over its neighbour, at the end of a page onto the next one, at the end of a block out
 * of it. Undefined where there is nowhere to go.
 */
export const stepPlace = (
  definition: QuestionnaireDefinition,
  code: string,
  direction: 'up' | 'down',
): Place | undefined => {
  const { parent, siblings, index } = requireItem(definition, code);
  const isUp = direction === 'up';
  if (isUp ? index > 0 : index < siblings.length - 1) {
    const after = codesBefore(siblings, isUp ? index - 1 : index + 2).filter((other) => other !== code);
    return { parent, after };
  }
  if (parent.kind === 'block') {
    const block = requireItem(definition, parent.code);
    return { parent: block.parent, after: codesBefore(block.siblings, isUp ? block.index : block.index + 1) };
  }
  const at = definition.pages.findIndex(({ id }) => id === parent.id);
  const page = definition.pages[isUp ? at - 1 : at + 1];
  if (page === undefined) return undefined;
  return {
    parent: { kind: 'page', id: page.id },
    after: isUp ? codesBefore(page.items, page.items.length) : [],
  };
};

/**
 * A place named in one word: `strona:rola` and `blok:O` for the very beginning of a page or block, `po:K1` for right after
 * an item.
 *
 * @throws EditRefused `page-gone` · `item-gone`
 */
export const placeNamed = (definition: QuestionnaireDefinition, name: string): Place => {
  const [kind = '', subject = ''] = splitOnce(name);
  if (kind === 'po') {
    const { parent, siblings, index } = requireItem(definition, subject);
    return { parent, after: codesBefore(siblings, index + 1) };
  }
  const parent =
    kind === 'blok' ? ({ kind: 'block', code: subject } as const) : ({ kind: 'page', id: subject } as const);
  siblingsIn(definition, parent);
  if (kind === 'blok' && requireItem(definition, subject).item.kind !== 'repeat')
    throw new EditRefused('item-gone', subject);
  return { parent, after: [] };
};

const splitOnce = (name: string): readonly string[] => {
  const at = name.indexOf(':');
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)];
};
