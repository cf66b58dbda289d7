import type { Request, Response } from 'express';
import { translatorOf } from '../../../platform/http';
import { fingerprint } from '../domain/edit';
import { placeOnPage, reportAddress } from './addresses';
import { kindName } from './block-names';
import { editorPage, type Desk } from './editor-page';
import type { TypedConflict } from './save-typed';
import { isTyped } from './typed-block';
import { whoChanged } from './who-changed';

/** Both texts side by side, with what was typed kept in the form that decides between them. */
export const sendConflict = (
  req: Request,
  res: Response,
  { evaluation, report }: Desk,
  conflicts: readonly TypedConflict[],
): void => {
  const { t, format } = translatorOf(req);
  const [first] = conflicts;
  const at = first === undefined ? null : first.typed.id;
  const title = t('report-editor:conflict.title');
  editorPage(req, res, evaluation, {
    view: 'reports/editor/show-conflict',
    title,
    status: 409,
    model: {
      page: {
        title,
        report: report.title,
        text: t('report-editor:conflict.several', { count: conflicts.length, ...whoChanged(report, format.time) }),
        action: reportAddress(report),
        back: placeOnPage(report, at, 'zmianie'),
        conflicts: conflicts.map(({ typed: { id, content }, theirs }, index) => {
          const number = report.blocks.findIndex((block) => block.id === id) + 1;
          const canJoin = theirs !== undefined && isTyped(theirs);
          return {
            id,
            index,
            name:
              theirs === undefined
                ? t('report-editor:conflict.gone')
                : t('report-editor:block-name', { number, kind: kindName(theirs, t) }),
            isGone: theirs === undefined,
            seen: theirs === undefined ? 'gone' : fingerprint(theirs),
            kind: content.kind,
            text: content.text,
            level: content.kind === 'heading' ? String(content.level) : '',
            source: content.kind === 'quote' ? content.source : '',
            theirs: canJoin ? theirs.text : theirs === undefined ? '' : kindName(theirs, t),
            choices: (theirs === undefined
              ? ['moja', 'tamta']
              : canJoin
                ? ['obie', 'moja', 'tamta']
                : ['moja', 'tamta']
            ).map((value) => ({
              value,
              text: t(`report-editor:conflict.${theirs === undefined ? 'gone-' : ''}${value}`),
            })),
          };
        }),
      },
    },
  });
};
