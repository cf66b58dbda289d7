import type { Request, RequestHandler, Response } from 'express';
import { dayOf } from '../../../platform/clock';
import { parseInput, sendPage, translatorIn, translatorOf } from '../../../platform/http';
import { Problem } from '../../../platform/problems';
import { actorOf } from '../../accounts';
import type { MinutesVersion } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { LONGEST, tooLong, voiceFaults, type Fault } from './check-forms';
import { answerForm, closeForm, recordForm, resendForm, type AnswerForm } from './inputs';
import { minutesHome } from './present-page';
import { presentVoices, type VoicesState } from './present-voices';
import { notSent } from './problems';
import { readDesk, type Desk } from './read-for';
import { pageOf } from './staff-page';

type Handler = RequestHandler<Record<'id' | 'nr', string>>;
type Typed = Pick<VoicesState, 'answer' | 'record' | 'faults'>;

interface SentDesk extends Desk {
  readonly version: MinutesVersion;
}

/** @throws Problem `minutes.not-sent` */
const readSent = async (
  { workshop }: WorkshopRoutesNeeds,
  req: Request<Record<'id' | 'nr', string>>,
  res: Response,
): Promise<SentDesk> => {
  const desk = await readDesk(workshop, req.params, actorOf(res));
  const version = desk.minutes.versions.at(-1);
  if (version === undefined) throw notSent();
  return { ...desk, version };
};

const sendVoices = async (
  { workshop: { minutes: acts } }: WorkshopRoutesNeeds,
  req: Request,
  res: Response,
  desk: SentDesk,
  typed: Typed & { readonly isConflict?: boolean } = { answer: null, record: null, faults: [] },
): Promise<void> => {
  const translator = translatorOf(req);
  const { meeting, minutes, version } = desk;
  const [voices, letters] = await Promise.all([acts.voicesOf(minutes.id), acts.lettersOf(minutes)]);
  const title = translator.t('minutes:voices.title');
  const isFaulty = typed.faults.length > 0;
  sendPage(req, res, {
    ...pageOf(desk, res),
    view: 'workshop/minutes-voices',
    sheets: ['/css/conclusions.css'],
    title: isFaulty ? translator.t('layout:errorTitle', { title }) : title,
    status: isFaulty ? (typed.isConflict === true ? 409 : 400) : 200,
    model: {
      page: presentVoices(
        { ...typed, meeting, minutes, version, voices, letters, today: dayOf(acts.now()) },
        translator,
      ),
      isSaved: req.query['zapisano'] !== undefined,
    },
  });
};

/** Who approved, who remarked, and what became of it. */
export const showVoices =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    await sendVoices(needs, req, res, await readSent(needs, req, res));
  };

const done = (res: Response, { meeting }: Desk): void => {
  res.redirect(303, `${minutesHome(meeting)}/glosy?zapisano=1`);
};

/** The voice of a person without an address, written down by whoever leads. */
export const takeRecord =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { _csrf, ...form } = parseInput(recordForm, req.body);
    const desk = await readSent(needs, req, res);
    const { t } = translatorOf(req);
    const member = desk.version.asked.find(({ id }) => id === form.osoba);
    const faults: readonly Fault[] = [
      ...(member === undefined ? [{ field: 'osoba', name: 'member-missing', details: {} }] : []),
      ...voiceFaults(form, '', t('minutes:voices.record.text')),
    ];
    if (member === undefined || faults.length > 0) {
      await sendVoices(needs, req, res, desk, { answer: null, record: form, faults });
      return;
    }
    const isRemark = form.glos === 'uwaga';
    const spoken = await needs.workshop.minutes.speak(desk.minutes.id, {
      version: form.wersja,
      member: member.id,
      name: member.name,
      kind: isRemark ? 'remark' : 'approved',
      text: isRemark ? form.uwaga : '',
      recordedBy: actorOf(res).name,
    });
    if (spoken === 'written') done(res, desk);
    else
      await sendVoices(needs, req, res, desk, {
        answer: null,
        record: { ...form, wersja: desk.version.version },
        faults: [{ field: 'osoba', name: 'version-gone', details: {} }],
        isConflict: true,
      });
  };

const answerFaults = ({ wynik, odpowiedz, wersja, osoba }: AnswerForm, name: string): readonly Fault[] => {
  const field = `odpowiedz-${wersja}-${osoba}`;
  return [
    ...(wynik === undefined ? [{ field, name: 'outcome-missing', details: {} }] : []),
    ...(odpowiedz === '' ? [{ field, name: 'answer-missing', details: {} }] : []),
    ...tooLong(field, odpowiedz, LONGEST.answer, name),
  ];
};

export const takeAnswer =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const form = parseInput(answerForm, req.body);
    const desk = await readSent(needs, req, res);
    const faults = answerFaults(form, translatorOf(req).t('minutes:voices.answer'));
    if (faults.length > 0) {
      await sendVoices(needs, req, res, desk, { answer: form, record: null, faults });
      return;
    }
    try {
      await needs.workshop.minutes.answerRemark(desk.minutes.id, {
        version: form.wersja,
        member: form.osoba,
        revision: form.rewizja,
        answer: { isTaken: form.wynik === 'tak', text: form.odpowiedz },
      });
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'minutes.changed-meanwhile')) throw error;
      const field = `odpowiedz-${form.wersja}-${form.osoba}`;
      const faults = [{ field, name: 'remark-changed', details: {} }];
      await sendVoices(needs, req, res, desk, { answer: form, record: null, faults, isConflict: true });
      return;
    }
    done(res, desk);
  };

/** One more letter with a personal link. */
export const resendLink =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { osoba } = parseInput(resendForm, req.body);
    const desk = await readSent(needs, req, res);
    const { meeting, minutes, version } = desk;
    const member = version.asked.find(({ id }) => id === osoba);
    if (member !== undefined && minutes.state === 'for-approval')
      await needs.workshop.minutes.sendLetterAgain(
        { minutes, version, meeting, translator: translatorIn(req, 'pl'), publicUrl: needs.publicUrl },
        member,
      );
    done(res, desk);
  };

export const closeApproval =
  (needs: WorkshopRoutesNeeds): Handler =>
  async (req, res) => {
    const { rewizja: revision } = parseInput(closeForm, req.body);
    const { meeting } = await readSent(needs, req, res);
    await needs.workshop.minutes.closeMinutes(meeting, {
      revision,
      by: actorOf(res).name,
      translator: translatorIn(req, 'pl'),
    });
    res.redirect(303, `${minutesHome(meeting)}?zapisano=1`);
  };
