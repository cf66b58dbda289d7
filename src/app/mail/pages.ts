import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { requireRole, type Account } from '../../features/accounts';
import type { Clock } from '../../platform/clock';
import { sendPage, translatorOf } from '../../platform/http';
import { newId } from '../../platform/ids';
import { isMailAddress, type KeptLetter, type LetterState, type Outbox } from '../../platform/mail';
import { Problem } from '../../platform/problems';
import { LETTERS_A_PAGE, presentLetter, presentLetters, STATES, type TestForm } from './present-letters';

export interface MailPagesNeeds {
  readonly mail: Outbox;
  readonly clock: Clock;
  /** Where people find the application, without a closing slash. */
  readonly publicUrl: string;
}

type LetterHandler = RequestHandler<{ klucz: string; nr?: string }>;

const notFound = (): Problem => new Problem('mail.letter-not-found', 'not-found', { home: '/poczta' });
const notFailed = (): Problem => new Problem('mail.not-failed', 'conflict', { home: '/poczta' });
const notWaiting = (): Problem => new Problem('mail.not-waiting', 'conflict', { home: '/poczta' });
const notSet = (): Problem => new Problem('mail.not-set', 'conflict', { home: '/poczta' });

const HOUR_MS = 3_600_000;
const LETTER = '/poczta/list/:klucz';

/** The outbox, for those who look after it: what waits, what could not be sent and why, what went out. */
export const mailPages = (needs: MailPagesNeeds): Router => {
  const router = express.Router();
  const keepers = requireRole('evaluator', 'administrator');
  router.get('/poczta', keepers, showLetters(needs));
  router.post('/poczta/proba', keepers, sendTest(needs));
  router.get(LETTER, keepers, showLetter(needs));
  router.get(`${LETTER}/kalendarz.ics`, keepers, sendCalendar(needs));
  router.get(`${LETTER}/zalaczniki/:nr`, keepers, sendAttachment(needs));
  router.post(`${LETTER}/ponow`, keepers, sendAgain(needs));
  router.post(`${LETTER}/przekazano`, keepers, settleByHand(needs));
  return router;
};

/** One word of an address or form; what is none of those that we know is left out. */
const wordIn = (source: unknown, name: string): string => {
  const value = (source as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value.slice(0, 300).trim() : '';
};

const stateIn = (req: Request): LetterState => STATES.find((state) => state === wordIn(req.query, 'stan')) ?? 'waiting';

const pageIn = (req: Request): number => {
  const text = wordIn(req.query, 'strona');
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
};

const showLetters =
  (needs: MailPagesNeeds): RequestHandler =>
  async (req, res) => {
    const { email } = res.locals['account'] as Account;
    await sendLetters(needs, req, res, { address: email, isFaulty: false });
  };

const sendLetters = async ({ mail }: MailPagesNeeds, req: Request, res: Response, test: TestForm): Promise<void> => {
  const translator = translatorOf(req);
  const state = stateIn(req);
  const page = pageIn(req);
  const [waiting, failed, sent] = await Promise.all(STATES.map((one) => mail.count(one)));
  const title = translator.t('mail:title');
  sendPage(req, res, {
    layout: 'staff',
    view: 'mail/letters',
    current: 'mail',
    title: test.isFaulty ? translator.t('layout:errorTitle', { title }) : title,
    status: test.isFaulty ? 400 : 200,
    model: {
      page: presentLetters(
        {
          state,
          page,
          counts: { waiting: waiting ?? 0, failed: failed ?? 0, sent: sent ?? 0 },
          letters: await mail.page(state, (page - 1) * LETTERS_A_PAGE, LETTERS_A_PAGE),
          isSet: mail.isSet,
          from: mail.from,
          done: wordIn(req.query, 'zrobiono'),
          test,
        },
        translator,
      ),
      key: newId<'test letter'>(),
    },
  });
};

const find = async ({ mail }: MailPagesNeeds, req: Request<{ klucz: string }>): Promise<KeptLetter> => {
  const letter = await mail.read(req.params.klucz);
  if (letter === undefined) throw notFound();
  return letter;
};

const showLetter =
  (needs: MailPagesNeeds): LetterHandler =>
  async (req, res) => {
    const letter = await find(needs, req);
    sendPage(req, res, {
      layout: 'staff',
      view: 'mail/letter',
      current: 'mail',
      title: letter.subject,
      model: { page: presentLetter(letter, translatorOf(req)) },
    });
  };

const sendCalendar =
  (needs: MailPagesNeeds): LetterHandler =>
  async (req, res) => {
    const { calendar } = await find(needs, req);
    if (calendar === null) throw notFound();
    res
      .set('Cache-Control', 'no-store')
      .attachment('spotkanie.ics')
      .type('text/calendar; charset=utf-8')
      .send(calendar);
  };

const sendAttachment =
  (needs: MailPagesNeeds): LetterHandler =>
  async (req, res) => {
    const { attachments } = await find(needs, req);
    const attachment = attachments[Number(req.params.nr)];
    if (attachment === undefined) throw notFound();
    res.set('Cache-Control', 'no-store').attachment(attachment.name).type(attachment.type).send(attachment.content);
  };

const sendAgain =
  ({ mail }: MailPagesNeeds): LetterHandler =>
  async (req, res) => {
    if (!(await mail.sendAgain(req.params.klucz))) throw notFailed();
    res.redirect(303, '/poczta?zrobiono=ponowiono');
  };

const settleByHand =
  ({ mail }: MailPagesNeeds): LetterHandler =>
  async (req, res) => {
    if (!(await mail.settleByHand(req.params.klucz))) throw notWaiting();
    res.redirect(303, '/poczta?zrobiono=przekazano');
  };

/** Repeatable by the key that the page made. */
const sendTest =
  (needs: MailPagesNeeds): RequestHandler =>
  async (req, res) => {
    const { mail, publicUrl, clock } = needs;
    if (!mail.isSet) throw notSet();
    const address = wordIn(req.body, 'adres');
    if (!isMailAddress(address)) {
      await sendLetters(needs, req, res, { address, isFaulty: true });
      return;
    }
    const { t } = translatorOf(req);
    const { name } = res.locals['account'] as Account;
    await mail.queue([
      {
        key: `proba:${wordIn(req.body, 'klucz') || newId<'test letter'>()}`,
        to: { name: '', address },
        subject: t('mail:test.subject'),
        text: t('mail:test.body', { address: publicUrl, name }),
        expiresAt: new Date(clock.now().getTime() + HOUR_MS),
      },
    ]);
    res.redirect(303, '/poczta?zrobiono=proba');
  };
