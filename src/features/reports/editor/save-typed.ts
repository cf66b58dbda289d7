import { fingerprint, type BlockChange, type Edit, type ReportContents } from '../domain/edit';
import type { BlockId, EditorBlock, StoredReport } from '../domain';
import type { Editing, ReportKey } from './history';
import { makeEdit, type EditNeeds } from './make-edit';
import { faultOf, type TypedBlock, type TypedFault } from './typed-block';

/** Somebody changed or removed a block that the person typed in. */
export interface TypedConflict {
  readonly typed: TypedBlock;
  /** Undefined when it was removed. */
  readonly theirs: EditorBlock | undefined;
}

export interface SavedTyped {
  readonly report: StoredReport;
  readonly conflicts: readonly TypedConflict[];
  /** Not saved because they are too long. */
  readonly faults: ReadonlyMap<BlockId, TypedFault>;
}

/**
 * Saves what was typed in the blocks of a page: only blocks that the person changed, and none that somebody else changed
 * meanwhile. Those come back with both texts.
 */
export const saveTyped =
  (needs: EditNeeds) =>
  async (key: ReportKey, by: Editing, typed: readonly TypedBlock[], typing = false): Promise<SavedTyped> => {
    const touched = typed.filter(({ seen, content }) => fingerprint(content) !== seen);
    const faults = new Map(
      touched.flatMap(({ id, content }) => {
        const fault = faultOf(content);
        return fault === null ? [] : [[id, fault] as const];
      }),
    );
    const savable = touched.filter(({ id }) => !faults.has(id));
    let conflicts: readonly TypedConflict[] = [];
    const edit = ({ blocks }: ReportContents): Edit => {
      const sorted = sortOut(savable, new Map(blocks.map((block) => [block.id, block])));
      conflicts = sorted.conflicts;
      return { kind: 'change', changes: sorted.changes };
    };
    const { report } = await makeEdit(needs)(key, by, { edit, seen: null, typing });
    return { report, conflicts, faults };
  };

const sortOut = (touched: readonly TypedBlock[], stored: ReadonlyMap<BlockId, EditorBlock>) => {
  const changes: BlockChange[] = [];
  const conflicts: TypedConflict[] = [];
  for (const typed of touched) {
    const theirs = stored.get(typed.id);
    const now = theirs === undefined ? null : fingerprint(theirs);
    if (now === fingerprint(typed.content)) continue;
    if (now === typed.seen) changes.push({ id: typed.id, content: typed.content });
    else conflicts.push({ typed, theirs });
  }
  return { changes, conflicts };
};
