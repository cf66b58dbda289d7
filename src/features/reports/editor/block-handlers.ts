import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { BlockId, EditorBlock } from '../domain';
import { fingerprint, placeAfter } from '../domain/edit';
import type { ReportsRoutesNeeds } from '../routes';
import { blockAddress, placeOnPage } from './addresses';
import { askedOf } from './freeze-blocks';
import { blockContent } from './block-content';
import { kindName } from './block-names';
import { deskOf, editorPage, type Desk, type ReportAddress } from './editor-page';
import { blockInput, blockQuery, moveInput, type BlockInput } from './inputs';
import { stepOf } from './posted-chapter';
import { presentBlockPage, type BlockPageReason } from './present-block-page';
import { noSuchBlock } from './problems';
import { isData } from './read-material';

export type BlockAddress = ReportAddress & { readonly blok: string };

/** @throws Problem `report-editor.no-such-block` */
export const requireBlock = ({ report }: Desk, id: string): EditorBlock => {
  const found = report.blocks.find((block) => block.id === id);
  if (found === undefined) throw noSuchBlock({ home: placeOnPage(report, null, 'zapisie') });
  return found;
};

export const showBlock =
  (needs: ReportsRoutesNeeds): RequestHandler<BlockAddress> =>
  async (req, res) => {
    const desk = await deskOf(needs, req.params);
    const block = requireBlock(desk, req.params.blok);
    const { po, zmienna } = parseInput(blockQuery, req.query);
    await sendBlock(needs, req, res, desk, block, { reason: po ?? null, divided: zmienna });
  };

interface Shown {
  readonly reason: BlockPageReason | null;
  /** Variable whose answers are listed, to filter by. */
  readonly divided: string;
  /** What was typed and could not be saved. */
  readonly typed?: BlockInput;
  readonly fault?: string;
  readonly status?: number;
  /** Somebody saved this block meanwhile. */
  readonly theirs?: EditorBlock;
}

const sendBlock = async (
  { reports }: ReportsRoutesNeeds,
  req: Request,
  res: Response,
  { evaluation, report }: Desk,
  block: EditorBlock,
  shown: Shown,
): Promise<void> => {
  const translator = translatorOf(req);
  const code = isData(block) ? askedOf(block).dataset : '';
  const desk = await reports.editor.readDataDesk(evaluation, actorOf(res).id, code);
  const number = report.blocks.indexOf(block) + 1;
  const { t } = translator;
  const name = t('report-editor:block-name', { number, kind: kindName(block, t) });
  const title = t('report-editor:block-page.title', { name, title: report.title });
  editorPage(req, res, evaluation, {
    view: 'reports/editor/show-block',
    title: shown.status === 400 ? t('layout:errorTitle', { title }) : title,
    ...(shown.status === undefined ? {} : { status: shown.status }),
    sheets: ['/css/analysis.css', '/css/report-editor.css'],
    scripts: ['/js/analysis/tables.js'],
    model: { page: presentBlockPage({ evaluation, report, block, number, name, desk, ...shown }, translator) },
  });
};

export const postBlock =
  (needs: ReportsRoutesNeeds): RequestHandler<BlockAddress> =>
  async (req, res) => {
    const input = parseInput(blockInput, req.body);
    const desk = await deskOf(needs, req.params);
    const block = requireBlock(desk, req.params.blok);
    const made = blockContent(input, block, desk.evaluation.id);
    const { t } = translatorOf(req);
    if (made.kind === 'fault') {
      const fault = t(`report-editor:fault.${made.name}`, made.details);
      await sendBlock(needs, req, res, desk, block, {
        reason: null,
        divided: input.zmienna,
        typed: input,
        fault,
        status: 400,
      });
      return;
    }
    const outcome = await needs.reports.editor.makeEdit(desk.report, actorOf(res), {
      edit: () => ({ kind: 'change', changes: [{ id: block.id, content: made.content }] }),
      seen: input.odcisk,
    });
    if (outcome.kind === 'conflict') {
      const after = { ...desk, report: outcome.report };
      const theirs = requireBlock(after, block.id);
      const shown = {
        reason: null,
        divided: '',
        typed: { ...input, odcisk: fingerprint(theirs) },
        theirs,
        status: 409,
      };
      await sendBlock(needs, req, res, after, theirs, shown);
      return;
    }
    res.redirect(303, afterSaving(outcome.report, block.id, input));
  };

/** Buttons that go on with the same form stay on this page; saving leads back to the chapter. */
const afterSaving = (report: Desk['report'], id: BlockId, input: BlockInput): string => {
  const { act } = stepOf(input.akcja);
  const home = blockAddress(report, id);
  if (act === 'zapisz') return placeOnPage(report, id, 'zapisie');
  if (act === 'kategorie') return `${home}?zmienna=${encodeURIComponent(input.zmienna)}#kategorie`;
  return act === 'wez' ? `${home}?po=adresie` : `${home}?po=zapisie`;
};

export const moveBlock =
  (needs: ReportsRoutesNeeds): RequestHandler<BlockAddress> =>
  async (req, res) => {
    const { miejsce } = parseInput(moveInput, req.body);
    const desk = await deskOf(needs, req.params);
    const block = requireBlock(desk, req.params.blok);
    const { report } = await needs.reports.editor.makeEdit(desk.report, actorOf(res), {
      edit: ({ blocks }) =>
        miejsce === block.id
          ? { kind: 'change', changes: [] }
          : {
              kind: 'move',
              ids: [block.id],
              place: placeAfter(blocks, miejsce as BlockId).filter((id) => id !== block.id),
            },
      seen: null,
    });
    res.redirect(303, placeOnPage(report, block.id, 'przeniesieniu'));
  };
