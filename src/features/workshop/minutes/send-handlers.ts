import type { Request, RequestHandler, Response } from 'express';
import { parseInput, sendPage, translatorIn, translatorOf } from '../../../platform/http';
import { newId } from '../../../platform/ids';
import { Problem } from '../../../platform/problems';
import { actorOf } from '../../accounts';
import type { WorkshopRoutesNeeds } from '../routes';
import type { Fault } from './check-forms';
import { sendForm, type SendForm } from './inputs';
import { minutesHome } from './present-page';
import { presentSend, sendFaults, titleOf } from './present-send';
import { alreadyApproved, notEnded } from './problems';
import { readDesk, type Desk } from './read-for';
import { pageOf } from './staff-page';

type Handler = RequestHandler<Record<'id' | 'nr', string>>;

/** Sending a version to the members. */
export const showSend =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const desk = await readDesk(needs.workshop, req.params, actorOf(res));
    if (desk.minutes.state === 'approved') throw alreadyApproved();
    if (desk.meeting.endedAt === null) throw notEnded();
    await confirm(needs, req, res, { desk, form: null, faults: [] });
  };

interface Confirming {
  readonly desk: Desk;
  readonly form: SendForm | null;
  readonly faults: readonly Fault[];
}

const confirm = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  { desk, form, faults }: Confirming,
): Promise<void> => {
  const translator = translatorOf(req);
  const polish = translatorIn(req, 'pl');
  const { minutes: acts } = workshop;
  const { meeting, minutes } = desk;
  const last = minutes.versions.at(-1);
  const record = await acts.readRecord(meeting);
  const trees =
    last === undefined
      ? null
      : { before: await acts.readTree(last.code), now: acts.composeDraft(record, minutes, polish) };
  const voices = await acts.voicesOf(minutes.id);
  const title = titleOf(minutes, translator.t);
  const isOvertaken = faults.some(({ name }) => name === 'overtaken');
  sendPage(req, res, {
    ...pageOf(desk, res),
    view: 'workshop/minutes-send',
    title: faults.length === 0 ? title : translator.t('layout:errorTitle', { title }),
    status: faults.length === 0 ? 200 : isOvertaken ? 409 : 400,
    model: {
      page: presentSend(
        {
          meeting,
          minutes,
          voices,
          form,
          key: form?.klucz ?? newId<'minutes form'>(),
          faults,
          now: acts.now(),
          sendsMail: acts.sendsMail,
          trees,
          record,
        },
        translator,
      ),
    },
  });
};

export const takeSend =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { workshop, publicUrl } = needs;
    const form = parseInput(sendForm, req.body);
    const desk = await readDesk(workshop, req.params, actorOf(res));
    const { meeting, minutes } = desk;
    const isDone = minutes.versions.some(({ key }) => key === form.klucz);
    const faults = isDone ? [] : sendFaults(form, minutes, workshop.minutes.now(), translatorOf(req));
    if (faults.length > 0) {
      await confirm(needs, req, res, { desk, form, faults });
      return;
    }
    try {
      await workshop.minutes.sendMinutes(meeting, {
        key: form.klucz,
        revision: form.rewizja,
        until: form.do,
        silence: form.milczenie,
        changes: minutes.version === 0 ? '' : form.zmiany,
        by: actorOf(res).name,
        translator: translatorIn(req, 'pl'),
        publicUrl,
      });
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'minutes.changed-meanwhile')) throw error;
      const now = await readDesk(workshop, req.params, actorOf(res));
      await confirm(needs, req, res, { desk: now, form, faults: [{ field: 'do', name: 'overtaken', details: {} }] });
      return;
    }
    res.redirect(303, `${minutesHome(meeting)}?zapisano=1`);
  };
