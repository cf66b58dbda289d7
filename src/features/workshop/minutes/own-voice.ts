import type { RequestHandler } from 'express';
import { dayOf } from '../../../platform/clock';
import { parseInput, sendPage, translatorOf } from '../../../platform/http';
import type { Translator } from '../../../platform/i18n';
import { actorOf, type Actor } from '../../accounts';
import { ACCOUNT_VOICE } from '../domain';
import type { WorkshopRoutesNeeds } from '../routes';
import { voiceFaults } from './check-forms';
import { accountForm } from './inputs';
import { minutesHome } from './present-page';
import { presentVoiceForm, type VoiceFormView, type VoiceState } from './present-person';
import { readDesk, type Desk } from './read-for';
import { pageOf } from './staff-page';

type Typed = Pick<VoiceState, 'form' | 'faults' | 'refused'>;
const NOTHING_TYPED: Typed = { form: null, faults: [], refused: null };

/** A director approves by account. */
export const ownVoice = async (
  { workshop: { minutes: acts } }: WorkshopRoutesNeeds,
  { meeting, minutes }: Desk,
  { id }: Actor,
  translator: Translator,
  typed: Typed = NOTHING_TYPED,
): Promise<VoiceFormView> => {
  const voices = await acts.voicesOf(minutes.id);
  return presentVoiceForm(
    {
      ...typed,
      action: `${minutesHome(meeting)}/glos`,
      minutes,
      voice: voices.find((one) => one.version === minutes.version && one.member === `${ACCOUNT_VOICE}${id}`),
      isAsked: true,
      today: dayOf(acts.now()),
    },
    translator,
  );
};

export const takeOwnVoice =
  (needs: WorkshopRoutesNeeds): RequestHandler<Record<'id' | 'nr', string>> =>
  async (req, res) => {
    const { workshop } = needs;
    const { _csrf, ...form } = parseInput(accountForm, req.body);
    const actor = actorOf(res);
    const desk = await readDesk(workshop, req.params, actor);
    const member = `${ACCOUNT_VOICE}${actor.id}`;
    const voices = await workshop.minutes.voicesOf(desk.minutes.id);
    const written = voices.find((one) => one.version === desk.minutes.version && one.member === member);
    const translator = translatorOf(req);
    const faults = voiceFaults(form, written?.text ?? '', translator.t('minutes:person.remark-label'));
    const said = { version: form.wersja, member, name: actor.name, recordedBy: null };
    const spoken =
      faults.length > 0
        ? null
        : await workshop.minutes.speak(desk.minutes.id, {
            ...said,
            kind: form.glos === 'uwaga' ? 'remark' : 'approved',
            text: form.glos === 'uwaga' ? form.uwaga : '',
          });
    if (spoken === 'written') {
      res.redirect(303, minutesHome(desk.meeting));
      return;
    }
    const title = translator.t('minutes:page.own');
    sendPage(req, res, {
      ...pageOf(desk, res),
      view: 'workshop/minutes-own-voice',
      sheets: ['/css/conclusions.css'],
      title: translator.t('layout:errorTitle', { title }),
      status: spoken === null ? 400 : 409,
      model: {
        title,
        home: minutesHome(desk.meeting),
        voice: await ownVoice(needs, desk, actor, translator, { form, faults, refused: spoken }),
      },
    });
  };
