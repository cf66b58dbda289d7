import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, translatorIn, translatorOf } from '../../../platform/http';
import { actorOf, requireActor } from '../../accounts';
import { inlineFile } from '../file-name';
import { mayPublish } from '../published/policy';
import { presentVersion } from '../published/present-version';
import { versionAddress } from '../published/publish-report';
import { readVersionFor, type VersionParams } from '../published/read-for';
import type { ReportsRoutesNeeds } from '../routes';
import { cancelForm } from './inputs';

/** From so many pages on a person sees how far the file is, and may give up waiting. */
const LONG_PAGES = 60;
const AGAIN_SECONDS = 1;

/** Files of published versions. */
export const filesRoutes = (needs: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  const version = '/badania/:id/raporty/:raport/wersje/:nr';
  router.get(`${version}.pdf`, requireActor, sendFile(needs));
  router.get(`${version}/plik`, requireActor, showProgress(needs));
  router.post(`${version}/plik`, requireActor, cancel(needs));
  return router;
};

const sendFile =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<VersionParams> =>
  async (req, res) => {
    const { version } = await readVersionFor(reports, actorOf(res), req.params);
    res.set({ ETag: `"${version.hash}"`, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' });
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    const isOpenedByPerson = req.get('sec-fetch-dest') === 'document';
    if (isOpenedByPerson && version.pages >= LONG_PAGES && reports.fileJobs.peek(version.id)?.state !== 'drawn') {
      res.removeHeader('ETag');
      res.redirect(303, `${versionAddress(version)}/plik`);
      return;
    }
    const { bytes } = await reports.drawReport(await reports.published.readTree(version.id));
    const name = translatorIn(req, version.language).t('published:version.fileName', {
      title: version.title,
      version: version.version,
    });
    res
      .type('application/pdf')
      .set('Content-Disposition', inlineFile(`${name}.pdf`))
      .send(Buffer.from(bytes));
  };

const showProgress =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<VersionParams> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const actor = actorOf(res);
    const { evaluation, version, newest } = await readVersionFor(reports, actor, req.params);
    const job = await reports.fileJobs.follow(version.id, () => reports.published.readTree(version.id));
    if (job.state === 'drawn') {
      res.redirect(303, `${versionAddress(version)}.pdf`);
      return;
    }
    if (job.state === 'drawing') res.set('Refresh', String(AGAIN_SECONDS));
    sendPage(req, res, {
      layout: mayPublish(actor) ? 'staff' : 'top-bar',
      view: 'reports/published/file',
      title: translator.t('published:file.title'),
      current: 'reports',
      study: { id: evaluation.id, title: evaluation.shortTitle },
      demonstration: evaluation.demonstration,
      model: {
        version: presentVersion(version, newest, translator),
        percent: Math.floor(100 * job.share),
        share: translator.format.percent(job.share),
      },
    });
  };

const cancel =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<VersionParams> =>
  async (req, res) => {
    parseInput(cancelForm, req.body);
    const { version } = await readVersionFor(reports, actorOf(res), req.params);
    reports.fileJobs.cancel(version.id);
    res.redirect(303, versionAddress(version));
  };
