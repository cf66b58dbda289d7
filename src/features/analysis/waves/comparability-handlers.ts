import { parseInput, translatorOf } from '../../../platform/http';
import { actorOf } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { chooseComparability } from './choose';
import { comparabilityInput } from './draft-inputs';
import { draftOf, sendStep, type DraftHandler } from './draft-page';
import { stepAddress } from './present-draft';
import { presentPairs } from './present-comparability';

/** Step 3: what can be compared, by rules; whoever decides otherwise says why. */
export const showPairs =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const found = await draftOf(needs, req.params);
    sendStep(req, res, found, {
      step: 'comparability',
      view: 'analysis/waves-compare',
      model: { view: presentPairs(translatorOf(req), found.open), back: stepAddress(found.open, 'matching') },
    });
  };

export const savePairs =
  (needs: AnalysisRoutesNeeds): DraftHandler =>
  async (req, res) => {
    const input = parseInput(comparabilityInput, req.body);
    const { evaluation, open } = await draftOf(needs, req.params, input.revision);
    const { choices, withoutReason } = chooseComparability(open, input);
    const { waveImport } = needs.analysis;
    if (withoutReason.length > 0) {
      const shown = await waveImport.openDraft(evaluation, { ...open.draft, choices });
      sendStep(
        req,
        res,
        { evaluation, open: shown },
        {
          step: 'comparability',
          view: 'analysis/waves-compare',
          model: {
            view: presentPairs(translatorOf(req), shown, withoutReason),
            back: stepAddress(open, 'matching'),
          },
          isFaulty: true,
        },
      );
      return;
    }
    await waveImport.saveChoices(open.draft, actorOf(res).name, { choices });
    res.redirect(
      303,
      input.isDone ? stepAddress(open, 'approval') : `/badania/${evaluation.id}/fale/wczytane?zapisano=1`,
    );
  };
