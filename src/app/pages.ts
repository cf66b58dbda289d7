import express, { type Router } from 'express';
import { sendPage, translatorOf } from '../platform/http';

/** Pages of text alone: address and name of the view. */
const PAGES = {
  '/deklaracja-dostepnosci': 'accessibility',
  '/dane-osobowe': 'privacy',
  '/pomoc': 'help',
} as const;

export interface TextPagesNeeds {
  /** Address people use, for the accessibility statement. */
  readonly publicUrl: string;
}

/** What everyone may read: accessibility statement, personal data, help. */
export const textPages = ({ publicUrl }: TextPagesNeeds): Router => {
  const router = express.Router();
  for (const [path, name] of Object.entries(PAGES))
    router.get(path, (req, res) => {
      sendPage(req, res, {
        layout: 'public',
        view: `pages/${name}`,
        title: translatorOf(req).t(`pages:${name}.title`),
        bodyClass: 'compact',
        model: { publicUrl },
      });
    });
  return router;
};
