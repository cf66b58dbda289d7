import { announce } from './app/announce';
import { settingsOfThisProcess, SettingsFault, type Settings } from './app/settings';
import { startApplication, type RunningApplication } from './app/start';
import { createLog } from './platform/log';

const readSettingsOrExit = (): Settings => {
  try {
    return settingsOfThisProcess();
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
};

/** A stop that is asked for while starting waits for the start, so that nothing is left half made. */
const stopOnSignal = (starting: Promise<RunningApplication>): void => {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void starting.then((application) => application.stop()).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const main = async (): Promise<void> => {
  const settings = readSettingsOrExit();
  const starting = startApplication(settings, createLog(settings.logLevel));
  stopOnSignal(starting);
  announce(await starting, (line) => process.stdout.write(`${line}\n`));
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
