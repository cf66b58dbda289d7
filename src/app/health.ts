import express, { type Router } from 'express';
import type { Storage } from '../platform/storage';

/** For load balancers and watchdogs: 200 only while a write would be durable. */
export const healthRoutes = ({ storage }: { readonly storage: Pick<Storage, 'isWritable'> }): Router => {
  const router = express.Router();
  router.get('/healthz', async (_req, res) => {
    const writable = await storage.isWritable();
    res
      .status(writable ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: writable ? 'ok' : 'unavailable', storage: writable ? 'writable' : 'not writable' });
  });
  return router;
};
