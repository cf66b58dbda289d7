import express, { type Router } from 'express';
import type { Workshop } from '.';
import { agreementsRoutes } from './agreements/routes';
import { attendanceRoutes } from './attendance/routes';
import { groupRoutes } from './group/routes';
import { invitationsRoutes } from './invitations/routes';
import { meetingsRoutes } from './meetings/routes';
import { minutesRoutes } from './minutes/routes';
import { outcomesRoutes } from './outcomes/routes';
import { sheetsRoutes } from './sheets/routes';
import { spheresRoutes } from './spheres/routes';
import { wallRoutes } from './wall/routes';

export { sphereListRoutes } from './public-list/routes';
export { minutesLinkRoutes } from './minutes/routes';
export { roomRoutes } from './room/routes';
export { sheetRoomRoutes } from './sheets/routes';

export interface WorkshopRoutesNeeds {
  readonly workshop: Workshop;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
}

/** The pages of those who are signed in; participants come by `roomRoutes`, without an account. Words come before numbers of meetings. */
export const workshopRoutes = (needs: WorkshopRoutesNeeds): Router => {
  const router = express.Router();
  router.use(groupRoutes(needs));
  router.use(spheresRoutes(needs));
  router.use(invitationsRoutes(needs));
  router.use(attendanceRoutes(needs));
  router.use(outcomesRoutes(needs));
  router.use(sheetsRoutes(needs));
  router.use(agreementsRoutes(needs));
  router.use(minutesRoutes(needs));
  router.use(meetingsRoutes(needs));
  router.use(wallRoutes(needs));
  return router;
};
