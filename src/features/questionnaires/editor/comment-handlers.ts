import type { RequestHandler } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import { deskAddress } from '../present-frame';
import { mayWrite } from '../policy';
import type { CommentId } from '.';
import { cleanText } from './form/clean-text';
import { commentInput, onlyToken } from './inputs';
import { deskOf, requireShownItem, showStored, type EditorNeeds, type ItemAddress } from './item-pages';
import { sendReading } from './reading-page';
import { readableDesk } from './readable-desk';

type CommentAddress = ItemAddress & { readonly nr: string };

const LONGEST_COMMENT = 2_000;

/** A remark on an item, by those who write and by those who read. */
export const postComment =
  (needs: EditorNeeds): RequestHandler<ItemAddress> =>
  async (req, res) => {
    const { tresc } = parseInput(commentInput, req.body);
    const actor = actorOf(res);
    const desk = readableDesk(actor, await deskOf(needs, req.params));
    const item = requireShownItem(desk, req.params.pozycja);
    const text = cleanText(tresc);
    if (text !== '' && text.length <= LONGEST_COMMENT) {
      await needs.questionnaires.editor.addComment(desk.draft, item.code, actor, text);
      res.redirect(303, `${deskAddress(desk)}/pytania/${item.code}?po=uwadze#uwagi`);
      return;
    }
    const { t } = translatorOf(req);
    const issue =
      text === ''
        ? t('editor:comments.empty')
        : t('editor:issue.too-long', { longest: LONGEST_COMMENT, length: text.length });
    const comment = { typed: text, issue };
    if (mayWrite(actor)) await showStored(needs, req, res, desk, item, { comment, status: 400 });
    else await sendReading(needs, req, res, desk, item, { comment });
  };

export const resolve =
  (needs: EditorNeeds): RequestHandler<CommentAddress> =>
  async (req, res) => {
    parseInput(onlyToken, req.body);
    const desk = await deskOf(needs, req.params);
    await needs.questionnaires.editor.resolveComment(desk.draft, req.params.nr as CommentId, actorOf(res));
    res.redirect(303, `${deskAddress(desk)}/pytania/${req.params.pozycja}#uwagi`);
  };

export const reopen =
  (needs: EditorNeeds): RequestHandler<CommentAddress> =>
  async (req, res) => {
    parseInput(onlyToken, req.body);
    const desk = await deskOf(needs, req.params);
    await needs.questionnaires.editor.reopenComment(desk.draft, req.params.nr as CommentId);
    res.redirect(303, `${deskAddress(desk)}/pytania/${req.params.pozycja}#uwagi`);
  };
