import type { Response } from 'express';
import { newId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { BlockId, EditorBlock, StoredReport } from '../domain';
import { chaptersOf, placeAfter, stepPlace, withoutId, type Edit, type ReportContents } from '../domain/edit';
import type { ReportsRoutesNeeds } from '../routes';
import { blockAddress, placeOnPage, type Reason } from './addresses';
import type { Desk } from './editor-page';
import { askedOf } from './freeze-blocks';
import type { EditId } from './history';
import { ADDABLE, type Addable } from './inputs';
import { hasOwnPage, newBlock } from './new-block';
import type { Step } from './posted-chapter';
import { noSuchBlock } from './problems';
import { isData } from './read-material';

interface Doing {
  readonly res: Response;
  readonly desk: Desk;
  readonly step: Step;
  /** The current block of the page, after which another is added. */
  readonly after: BlockId;
  readonly chapter: number;
}

/** What a button of a chapter's page does once everything typed is safe. */
export const doStep = async (needs: ReportsRoutesNeeds, doing: Doing): Promise<void> => {
  const { desk, step, res } = doing;
  const id = step.subject as BlockId;
  switch (step.act) {
    case 'dodaj':
      await addBlock(needs, doing);
      return;
    case 'cofnij':
      await undo(needs, doing);
      return;
    case 'zamroz-wszystkie':
      await freeze(needs, doing, 'all live');
      return;
    case 'zamroz':
      await freeze(needs, doing, [id]);
      return;
    case 'tutaj':
      res.redirect(303, placeOnPage(desk.report, id, 'miejscu'));
      return;
    case 'odswiez':
      res.redirect(303, `${blockAddress(desk.report, id)}/odswiez`);
      return;
    default:
      await editBlock(needs, doing, id);
  }
};

const REASON_OF: Readonly<Record<string, Reason>> = {
  gora: 'gorze',
  dol: 'dole',
  powiel: 'powieleniu',
  usun: 'usunieciu',
  ozyw: 'ozywieniu',
};

const editBlock = async (needs: ReportsRoutesNeeds, { res, desk, step }: Doing, id: BlockId): Promise<void> => {
  const reason = REASON_OF[step.act];
  if (reason === undefined) {
    res.redirect(303, placeOnPage(desk.report, id, 'zapisie'));
    return;
  }
  const copy = newId<'report block'>();
  const outcome = await needs.reports.editor.makeEdit(desk.report, actorOf(res), {
    edit: (contents) => editFor(step.act, contents, required(contents, desk.report, id), copy),
    seen: step.act === 'usun' && step.detail !== '' ? step.detail : null,
  });
  if (outcome.kind === 'conflict') res.redirect(303, placeOnPage(outcome.report, id, 'zmianie'));
  else if (step.act === 'usun') res.redirect(303, placeOnPage(outcome.report, neighbourOf(desk.report, id), reason));
  else res.redirect(303, placeOnPage(outcome.report, step.act === 'powiel' ? copy : id, reason));
};

const required = ({ blocks }: ReportContents, report: StoredReport, wanted: BlockId): EditorBlock => {
  const found = blocks.find(({ id }) => id === wanted);
  if (found === undefined) throw noSuchBlock({ home: placeOnPage(report, null, 'zapisie') });
  return found;
};

const editFor = (act: string, { blocks }: ReportContents, block: EditorBlock, copy: BlockId): Edit => {
  const { id } = block;
  switch (act) {
    case 'gora':
    case 'dol': {
      const place = stepPlace(blocks, id, act === 'gora' ? 'up' : 'down');
      return place === undefined ? { kind: 'change', changes: [] } : { kind: 'move', ids: [id], place };
    }
    case 'powiel':
      return { kind: 'add', blocks: [{ ...block, id: copy }], place: placeAfter(blocks, id) };
    case 'usun':
      return { kind: 'remove', ids: [id] };
    default: {
      const content = withoutId(block);
      if (!isData(block) || content.kind !== 'data') return { kind: 'change', changes: [] };
      return {
        kind: 'change',
        changes: [{ id, content: { ...content, source: { kind: 'live', ...askedOf(block) } } }],
      };
    }
  }
};

/** Where the person goes after removing: the next block, or the one before. */
const neighbourOf = ({ blocks }: StoredReport, id: BlockId): BlockId | null => {
  const at = blocks.findIndex((block) => block.id === id);
  return (blocks[at + 1] ?? blocks[at - 1])?.id ?? null;
};

const addBlock = async (needs: ReportsRoutesNeeds, { res, desk, step, after, chapter }: Doing): Promise<void> => {
  const kind = ADDABLE.find((one) => one === step.subject) ?? ('text' satisfies Addable);
  const block = newBlock(kind);
  const { report } = await needs.reports.editor.makeEdit(desk.report, actorOf(res), {
    edit: ({ blocks }) => ({ kind: 'add', blocks: [block], place: placeAfter(blocks, lastOf(blocks, after, chapter)) }),
    seen: null,
  });
  if (hasOwnPage(kind)) res.redirect(303, `${blockAddress(report, block.id)}?po=dodaniu`);
  else res.redirect(303, placeOnPage(report, block.id, 'dodaniu'));
};

/** The current block, or the last of the chapter that the person looks at. */
const lastOf = (blocks: ReportContents['blocks'], current: BlockId, chapter: number): BlockId => {
  if (blocks.some(({ id }) => id === current)) return current;
  const shown = chaptersOf(blocks)[chapter - 1]?.blocks.at(-1) ?? blocks.at(-1);
  return shown?.id ?? current;
};

const undo = async (needs: ReportsRoutesNeeds, { res, desk, step }: Doing): Promise<void> => {
  const id = step.subject === '' ? undefined : (step.subject as EditId);
  const { report, edit } = await needs.reports.editor.undoEdit(desk.report, actorOf(res), id);
  const subject = edit.subjects.find((one) => report.blocks.some((block) => block.id === one));
  res.redirect(303, placeOnPage(report, (subject ?? null) as BlockId | null, 'cofnieciu'));
};

const freeze = async (
  needs: ReportsRoutesNeeds,
  { res, desk, after }: Doing,
  ids: readonly BlockId[] | 'all live',
): Promise<void> => {
  const { report, refused } = await needs.reports.editor.freezeBlocks(desk.report, actorOf(res), ids);
  const [only] = ids === 'all live' ? [undefined] : ids;
  const [first] = refused;
  if (only !== undefined && first?.problem) throw first.problem;
  const more = refused.length === 0 ? '' : `&odmowy=${refused.length}`;
  const place = only ?? first?.block ?? (desk.report.blocks.some(({ id }) => id === after) ? after : null);
  res.redirect(303, placeOnPage(report, place, 'zamrozeniu', more));
};
