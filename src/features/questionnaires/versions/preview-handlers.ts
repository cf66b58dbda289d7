import type { Request, RequestHandler, Response } from 'express';
import {
  allowOwnFrames,
  allowToBeFramed,
  parseInput,
  sendPage,
  speak,
  translatorOf,
  type PageKit,
} from '../../../platform/http';
import { actorOf } from '../../accounts';
import { compileVersion, faultsIn, pagesOnPath, type CompiledVersion, type QuestionnaireDefinition } from '../domain';
import type { Desk } from '../open-desk';
import type { QuestionnairesRoutesNeeds } from '../routes';
import { previewAddress } from './addresses';
import { deskOf, sendDesk, type OfQuestionnaire } from './desk-page';
import { endOfPreview, withBand, type PreviewStep } from './draw-preview';
import { insideQuery, previewForm, previewQuery, type InsideQuery } from './inputs';
import { insideAddress, presentPreview } from './present-preview';
import { previewPaths, type PreviewPath } from './preview-paths';
import { noSuchPage } from './problems';

type Handler = RequestHandler<OfQuestionnaire>;

/** The draft made ready to be asked; null while it has faults. */
const readied = (definition: QuestionnaireDefinition): CompiledVersion | null =>
  faultsIn(definition).length > 0 ? null : compileVersion(definition);

export const showPreview =
  (needs: QuestionnairesRoutesNeeds): Handler =>
  async (req, res) => {
    const query = parseInput(previewQuery, req.query);
    const desk = await deskOf(needs, req.params);
    const compiled = readied(desk.draft.definition);
    const translator = translatorOf(req);
    allowOwnFrames(res);
    sendDesk(req, res, desk, {
      view: 'questionnaires/preview/show-preview',
      title: translator.t('versions:preview.page-title', { title: desk.draft.definition.title }),
      model: presentPreview(translator, actorOf(res), desk, { query, compiled }),
    });
  };

/** The page inside, as a respondent sees it who has answered what the chosen way needs. */
export const showInside =
  (needs: QuestionnairesRoutesNeeds): Handler =>
  async (req, res) => {
    allowToBeFramed(res);
    const query = parseInput(insideQuery, req.query);
    const { desk, compiled } = await readyDesk(needs, req.params);
    const { answers } = pathCalled(compiled, query.sciezka);
    const shown = pagesOnPath(compiled, answers);
    if (compiled.pages[query.strona - 1] === undefined) throw noSuchPage({ home: previewAddress(desk.draft) });
    const pageNumber = shown.includes(query.strona)
      ? query.strona
      : (shown.find((number) => number > query.strona) ?? shown.at(-1) ?? query.strona);
    const step = { kind: 'show', pageNumber, answers, issues: [], typed: {}, hasRevealed: false } as const;
    sendInside(needs, req, res, { desk, compiled, query, step });
  };

/** On to the page that these answers lead to; nothing is stored. */
export const answerInside =
  (needs: QuestionnairesRoutesNeeds): Handler =>
  async (req, res) => {
    allowToBeFramed(res);
    const query = parseInput(insideQuery, req.query);
    const { answers, body } = parseInput(previewForm, req.body ?? {});
    const { desk, compiled } = await readyDesk(needs, req.params);
    if (compiled.pages[query.strona - 1] === undefined) throw noSuchPage({ home: previewAddress(desk.draft) });
    const step = needs.answerPreview(compiled, { pageNumber: query.strona, body, answers });
    sendInside(needs, req, res, { desk, compiled, query, step });
  };

/** Nobody's answers where no way was chosen, or none of this name is there any more. */
const pathCalled = (compiled: CompiledVersion, name: string): Pick<PreviewPath, 'answers'> =>
  (name === '' ? undefined : previewPaths(compiled).find(({ key }) => key === name)) ?? { answers: {} };

interface ReadyDesk {
  readonly desk: Desk;
  readonly compiled: CompiledVersion;
}

/** @throws Problem `versions.no-such-page` while the draft has faults: the page around says which */
const readyDesk = async (needs: QuestionnairesRoutesNeeds, params: OfQuestionnaire): Promise<ReadyDesk> => {
  const desk = await deskOf(needs, params);
  const compiled = readied(desk.draft.definition);
  if (compiled === null) throw noSuchPage({ home: previewAddress(desk.draft) });
  return { desk, compiled };
};

interface Inside extends ReadyDesk {
  readonly query: InsideQuery;
  readonly step: PreviewStep;
}

/** Chance orders choices alike for everyone who looks. */
const SEED = 'podglad';

const sendInside = (
  needs: QuestionnairesRoutesNeeds,
  req: Request<OfQuestionnaire>,
  res: Response,
  { desk, compiled, query, step }: Inside,
): void => {
  const anyRequest = req as unknown as Request;
  const { t, lang } = translatorOf(anyRequest);
  const band = { text: t('versions:preview.band'), lang };
  if (step.kind === 'finished') {
    sendPage(
      anyRequest,
      res,
      endOfPreview(desk.evaluation, t('versions:preview.finished.title'), {
        band,
        again: insideAddress(desk, { ...query, strona: 1 }),
      }),
    );
    return;
  }
  const drawn = needs.drawPreview(req.app.locals['pageKit'] as PageKit, {
    ...step,
    evaluation: desk.evaluation,
    version: compiled,
    language: query.jezyk,
    seed: SEED,
    action: insideAddress(desk, { ...query, strona: step.pageNumber }),
    carried: { _csrf: String(res.locals['csrfToken']), odpowiedzi: JSON.stringify(step.answers) },
  });
  speak(res, query.jezyk);
  sendPage(anyRequest, res, withBand(drawn, band));
};
