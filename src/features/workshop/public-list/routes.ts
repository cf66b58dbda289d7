import express, { type RequestHandler, type Router } from 'express';
import { dayOf, type Clock } from '../../../platform/clock';
import { sendPage, translatorOf } from '../../../platform/http';
import { writeCsv } from '../../../platform/spreadsheet';
import type { Workshop } from '..';
import { listJson, listRows } from './list-files';
import { presentList } from './present-list';

export interface SphereListRoutesNeeds {
  readonly workshop: Pick<Workshop, 'sphereDecisions'>;
  readonly clock: Clock;
}

type ListHandler = RequestHandler<{ grupa: string; nr?: string }>;

/** A version stays in browsers and proxies for so long; the newest list does not, so that whoever publishes sees it. */
const KEPT_SECONDS = 300;

/** What anyone may read of the list of preferred spheres. Mounted before sessions begin: no cookie is read or set. */
export const sphereListRoutes = (needs: SphereListRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/p/sfery/:grupa', showList(needs));
  router.get('/p/sfery/:grupa/:nr.csv', sendCsv(needs));
  router.get('/p/sfery/:grupa/:nr.json', sendJson(needs));
  router.get('/p/sfery/:grupa/:nr', showList(needs));
  return router;
};

const showList =
  ({ workshop, clock }: SphereListRoutesNeeds): ListHandler =>
  async (req, res) => {
    const opened = await workshop.sphereDecisions.openList(req.params.grupa, req.params.nr);
    const { list, versions } = opened;
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'public',
      view: 'workshop/spheres-list',
      title: translator.t('sphere-decisions:public.name', { number: list.number }),
      bodyClass: 'pub',
      institution: { name: list.institution, region: list.regionName },
      demonstration: list.demonstration,
      isListed: !list.demonstration && versions[0]?.number === list.number,
      ...(req.params.nr === undefined ? {} : { keptSeconds: KEPT_SECONDS }),
      sheets: ['/css/spheres.css'],
      model: { page: presentList(opened, dayOf(clock.now()), translator) },
    });
  };

const sendCsv =
  ({ workshop, clock }: SphereListRoutesNeeds): ListHandler =>
  async (req, res) => {
    const { list } = await workshop.sphereDecisions.openList(req.params.grupa, req.params.nr);
    const rows = listRows(list, dayOf(clock.now()), translatorOf(req));
    const name = translatorOf(req).t('sphere-decisions:file.name', { number: list.number });
    res
      .type('text/csv; charset=utf-8')
      .set('Content-Disposition', `attachment; filename="${name}.csv"`)
      .set('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
      .set('Vary', 'Cookie')
      .send(Buffer.from(writeCsv(rows)));
  };

const sendJson =
  ({ workshop, clock }: SphereListRoutesNeeds): ListHandler =>
  async (req, res) => {
    const { list } = await workshop.sphereDecisions.openList(req.params.grupa, req.params.nr);
    res.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`).json(listJson(list, dayOf(clock.now())));
  };
