import { parseInput, translatorOf, wantsJson } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { chooseMatching } from './choose';
import { columnsQuery, matchingInput } from './draft-inputs';
import { draftOf, sendStep, type DraftHandler } from './draft-page';
import { presentDraftJson } from './present-draft-json';
import { stepAddress } from './present-draft';
import { presentFiles } from './present-files';
import { presentMatching } from './present-matching';

/** Step 2: what each column is, and what becomes of cells that cannot be read. */
export const showMatching =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const { kolumny, strona, zapisano, format } = parseInput(columnsQuery, req.query);
    const found = await draftOf(needs, req.params);
    res.set('Vary', 'Accept');
    if (format === 'json' || (format === undefined && wantsJson(req))) {
      res.json(presentDraftJson(found.open));
      return;
    }
    const translator = translatorOf(req);
    sendStep(req, res, found, {
      step: 'matching',
      view: 'analysis/waves-match',
      model: {
        files: presentFiles(translator, found.open),
        filesAddress: stepAddress(found.open, 'files'),
        view: presentMatching(translator, found.open, { isAll: kolumny === 'wszystkie', page: strona }),
        isSaved: zapisano === '1',
      },
    });
  };

export const saveMatching =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const input = parseInput(matchingInput, req.body);
    const { evaluation, open } = await draftOf(needs, req.params, input.revision);
    const choices = chooseMatching(open, input);
    await needs.analysis.waveImport.saveChoices(open.draft, actorOf(res).name, { choices });
    const isOther =
      choices.questionnaire !== open.draft.choices.questionnaire && choices.questionnaire !== open.questionnaire;
    // Another questionnaire means other matches: they are shown before going on.
    if (isOther) res.redirect(303, stepAddress(open, 'matching'));
    else if (input.isDone) res.redirect(303, stepAddress(open, 'comparability'));
    else res.redirect(303, `/badania/${evaluation.id}/fale/wczytane?zapisano=1`);
  };
