import type { Request, Response } from 'express';

/**
 * Names this state of a part of a page; whoever shows it already is told so in a few bytes.
 *
 * @returns true when the reply is sent
 */
export const isUnchanged = (req: Request, res: Response, state: string): boolean => {
  const tag = `"${state}"`;
  res.set({ ETag: tag, 'Cache-Control': 'no-store' });
  if (req.get('if-none-match') !== tag) return false;
  res.status(304).end();
  return true;
};
