import { readSettings, SettingsFault } from '../../src/app/settings';

const faultsOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
};

test('without settings the demonstration listens on 127.0.0.1:3000 and keeps its data in ./data', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    dataDir: './data',
    demo: true,
    mongodbUri: undefined,
  });
});

test('an empty variable counts as absent', () => {
  expect(readSettings({ PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 3000, mongodbUri: undefined });
});

test('all wrong settings are reported together', () => {
  const faults = faultsOf({ PORT: '70000', DEMO: 'yes', MONGODB_URI: 'localhost', DEMO_PASSWORD: 'short' });
  expect(faults).toHaveLength(4);
  expect(faults.join('\n')).toMatch(/PORT must be at most 65535/);
  expect(faults.join('\n')).toMatch(/DEMO must be 0 or 1/);
  expect(faults.join('\n')).toMatch(/MONGODB_URI must begin with mongodb:/);
  expect(faults.join('\n')).toMatch(/DEMO_PASSWORD must have at least 12 characters/);
});

test('production refuses to start without a session secret', () => {
  expect(faultsOf({ NODE_ENV: 'production' })).toEqual([
    'SESSION_SECRET must be set in production (32 characters or more)',
  ]);
});

test('mail needs a server and a sender, both or none; the password of the server is in no message', () => {
  const url = 'smtps://rops:tajne-haslo@poczta.example';
  const from = 'ROPS w Kielcach <badania@rops.example>';
  expect(readSettings({}).mail).toBeUndefined();
  expect(readSettings({ MAIL_URL: url, MAIL_FROM: from }).mail).toEqual({
    url,
    from: { name: 'ROPS w Kielcach', address: 'badania@rops.example' },
  });
  expect(faultsOf({ MAIL_URL: url })).toEqual(['MAIL_FROM must be set when MAIL_URL is: letters need a sender']);
  expect(faultsOf({ MAIL_FROM: from })).toEqual(['MAIL_URL must be set when MAIL_FROM is: letters need a server']);
  const wrong = faultsOf({ MAIL_URL: 'https://rops:tajne-haslo@poczta.example', MAIL_FROM: 'ROPS w Kielcach' });
  expect(wrong).toHaveLength(2);
  expect(wrong.join()).not.toContain('tajne-haslo');
});

test('in production letters carry the address that people use', () => {
  const mail = { MAIL_URL: 'smtp://localhost', MAIL_FROM: 'badania@rops.example' };
  expect(faultsOf({ ...mail, NODE_ENV: 'production', SESSION_SECRET: 'x'.repeat(32) })).toEqual([
    'PUBLIC_URL must be set in production when MAIL_URL is: letters carry addresses of pages',
  ]);
});
