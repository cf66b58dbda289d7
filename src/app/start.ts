import { join, resolve } from 'node:path';
import { systemClock, type Clock } from '../platform/clock';
import { ensureSessionExpiry } from '../platform/http';
import { loadTranslators } from '../platform/i18n';
import type { Logger } from '../platform/log';
import { createMail } from '../platform/mail';
import { openStorage, type Storage } from '../platform/storage';
import { composeChapters, prepareChapters, type Chapters } from './compose';
import { addressOf, createApp } from './create-app';
import { startDemonstration, type Demonstration } from './demonstration';
import { listen } from './listen';
import { remindDaily } from './send-reminders';
import { sessionSecretIn } from './session-secret';
import type { Settings } from './settings';
import { startSweeping } from './sweep-drafts';

export interface RunningApplication {
  /** Where people reach it: the public address, or the one it listens on. */
  readonly address: string;
  readonly chapters: Chapters;
  readonly storage: Storage;
  /** Absent when the demonstration is switched off. */
  readonly demonstration: Demonstration | undefined;
  /** Drains, then closes. Safe to call once; ends within five seconds. */
  stop(): Promise<void>;
}

/** Requests may take this long to finish after a stop was asked for; the store gets the rest of five seconds. */
const DRAIN_MS = 3_000;

/** Settings → storage → chapters → demonstration → listening. */
export const startApplication = async (
  settings: Settings,
  log: Logger,
  clock: Clock = systemClock,
): Promise<RunningApplication> => {
  const secret = settings.sessionSecret ?? sessionSecretIn(settings.dataDir);
  const storage = await openStorage({ ...settings, dataDir: resolve(settings.dataDir) });
  const { connection } = storage;
  const mail = createMail({ connection, clock, server: settings.mail });
  const chapters = composeChapters({ connection, clock, secret, mail });
  await prepareChapters(chapters, connection);
  await ensureSessionExpiry(connection);
  const demonstration = settings.demo
    ? await startDemonstration({ chapters, clock }, settings.demoPassword)
    : undefined;
  const app = createApp({ settings, secret, storage, chapters, clock, log, root: rootFolder() });
  const style = { translator: loadTranslators(join(rootFolder(), 'locales')).pl, publicUrl: addressOf(settings) };
  const sweeping = startSweeping(chapters, log, remindDaily(chapters, style, clock));
  const delivery = mail.start(log);
  const listener = await listen(app, settings.host, settings.port);
  return {
    address: settings.publicUrl ?? listener.address,
    chapters,
    storage,
    demonstration,
    stop: async () => {
      await Promise.all([listener.drain(DRAIN_MS), delivery.stop()]);
      await sweeping.stop();
      await chapters.close();
      await storage.close();
    },
  };
};

/** The folder with views, locales and public: above `src/app` as written and above `dist/src/app` as built. */
const rootFolder = (): string => resolve(__dirname, __filename.endsWith('.ts') ? '../..' : join('..', '..', '..'));
