import type { Request, RequestHandler, Response } from 'express';
import { parseInput, translatorOf } from '../../../platform/http';
import type { EvaluationId } from '../../../platform/ids';
import type { Evaluation } from '../../evaluations';
import { isDay } from '../../questionnaires/domain';
import { GROUP_LIMITS } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { sendStaffPage } from '../staff-page';
import { pasteForm, type PasteForm } from './inputs';
import { readLines } from './read-lines';
import { memberOfLine } from './read-member';

type Handler = RequestHandler<{ id: string }>;

interface PasteFault {
  readonly field: keyof PasteForm;
  readonly text: string;
}

const sendPaste = (
  req: Request,
  res: Response,
  evaluation: Evaluation,
  form: PasteForm,
  faults: readonly PasteFault[],
): void => {
  const { t } = translatorOf(req);
  const title = t('group:paste.title');
  const back = `/badania/${evaluation.id}/warsztat/grupa`;
  sendStaffPage(req, res, evaluation, {
    view: 'workshop/group-paste',
    sheets: ['/css/group.css'],
    title: faults.length > 0 ? t('layout:errorTitle', { title }) : title,
    status: faults.length > 0 ? 400 : 200,
    model: {
      page: {
        action: `${back}/wklej`,
        back,
        fields: form,
        faults,
        faultsTitle: t('group:errors', { count: faults.length }),
      },
    },
  });
};

export const showPaste =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const evaluation = await workshop.readEvaluation(req.params.id as EvaluationId);
    sendPaste(req, res, evaluation, { osoby: '', od: workshop.groups.today() }, []);
  };

/** All lines or none: what cannot be read is told by its line, and everything stays in the field. */
export const takePaste =
  ({ workshop }: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const evaluation = await workshop.readEvaluation(req.params.id as EvaluationId);
    const form = parseInput(pasteForm, req.body);
    const { t } = translatorOf(req);
    const { people, faults } = readLines(form.osoby);
    const found: readonly PasteFault[] = [
      ...(isDay(form.od) ? [] : [{ field: 'od' as const, text: t('group:faults.since') }]),
      ...(people.length + faults.length === 0 ? [{ field: 'osoby' as const, text: t('group:paste.nobody') }] : []),
      ...faults.map(({ line, kind, said }) => ({
        field: 'osoby' as const,
        text: t(`group:lines.${kind}`, { line, said }),
      })),
    ];
    if (found.length > 0) {
      sendPaste(req, res, evaluation, form, found);
      return;
    }
    const drafts = people.map((person) => memberOfLine(person, evaluation, form.od));
    const added = await workshop.groups.addMembers(evaluation, drafts);
    if (typeof added === 'string') {
      const text = t('group:faults.full', { most: GROUP_LIMITS.members });
      sendPaste(req, res, evaluation, form, [{ field: 'osoby', text }]);
      return;
    }
    const said = new URLSearchParams({ dodano: String(added.added), bylo: String(added.known.length) });
    res.redirect(303, `/badania/${evaluation.id}/warsztat/grupa?${said.toString()}`);
  };
