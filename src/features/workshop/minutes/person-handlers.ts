import type { Request, RequestHandler, Response } from 'express';
import { dayOf } from '../../../platform/clock';
import { parseInput, sendPage, translatorIn, translatorOf } from '../../../platform/http';
import { Problem } from '../../../platform/problems';
import { inlineFile, presentTree, type ReportTree } from '../../reports';
import type { Opened } from '.';
import type { WorkshopRoutesNeeds } from '../routes';
import { voiceFaults } from './check-forms';
import { personForm } from './inputs';
import { presentVoiceForm, type VoiceState } from './present-person';
import { textNotKept } from './problems';

type Handler = RequestHandler<{ klucz: string }>;
type Typed = Pick<VoiceState, 'form' | 'faults' | 'refused'>;

const open = ({ workshop }: WorkshopRoutesNeeds, req: Request<{ klucz: string }>): Promise<Opened> =>
  workshop.minutes.openByKey(req.params.klucz, req.ip ?? '');

const treeOf = ({ workshop }: WorkshopRoutesNeeds, { minutes }: Opened): Promise<ReportTree> => {
  const code = minutes.approval?.code ?? minutes.versions.at(-1)?.code;
  return code === undefined ? Promise.reject(textNotKept()) : workshop.minutes.readTree(code);
};

/** The minutes and the form of one person's voice. */
export const showPersonPage =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    await show(needs, req, res, await open(needs, req), { form: null, faults: [], refused: null });
  };

const voiceOf = async ({ workshop }: WorkshopRoutesNeeds, { minutes, member }: Opened) =>
  (await workshop.minutes.voicesOf(minutes.id)).find(
    (one) => one.version === minutes.version && one.member === member.id,
  );

const show = async (
  needs: WorkshopRoutesNeeds,
  req: Request<{ klucz: string }>,
  res: Response,
  opened: Opened,
  typed: Typed,
): Promise<void> => {
  const { workshop } = needs;
  const { meeting, minutes, member } = opened;
  const translator = translatorOf(req);
  const { t, format } = translator;
  const evaluation = await workshop.readEvaluation(meeting.evaluationId);
  const tree = await treeOf(needs, opened);
  const version = minutes.versions.at(-1);
  const isFaulty = typed.faults.length > 0;
  const title = t(minutes.state === 'approved' ? 'minutes:person.title-approved' : 'minutes:person.title');
  const action = `/p/protokol/${req.params.klucz}`;
  sendPage(req, res, {
    layout: 'public',
    view: 'workshop/room/minutes',
    bodyClass: 'pub',
    title: isFaulty ? t('layout:errorTitle', { title }) : title,
    status: isFaulty ? 400 : typed.refused === null ? 200 : 409,
    demonstration: evaluation.demonstration,
    institution: { name: evaluation.commissioner, region: evaluation.regionName },
    sheets: ['/css/report.css', '/css/published.css', '/css/conclusions.css', '/css/minutes.css'],
    scripts: ['/js/figures/draw-figures.js'],
    model: {
      who: t('minutes:person.who', { name: member.name, institution: member.institution }),
      ask:
        minutes.state === 'for-approval' && minutes.until !== null
          ? t('minutes:person.ask', { day: format.day(minutes.until) })
          : null,
      pdf: `${action}.pdf`,
      subject: tree.about.subject,
      tree: presentTree(tree, translatorIn(req, 'pl'), { titleTag: 'h1', proofs: false }),
      voice: presentVoiceForm(
        {
          ...typed,
          action,
          minutes,
          voice: await voiceOf(needs, opened),
          isAsked: version?.asked.some(({ id }) => id === member.id) === true,
          today: dayOf(workshop.minutes.now()),
        },
        translator,
      ),
    },
  });
};

export const sendPersonFile =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const tree = await treeOf(needs, await open(needs, req));
    const { bytes } = await needs.workshop.minutes.drawReport(tree);
    res
      .type('application/pdf')
      .set({
        'Content-Disposition': inlineFile(`${tree.about.subject.replace('/', '-')}.pdf`),
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
      })
      .send(Buffer.from(bytes));
  };

export const takePersonVoice =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const opened = await open(needs, req);
    const form = parseInput(personForm, req.body);
    const written = (await voiceOf(needs, opened))?.text ?? '';
    const faults = voiceFaults(form, written, translatorOf(req).t('minutes:person.remark-label'));
    const { minutes, member } = opened;
    const isRemark = form.glos === 'uwaga';
    try {
      const spoken =
        faults.length > 0
          ? null
          : await needs.workshop.minutes.speak(minutes.id, {
              version: form.wersja,
              member: member.id,
              name: member.name,
              kind: isRemark ? 'remark' : 'approved',
              text: isRemark ? form.uwaga : '',
              recordedBy: null,
            });
      if (spoken === 'written') res.redirect(303, `/p/protokol/${req.params.klucz}#glos`);
      else await show(needs, req, res, await open(needs, req), { form, faults, refused: spoken });
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'minutes.already-approved')) throw error;
      await show(needs, req, res, await open(needs, req), { form, faults: [], refused: 'late' });
    }
  };
