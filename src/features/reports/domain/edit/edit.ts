import type { BlockContent, BlockId, EditorBlock, StoredReport } from '../stored-report';

/** What edits change of a report. */
export type ReportContents = Pick<StoredReport, 'title' | 'blocks'>;

/**
 * Where a block goes: behind the first of these that is still there, the nearest first; at the beginning where none is. So a
 * place survives that somebody removes the neighbour.
 */
export type Place = readonly BlockId[];

export type Edit =
  | { readonly kind: 'add'; readonly blocks: readonly EditorBlock[]; readonly place: Place }
  | { readonly kind: 'change'; readonly changes: readonly BlockChange[] }
  /** Blocks go together and keep their order. */
  | { readonly kind: 'move'; readonly ids: readonly BlockId[]; readonly place: Place }
  | { readonly kind: 'remove'; readonly ids: readonly BlockId[] }
  | { readonly kind: 'rename'; readonly title: string }
  /** Puts removed blocks back where each was. */
  | { readonly kind: 'put-back'; readonly blocks: readonly { readonly block: EditorBlock; readonly place: Place }[] }
  /** Every block where it was; blocks that came since stay behind the one they stand behind. */
  | { readonly kind: 'reorder'; readonly order: readonly BlockId[] };

export interface BlockChange {
  readonly id: BlockId;
  readonly content: BlockContent;
}

export interface AppliedEdit {
  readonly contents: ReportContents;
  /** Takes the edit back. */
  readonly inverse: Edit;
}

/** The edit has lost its place. */
export class EditRefused extends Error {
  constructor(readonly reason: 'block-gone' | 'too-many-blocks') {
    super(reason);
  }
}
