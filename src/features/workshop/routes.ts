import express, { type Router } from 'express';
import { meetingsRoutes, type MeetingsRoutesNeeds } from './meetings/routes';

export { roomRoutes } from './room/routes';

/** The pages of those who are signed in; participants come by `roomRoutes`, without an account. */
export const workshopRoutes = (needs: MeetingsRoutesNeeds): Router => {
  const router = express.Router();
  router.use(meetingsRoutes(needs));
  return router;
};
