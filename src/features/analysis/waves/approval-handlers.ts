import { parseInput, translatorOf } from '../../../platform/http';
import { Problem } from '../../../platform/problems';
import { actorOf } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { approvalInput, CODE_PATTERN, type ApprovalInput } from './draft-inputs';
import type { WaveAbout } from './draft';
import { draftOf, orProblem, sendStep, sentenceOf, type DraftHandler } from './draft-page';
import { presentApproval, type ApprovalView } from './present-approval';
import { stepAddress } from './present-draft';

/** Step 4: only here anything comes into results. */
export const showApproval =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const found = await draftOf(needs, req.params);
    sendStep(req, res, found, {
      step: 'approval',
      view: 'analysis/waves-approve',
      model: {
        view: presentApproval(translatorOf(req), found.open, found.open.draft.about),
        back: stepAddress(found.open, 'comparability'),
      },
    });
  };

export const approve =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const input = parseInput(approvalInput, req.body);
    const { evaluation, open } = await draftOf(needs, req.params, input.rewizja);
    const { waveImport, datasets } = needs.analysis;
    const { t } = translatorOf(req);
    const about = aboutOf(input);
    const home = `/badania/${evaluation.id}/fale/wczytane`;
    if (input.krok === 'zapisz') {
      await waveImport.saveChoices(open.draft, actorOf(res).name, { about });
      res.redirect(303, `${home}?zapisano=1`);
      return;
    }
    const questionnaires = (await datasets.list(evaluation)).filter(({ kind }) => kind === 'questionnaire');
    const errors: { tytul?: string; kod?: string } = {
      ...(about.title === '' ? { tytul: t('waves:approval.no-title') } : {}),
      ...(new RegExp(`^${CODE_PATTERN}$`).test(about.code) ? {} : { kod: t('waves:approval.bad-code') }),
      ...(questionnaires.some(({ code }) => code === about.code) ? { kod: t('waves:approval.own-code') } : {}),
    };
    const approved =
      Object.keys(errors).length > 0
        ? null
        : await orProblem(
            waveImport.approve(evaluation, { ...open, draft: { ...open.draft, about } }, actorOf(res).name),
          );
    if (approved === null || approved instanceof Problem) {
      const all: ApprovalView['errors'] = approved === null ? errors : { kod: sentenceOf(req, approved) };
      sendStep(
        req,
        res,
        { evaluation, open },
        {
          step: 'approval',
          view: 'analysis/waves-approve',
          model: {
            view: presentApproval(translatorOf(req), open, about, all),
            back: stepAddress(open, 'comparability'),
          },
          isFaulty: true,
        },
      );
      return;
    }
    res.redirect(303, `${home}?dodano=${encodeURIComponent(approved.code)}`);
  };

const aboutOf = ({ tytul, kod, zrodlo, tryb, dobor, od, do: to }: ApprovalInput): WaveAbout => ({
  title: tytul,
  code: kod,
  source: zrodlo,
  fieldwork: { mode: tryb, recruitment: dobor, from: od, to },
});
