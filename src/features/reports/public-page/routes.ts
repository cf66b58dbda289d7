import express, { type RequestHandler, type Router } from 'express';
import { parseInput, sendPage, speak, translatorOf } from '../../../platform/http';
import { actorOf, requireRole } from '../../accounts';
import type { ReportId } from '../domain';
import { inlineFile } from '../file-name';
import { presentTree } from '../published/present-tree';
import { publishingRoles } from '../published/policy';
import type { ReportsRoutesNeeds } from '../routes';
import { withdrawForm } from './inputs';
import { presentPublicPage } from './present-page';

/** A page stays in browsers and proxies for so long: a withdrawn one is gone everywhere soon after. */
const KEPT_SECONDS = 300;

/** What anyone may read. Mounted before sessions begin: no cookie is read or set. */
export const publicPageRoutes = (needs: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  router.get('/r/:skrot.pdf', sendFile(needs));
  router.get('/r/:skrot', showPage(needs));
  return router;
};

/** Where a page is taken down and put back. */
export const publicPageDeskRoutes = (needs: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  router.post('/badania/:id/raporty/:raport/strona', requireRole(...publishingRoles), changePage(needs));
  return router;
};

const showPage =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<{ skrot: string }> =>
  async (req, res) => {
    const { page, version, tree } = await reports.publicPages.readPage(req.params.skrot);
    const evaluation = await reports.readEvaluation(page.evaluationId);
    speak(res, tree.about.language);
    const translator = translatorOf(req);
    sendPage(req, res, {
      layout: 'public',
      view: 'reports/public-page/show',
      title: version.title,
      bodyClass: 'pub',
      institution: { name: evaluation.commissioner, region: evaluation.regionName },
      demonstration: tree.about.demonstration,
      isListed: version.state === 'final' && !tree.about.demonstration,
      keptSeconds: KEPT_SECONDS,
      sheets: ['/css/report.css', '/css/published.css'],
      scripts: ['/js/figures/draw-figures.js'],
      model: {
        page: presentPublicPage(page, version, tree, translator),
        tree: presentTree(tree, translator, { titleTag: 'h1', proofs: false }),
      },
    });
  };

const sendFile =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<{ skrot: string }> =>
  async (req, res) => {
    const { version, tree } = await reports.publicPages.readPage(req.params.skrot);
    res.set({ ETag: `"${version.hash}"`, 'Cache-Control': `public, max-age=${KEPT_SECONDS}` });
    if (version.state !== 'final' || tree.about.demonstration) res.set('X-Robots-Tag', 'noindex');
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    const { bytes } = await reports.drawReport(tree);
    res
      .type('application/pdf')
      .set('Content-Disposition', inlineFile(`${version.title}.pdf`))
      .send(Buffer.from(bytes));
  };

const changePage =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<{ id: string; raport: string }> =>
  async (req, res) => {
    const { id, raport } = req.params;
    const { czynnosc, powod: reason } = parseInput(withdrawForm, req.body);
    const by = actorOf(res).name;
    const act = czynnosc === 'wycofaj' ? reports.publicPages.withdraw : reports.publicPages.restore;
    await act(raport as ReportId, { by, reason: czynnosc === 'wycofaj' ? reason : '' });
    res.redirect(303, `/badania/${id}/raporty/${raport}/wersje`);
  };
