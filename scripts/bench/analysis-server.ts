// The application in a process of its own on the data folder it is given, so that a restart is a restart.
import { readSettings } from '../../src/app/settings';
import { startApplication } from '../../src/app/start';
import { createLog } from '../../src/platform/log';

const main = async (): Promise<void> => {
  const [, , dataDir = ''] = process.argv;
  const settings = readSettings({ ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'silent' });
  const application = await startApplication(settings, createLog('silent'));
  process.send?.({ address: application.address });
  process.on('message', () => {
    void application.stop().then(() => process.exit(0));
  });
};

void main();
