import type { Editor } from '.';
import type { StoredReport } from '../domain';
import { placeAfter, type ReportContents } from '../domain/edit';
import type { Editing } from './history';
import type { TypedBlock } from './typed-block';

/** How the page of both texts marks a block that somebody removed. */
export const GONE = 'gone';

/**
 * Puts removed blocks back with what was typed in them, each where it stood; gives those that are still to be saved. One that
 * came back in between is compared like any other.
 */
export const restoreGone = async (
  editor: Pick<Editor, 'makeEdit' | 'lastEditOf'>,
  report: StoredReport,
  by: Editing,
  typed: readonly TypedBlock[],
): Promise<readonly TypedBlock[]> => {
  const gone = typed.filter(({ id, seen }) => seen === GONE && !report.blocks.some((block) => block.id === id));
  if (gone.length === 0) return typed;
  const places = new Map<string, readonly string[]>();
  for (const { id } of gone) {
    const inverse = (await editor.lastEditOf(report.id, id))?.inverse;
    if (inverse?.kind === 'put-back')
      for (const { block, place } of inverse.blocks) if (block.id === id) places.set(id, place);
  }
  await editor.makeEdit(report, by, {
    edit: ({ blocks }) => ({
      kind: 'put-back',
      blocks: gone.map(({ id, content }) => ({
        block: { id, ...content },
        place: (places.get(id) as ReturnType<typeof placeAfter> | undefined) ?? endOf(blocks),
      })),
    }),
    seen: null,
  });
  return typed.filter((one) => !gone.includes(one));
};

const endOf = (blocks: ReportContents['blocks']): ReturnType<typeof placeAfter> => {
  const last = blocks.at(-1);
  return last === undefined ? [] : placeAfter(blocks, last.id);
};
