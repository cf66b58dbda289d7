import type { RequestHandler } from 'express';
import { parseInput, translatorOf, wantsJson } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import type { AnalysisRoutesNeeds } from '../routes';
import { dictionaryAddress, variableAddress } from './address';
import { formOf } from './form/form-of';
import { deleteInput, restoreInput, variableQuery } from './inputs';
import { postForm, variablePage } from './make-handlers';
import { presentForm } from './present-form';
import { presentVariable } from './present-variable';
import { presentVariableJson } from './present-variable-json';

type VariableRoute = RequestHandler<{ id: string; nazwa: string }>;

/** A derived variable with its definition, its result and its log. What was asked is shown in the dictionary. */
export const showVariable =
  ({ analysis }: AnalysisRoutesNeeds): VariableRoute =>
  async (req, res) => {
    const query = parseInput(variableQuery, req.query);
    const { id, nazwa } = req.params;
    const evaluationId = id as EvaluationId;
    const desk = await analysis.variables.openVariables(evaluationId, query.zbior);
    if (desk.dataset.set.variables.has(nazwa)) {
      res.redirect(303, dictionaryAddress(id, desk.dataset.code, { q: nazwa }));
      return;
    }
    const read = await analysis.variables.readVariable(evaluationId, query.zbior, nazwa);
    if (query.format === 'json' || (query.format === undefined && wantsJson(req))) {
      res.set('Vary', 'Accept').set('Cache-Control', 'no-store').json(presentVariableJson(read));
      return;
    }
    const translator = translatorOf(req);
    const { t } = translator;
    const { change } = read;
    const variables = desk.derived.set.variables;
    const action = `/badania/${id}/zmienne/${encodeURIComponent(change.name)}`;
    const shown = { action, form: formOf(change), seen: change.version, faults: [], hasMore: false };
    const view = presentVariable(read, translator);
    variablePage(req, res, desk, {
      view: 'analysis/variables-show',
      title: view.title,
      model: {
        page: view,
        form: read.isCurrent ? presentForm(desk, shown, (name) => variables.get(name), translator) : null,
        done:
          query.po === undefined
            ? null
            : t(query.po === 'zapisie' ? 'variables:show.saved' : 'variables:show.restored', {
                version: change.version,
              }),
      },
    });
  };

export const postChanged =
  (needs: AnalysisRoutesNeeds): VariableRoute =>
  (req, res) =>
    postForm(needs, req, res, req.params.nazwa);

export const postDeleted =
  ({ analysis }: AnalysisRoutesNeeds): VariableRoute =>
  async (req, res) => {
    const { zbior, wersja } = parseInput(deleteInput, req.body);
    const { id, nazwa } = req.params;
    const desk = await analysis.variables.openVariables(id as EvaluationId, zbior);
    await analysis.variables.deleteVariable(desk, actorOf(res), nazwa, wersja);
    res.redirect(303, dictionaryAddress(id, desk.dataset.code, { po: 'usunieciu' }));
  };

export const postRestored =
  ({ analysis }: AnalysisRoutesNeeds): VariableRoute =>
  async (req, res) => {
    const { zbior, wersja, przywroc } = parseInput(restoreInput, req.body);
    const { id, nazwa } = req.params;
    const [name = ''] = nazwa.split('@');
    const desk = await analysis.variables.openVariables(id as EvaluationId, zbior);
    await analysis.variables.restoreVersion(desk, actorOf(res), { name, version: przywroc, seen: wersja });
    res.redirect(303, variableAddress(id, desk.dataset.code, name, { po: 'przywroceniu' }));
  };
