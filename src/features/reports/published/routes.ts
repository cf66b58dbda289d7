import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { parseInput, sendPage, translatorIn, translatorOf, type Page } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf, requireActor, requireRole } from '../../accounts';
import type { Evaluation } from '../../evaluations';
import type { PublishedReport, ReportId, StoredReport } from '../domain';
import { presentDesk } from '../public-page/present-page';
import type { ReportsRoutesNeeds } from '../routes';
import { publishForm } from './inputs';
import { mayPublish, mayRead, publishingRoles } from './policy';
import { presentChanges } from './present-changes';
import { presentPublication, type SentForm } from './present-publication';
import { presentShelf } from './present-shelf';
import { presentTree } from './present-tree';
import { presentVersion, presentVersionPage } from './present-version';
import { scorecardOfOthers } from './problems';
import { versionAddress } from './publish-report';
import { readVersionFor, type VersionParams } from './read-for';

/** Publishing a report, and reading what was published. */
export const publishedRoutes = (needs: ReportsRoutesNeeds): Router => {
  const router = express.Router();
  const writers = requireRole(...publishingRoles);
  const report = '/badania/:id/raporty/:raport';
  router.get('/raporty', requireActor, showShelf(needs));
  router.get(`${report}/publikacja`, writers, showPublication(needs));
  router.post(`${report}/publikacja`, writers, publish(needs));
  router.get(`${report}/wersje`, requireActor, showVersions(needs));
  router.get(`${report}/wersje/:nr`, requireActor, showVersion(needs));
  router.get(`${report}/wersje/:nr/zmiany`, requireActor, showChanges(needs));
  return router;
};

type ReportParams = Record<'id' | 'raport', string>;

const speaking = (req: Request) => (language: StoredReport['language']) => translatorIn(req, language);

const showPublication =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportParams> =>
  (req, res) =>
    confirm(needs, req, res, null);

const confirm = async (
  { reports }: ReportsRoutesNeeds,
  req: Request<ReportParams>,
  res: Response,
  sent: SentForm | null,
): Promise<void> => {
  const translator = translatorOf(req);
  const [id, report] = [req.params.id as EvaluationId, req.params.raport as ReportId];
  const prepared = await reports.published.preparePublication(id, report, speaking(req));
  const title = translator.t('published:publish.title');
  const hasFaults = sent !== null && sent.faults.length > 0;
  show(req, res, prepared.evaluation, {
    view: 'reports/published/publish',
    title: hasFaults ? translator.t('layout:errorTitle', { title }) : title,
    status: hasFaults ? (sent.faults.includes('changed') ? 409 : 400) : 200,
    model: { page: presentPublication(prepared, sent, translator) },
  });
};

const publish =
  (needs: ReportsRoutesNeeds): RequestHandler<ReportParams> =>
  async (req, res) => {
    const { published } = needs.reports;
    const { klucz: key, rewizja: revision, stan: state, errata } = parseInput(publishForm, req.body);
    const [id, report] = [req.params.id as EvaluationId, req.params.raport as ReportId];
    const wanted = { report, key, revision, state, erratum: errata === '' ? null : errata };
    const { done, faults } = await published.checkForm(id, wanted);
    if (faults.length > 0) {
      await confirm(needs, req, res, { key, state, erratum: errata, faults });
      return;
    }
    const by = actorOf(res).name;
    const version = done ?? (await published.publishReport(id, { ...wanted, by, translatorOf: speaking(req) }));
    await needs.reports.publicPages.openFor(version);
    res.redirect(303, versionAddress(version));
  };

const showVersion =
  (needs: ReportsRoutesNeeds): RequestHandler<VersionParams> =>
  async (req, res) => {
    const { evaluation, version, newest } = await readVersionFor(needs.reports, actorOf(res), req.params);
    const tree = await needs.reports.published.readTree(version.id);
    const proofs = mayPublish(actorOf(res));
    const { about } = tree;
    show(req, res, evaluation, {
      view: 'reports/published/version',
      title: translatorOf(req).t('published:version.title', {
        title: version.title,
        version: version.version,
      }),
      scripts: ['/js/figures/draw-figures.js'],
      model: {
        page: presentVersionPage(version, newest, translatorOf(req)),
        about,
        hasCover: tree.blocks[0]?.kind === 'cover',
        tree: presentTree(tree, translatorIn(req, about.language), { titleTag: 'h1', proofs }),
      },
    });
  };

const showChanges =
  (needs: ReportsRoutesNeeds): RequestHandler<VersionParams> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const { evaluation, version, newest, versions } = await readVersionFor(needs.reports, actorOf(res), req.params);
    const before = versions.find((one) => one.version < version.version);
    if (before === undefined) {
      res.redirect(303, versionAddress(version));
      return;
    }
    show(req, res, evaluation, {
      view: 'reports/published/changes',
      title: translator.t('published:changes.title', { before: before.version, after: version.version }),
      model: {
        page: presentVersionPage(version, newest, translator),
        before: presentVersion(before, newest, translator),
        changes: presentChanges(await needs.reports.published.compareVersions(before, version), translator),
      },
    });
  };

const showVersions =
  ({ reports }: ReportsRoutesNeeds): RequestHandler<ReportParams> =>
  async (req, res) => {
    const translator = translatorOf(req);
    const evaluation = await reports.readEvaluation(req.params.id as EvaluationId);
    const { newest, versions } = await reports.published.readVersions(evaluation.id, req.params.raport as ReportId);
    const actor = actorOf(res);
    if (!mayRead(actor, newest)) throw scorecardOfOthers();
    const publicPage = await reports.publicPages.findOf(newest.report);
    show(req, res, evaluation, {
      view: 'reports/published/versions',
      title: translator.t('published:versions.title', { title: newest.title }),
      model: {
        title: newest.title,
        publicPage: publicPage === undefined || !mayPublish(actor) ? null : presentDesk(publicPage, translator),
        versions: versions.map((one) => presentVersion(one, newest, translator)),
        protection: mayPublish(actor) ? `/badania/${evaluation.id}/ochrona` : null,
        editor: mayPublish(actor) ? `/badania/${evaluation.id}/raporty/${newest.report}` : null,
      },
    });
  };

/** Everything published that the person may read, study by study. */
const showShelf =
  ({ reports: { published } }: ReportsRoutesNeeds): RequestHandler =>
  async (req, res) => {
    const translator = translatorOf(req);
    const actor = actorOf(res);
    const shelves: { evaluation: Evaluation; reports: readonly PublishedReport[] }[] = [];
    for (const evaluation of await published.listEvaluations()) {
      const reports = (await published.listPublished(evaluation.id)).filter((one) => mayRead(actor, one));
      shelves.push({ evaluation, reports });
    }
    sendPage(req, res, {
      layout: mayPublish(actor) ? 'staff' : 'top-bar',
      view: 'reports/published/shelf',
      title: translator.t('published:shelf.title'),
      current: 'reports',
      demonstration: shelves.some(({ evaluation, reports }) => evaluation.demonstration && reports.length > 0),
      model: { studies: presentShelf(shelves, translator) },
    });
  };

const show = (
  req: Request,
  res: Response,
  { id, shortTitle, demonstration }: Evaluation,
  page: Pick<Page, 'view' | 'title' | 'status' | 'scripts' | 'model'>,
): void => {
  sendPage(req, res, {
    layout: mayPublish(actorOf(res)) ? 'staff' : 'top-bar',
    current: 'reports',
    study: { id, title: shortTitle },
    demonstration,
    sheets: ['/css/report.css', '/css/published.css'],
    ...page,
  });
};
