import type { Request, RequestHandler, Response } from 'express';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import { actorOf } from '../../accounts';
import { DERIVATION_KINDS, type DerivationFault, type DerivationKind } from '../domain/derived';
import type { AnalysisRoutesNeeds } from '../routes';
import { dictionaryAddress, variableAddress, withQuery } from './address';
import { draftOf, faultsOfDraft, lookupOf, type Draft } from './check-draft';
import { blankForm } from './form/blank-form';
import { candidatesFor, itemsBeside } from './form/candidates';
import { KIND_NAMES, kindNamed, type DerivedForm } from './form/derived-form';
import { postedForm } from './form/posted-form';
import { readForm } from './form/read-form';
import { newVariableQuery, variableInput } from './inputs';
import type { VariableDesk } from './open-variables';
import { presentForm } from './present-form';
import { presentOutcome } from './present-outcome';
import { unusableSource } from './problems';
import { tryDraft, type Outcome } from './read-variable';
import type { SaveOutcome } from './save-variable';

/** Choosing how, then of what, then the form: each step has its address. */
export const makeVariable =
  ({ analysis }: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  async (req, res) => {
    const query = parseInput(newVariableQuery, req.query);
    const desk = await analysis.variables.openVariables(req.params.id as EvaluationId, query.zbior);
    const kind = kindNamed(query.rodzaj);
    const source = query.zrodlo === '' ? undefined : desk.derived.set.variables.get(query.zrodlo);
    if (kind === null || (kind !== 'expression' && query.zrodlo === '')) {
      sendChoice(req, res, desk, kind);
      return;
    }
    if (kind !== 'expression' && (source === undefined || !isCandidate(desk, kind, source.name)))
      throw unusableSource({ name: query.zrodlo.slice(0, 80) });
    const { t } = translatorOf(req);
    const words = { yes: t('variables:form.defaultYes'), no: t('variables:form.defaultNo') };
    const form = blankForm(kind, source, desk.derived.set, words);
    sendForm(req, res, desk, { form, seen: 0 });
  };

/** Any item of a battery may stand for it. */
const isCandidate = ({ derived: { set } }: VariableDesk, kind: DerivationKind, name: string): boolean => {
  if (kind !== 'scale') return candidatesFor(set, kind).some((variable) => variable.name === name);
  const variable = set.variables.get(name);
  return variable !== undefined && itemsBeside(set.variables, variable).length > 1;
};

const sendChoice = (req: Request, res: Response, desk: VariableDesk, kind: DerivationKind | null): void => {
  const { t } = translatorOf(req);
  const address = `/badania/${desk.evaluation.id}/zmienne/nowa`;
  const { set } = desk.derived;
  const candidates = kind === null ? [] : candidatesFor(set, kind);
  variablePage(req, res, desk, {
    view: 'analysis/variables-make',
    title: t('variables:make.title'),
    model: {
      back: dictionaryAddress(desk.evaluation.id, desk.dataset.code),
      action: address,
      dataset: desk.dataset.code,
      kinds: DERIVATION_KINDS.map((one) => ({
        text: t(`variables:make.kind.${one}`),
        about: t(`variables:make.about.${one}`),
        address: withQuery(address, { zbior: desk.dataset.code, rodzaj: KIND_NAMES[one] }),
      })),
      chosen:
        kind === null
          ? null
          : {
              name: KIND_NAMES[kind],
              text: t(`variables:make.kind.${kind}`),
              label: t(kind === 'scale' ? 'variables:make.sourceScale' : 'variables:make.source'),
              other: withQuery(address, { zbior: desk.dataset.code }),
            },
      sources: candidates.map((variable) => ({
        value: variable.name,
        text:
          kind === 'scale'
            ? t('variables:make.battery', {
                name: batteryName(variable),
                count: itemsBeside(set.variables, variable).length,
              })
            : `${variable.name}. ${variable.label}`,
      })),
    },
  });
};

const batteryName = ({ name, label, origin }: ReturnType<typeof candidatesFor>[number]): string =>
  origin?.kind === 'item' ? `${origin.item}. ${origin.wording}` : `${name}. ${label}`;

export const postMade =
  (needs: AnalysisRoutesNeeds): RequestHandler<{ id: string }> =>
  (req, res) =>
    postForm(needs, req, res, null);

/** @param name of the variable that is changed; null: a new one */
export const postForm = async (
  { analysis }: AnalysisRoutesNeeds,
  req: Request<{ id: string }>,
  res: Response,
  name: string | null,
): Promise<void> => {
  const input = parseInput(variableInput, req.body);
  const desk = await analysis.variables.openVariables(req.params.id as EvaluationId, input.zbior);
  const posted = postedForm(input);
  const form = name === null ? posted : { ...posted, name };
  const seen = input.wersja;
  if (input.akcja === 'dodaj') {
    sendForm(req, res, desk, { form, seen, hasMore: true });
    return;
  }
  const { derivation, faults: typed } = readForm(form);
  const draft = draftOf(desk, { name: form.name, label: form.label, derivation });
  if (input.akcja === 'podglad' || typed.length > 0) {
    const faults = [...typed, ...faultsOfDraft(desk, draft)];
    sendForm(req, res, desk, { form, seen, faults: input.akcja === 'podglad' ? faultsOfParts(faults) : faults, draft });
    return;
  }
  const outcome = await analysis.variables.saveVariable(desk, actorOf(res), draft, seen);
  if (outcome.kind === 'faults') sendForm(req, res, desk, { form, seen, faults: outcome.faults, draft });
  else if (outcome.kind === 'conflict') sendConflict(req, res, desk, { form, seen, draft, theirs: outcome.theirs });
  else
    res.redirect(303, variableAddress(desk.evaluation.id, desk.dataset.code, outcome.change.name, { po: 'zapisie' }));
};

/** Whoever looks at a preview may not have a name for the variable yet. */
const faultsOfParts = (faults: readonly DerivationFault[]): readonly DerivationFault[] =>
  faults.filter(({ field }) => field !== 'name' && field !== 'label');

export interface SentForm {
  readonly form: DerivedForm;
  readonly seen: number;
  readonly faults?: readonly DerivationFault[];
  readonly hasMore?: boolean;
  /** Shown as a preview when nothing is wrong with it. */
  readonly draft?: Draft;
  readonly conflict?: ConflictView;
}

export interface ConflictView {
  readonly text: string;
  readonly address: string | null;
}

const sendConflict = (
  req: Request<{ id: string }>,
  res: Response,
  desk: VariableDesk,
  { form, seen, draft, theirs }: SentForm & Pick<Extract<SaveOutcome, { kind: 'conflict' }>, 'theirs'>,
): void => {
  const { t } = translatorOf(req);
  if (seen === 0 && theirs !== undefined) {
    const faults: DerivationFault[] = [{ kind: 'name-taken', field: 'name', details: { name: form.name } }];
    sendForm(req, res, desk, { form, seen, faults, ...(draft === undefined ? {} : { draft }) });
    return;
  }
  const version = theirs?.version ?? 0;
  sendForm(req, res, desk, {
    form,
    seen: version,
    ...(draft === undefined ? {} : { draft }),
    conflict: {
      text: t('variables:conflict.text', { by: theirs?.by.name ?? '', version }),
      address:
        theirs === undefined
          ? null
          : variableAddress(desk.evaluation.id, desk.dataset.code, `${theirs.name}@${version}`),
    },
  });
};

const sendForm = (req: Request<{ id: string }>, res: Response, desk: VariableDesk, sent: SentForm): void => {
  const translator = translatorOf(req);
  const { t } = translator;
  const { form, seen, faults = [], hasMore = false, draft, conflict } = sent;
  const { evaluation, dataset, derived } = desk;
  const outcome: Outcome | null = draft === undefined || faults.length > 0 ? null : tryDraft(desk, draft);
  const action =
    seen === 0
      ? `/badania/${evaluation.id}/zmienne/nowa`
      : `/badania/${evaluation.id}/zmienne/${encodeURIComponent(form.name)}`;
  const lookup = draft === undefined ? lookupOf(desk, []) : lookupOf(desk, draft.pins);
  const title =
    seen === 0 ? t('variables:make.title') : t('variables:show.title', { name: form.name, label: form.label });
  variablePage(req, res, desk, {
    view: 'analysis/variables-form',
    title: faults.length > 0 ? t('layout:errorTitle', { title }) : title,
    status: conflict !== undefined ? 409 : faults.length > 0 ? 400 : 200,
    model: {
      heading: title,
      kindText: t(`variables:make.kind.${form.kind}`),
      back: dictionaryAddress(evaluation.id, dataset.code),
      form: presentForm(
        desk,
        { action, form, seen, faults, hasMore },
        (name) => derived.set.variables.get(name) ?? lookup(name),
        translator,
      ),
      outcome: outcome === null ? null : presentOutcome(outcome, translator),
      conflict: conflict ?? null,
    },
  });
};

/** What pages about derived variables have in common. */
export const variablePage = (
  req: Request,
  res: Response,
  { evaluation }: VariableDesk,
  page: Pick<Parameters<typeof sendPage>[2], 'view' | 'title' | 'model' | 'status'>,
): void => {
  res.set('Vary', 'Accept').set('Cache-Control', 'no-store');
  sendPage(req, res, {
    layout: 'staff',
    current: 'variables',
    study: { id: evaluation.id, title: evaluation.shortTitle },
    demonstration: evaluation.demonstration,
    ...page,
  });
};
