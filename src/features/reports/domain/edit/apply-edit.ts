import type { BlockContent, BlockId, EditorBlock } from '../stored-report';
import { EditRefused, type AppliedEdit, type Edit, type Place, type ReportContents } from './edit';

export const MOST_BLOCKS = 600;

type Blocks = readonly EditorBlock[];

/**
 * Makes one change and says how to take it back. Blocks that it is not about stay as they are, in their order.
 *
 * @throws EditRefused
 */
export const applyEdit = (contents: ReportContents, edit: Edit): AppliedEdit => {
  const { title, blocks } = contents;
  const applied = (after: Blocks, inverse: Edit): AppliedEdit => ({ contents: { title, blocks: after }, inverse });
  switch (edit.kind) {
    case 'add': {
      if (blocks.length + edit.blocks.length > MOST_BLOCKS) throw new EditRefused('too-many-blocks');
      const known = new Set(blocks.map(({ id }) => id));
      const added = edit.blocks.filter(({ id }) => !known.has(id));
      return applied(inserted(blocks, added, edit.place), { kind: 'remove', ids: added.map(({ id }) => id) });
    }
    case 'change': {
      const befores = edit.changes.map(({ id }) => required(blocks, id));
      const contentOf = new Map(edit.changes.map(({ id, content }) => [id, content]));
      const changed = blocks.map((block) => ({ id: block.id, ...(contentOf.get(block.id) ?? withoutId(block)) }));
      return applied(changed, {
        kind: 'change',
        changes: befores.map((block) => ({ id: block.id, content: withoutId(block) })),
      });
    }
    case 'move': {
      const moved = new Set(edit.ids);
      const taken = blocks.filter(({ id }) => moved.has(id));
      if (taken.length < moved.size) throw new EditRefused('block-gone');
      const rest = blocks.filter(({ id }) => !moved.has(id));
      return applied(inserted(rest, taken, edit.place), { kind: 'reorder', order: blocks.map(({ id }) => id) });
    }
    case 'remove':
      return removeBlocks(blocks, edit.ids, applied);
    case 'rename':
      return { contents: { title: edit.title, blocks }, inverse: { kind: 'rename', title } };
    case 'put-back':
      return putBack(blocks, edit.blocks, applied);
    case 'reorder':
      return applied(reordered(blocks, edit.order), { kind: 'reorder', order: blocks.map(({ id }) => id) });
  }
};

type Applied = (after: Blocks, inverse: Edit) => AppliedEdit;

const removeBlocks = (blocks: Blocks, ids: readonly BlockId[], applied: Applied): AppliedEdit => {
  const removed = new Set(ids);
  for (const id of ids) required(blocks, id);
  const back = blocks.flatMap((block) =>
    removed.has(block.id) ? [{ block, place: placeBehind(blocks, block.id) }] : [],
  );
  return applied(
    blocks.filter(({ id }) => !removed.has(id)),
    { kind: 'put-back', blocks: back },
  );
};

const putBack = (
  blocks: Blocks,
  back: Extract<Edit, { kind: 'put-back' }>['blocks'],
  applied: Applied,
): AppliedEdit => {
  const known = new Set(blocks.map(({ id }) => id));
  const missing = back.filter(({ block }) => !known.has(block.id));
  if (blocks.length + missing.length > MOST_BLOCKS) throw new EditRefused('too-many-blocks');
  let after = blocks;
  for (const { block, place } of missing) after = inserted(after, [block], place);
  return applied(after, { kind: 'remove', ids: missing.map(({ block }) => block.id) });
};

const reordered = (blocks: Blocks, order: readonly BlockId[]): Blocks => {
  const wanted = new Set(order);
  const byId = new Map(blocks.map((block) => [block.id, block]));
  let after: Blocks = order.flatMap((id) => byId.get(id) ?? []);
  for (const block of blocks)
    if (!wanted.has(block.id)) after = inserted(after, [block], placeBehind(blocks, block.id));
  return after;
};

const inserted = (blocks: Blocks, added: Blocks, place: Place): Blocks => {
  const at = behind(blocks, place);
  return [...blocks.slice(0, at), ...added, ...blocks.slice(at)];
};

const behind = (blocks: Blocks, place: Place): number => {
  const places = new Map(blocks.map(({ id }, index) => [id, index + 1]));
  for (const id of place) {
    const at = places.get(id);
    if (at !== undefined) return at;
  }
  return 0;
};

/** The place right behind a block, with those before it to fall back on. */
export const placeAfter = (blocks: Blocks, id: BlockId): Place => {
  const at = blocks.findIndex((block) => block.id === id);
  return blocks
    .slice(0, at + 1)
    .map((block) => block.id)
    .reverse();
};

/** The place where a block stands: behind the one before it. */
export const placeBehind = (blocks: Blocks, id: BlockId): Place => placeAfter(blocks, id).slice(1);

/** One step up or down; undefined at the end of the report. */
export const stepPlace = (blocks: Blocks, id: BlockId, direction: 'up' | 'down'): Place | undefined => {
  const at = blocks.findIndex((block) => block.id === id);
  const neighbour = blocks[direction === 'up' ? at - 1 : at + 1];
  if (at < 0 || neighbour === undefined) return undefined;
  return direction === 'up' ? placeBehind(blocks, neighbour.id) : placeAfter(blocks, neighbour.id);
};

const required = (blocks: Blocks, wanted: BlockId): EditorBlock => {
  const found = blocks.find(({ id }) => id === wanted);
  if (found === undefined) throw new EditRefused('block-gone');
  return found;
};

/** A block's content, for a change or a copy of it. */
export const withoutId = ({ id: _, ...content }: EditorBlock): BlockContent => content;
