import { z } from 'zod';
import { readMailbox, type MailServer } from '../platform/mail';

const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1');
const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const isServerAddress = (text: string): boolean =>
  /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text) && new URL(text).hostname !== '';

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  DATA_DIR: z.string().min(1, 'must not be empty').default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  TRUST_PROXY: flag.default(false),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEMO: flag.default(true),
  DEMO_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  MAIL_URL: z
    .string()
    .refine(isServerAddress, 'must be an smtp:// or smtps:// address, as smtps://name:password@poczta.example')
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => readMailbox(text) !== undefined,
      'must be an address, or a name with an address, as ROPS <badania@rops.example>',
    )
    .optional(),
});

/** Everything the environment can say, parsed once. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  /** Address people use, for links and cookies; absent: `http://HOST:PORT`. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  /** Absent outside production: made on first start and kept in `dataDir`. */
  readonly sessionSecret: string | undefined;
  readonly logLevel: string;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  /** Absent: letters wait and are handed over by people. */
  readonly mail: MailServer | undefined;
}

/** All faults of the environment in one readable message. */
export class SettingsFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `These settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nREADME.md lists all settings.`,
    );
    this.name = 'SettingsFault';
  }
}

/** What cannot be said of one variable alone. */
const jointFaults = (env: z.infer<typeof Environment>): readonly string[] => {
  const isProduction = env.NODE_ENV === 'production';
  return [
    ...(isProduction && env.SESSION_SECRET === undefined
      ? ['SESSION_SECRET must be set in production (32 characters or more)']
      : []),
    ...(env.MAIL_URL !== undefined && env.MAIL_FROM === undefined
      ? ['MAIL_FROM must be set when MAIL_URL is: letters need a sender']
      : []),
    ...(env.MAIL_URL === undefined && env.MAIL_FROM !== undefined
      ? ['MAIL_URL must be set when MAIL_FROM is: letters need a server']
      : []),
    ...(isProduction && env.MAIL_URL !== undefined && env.PUBLIC_URL === undefined
      ? ['PUBLIC_URL must be set in production when MAIL_URL is: letters carry addresses of pages']
      : []),
  ];
};

const mailServerOf = ({ MAIL_URL: url, MAIL_FROM }: z.infer<typeof Environment>): MailServer | undefined => {
  const from = MAIL_FROM === undefined ? undefined : readMailbox(MAIL_FROM);
  return url === undefined || from === undefined ? undefined : { url, from };
};

/** An empty variable counts as absent: that is how shells and service files unset them. */
const present = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** @throws SettingsFault naming every variable that cannot be used. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const parsed = Environment.safeParse(present(environment));
  if (!parsed.success)
    throw new SettingsFault(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const env = parsed.data;
  const faults = jointFaults(env);
  if (faults.length > 0) throw new SettingsFault(faults);
  return {
    production: env.NODE_ENV === 'production',
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR,
    mongodbUri: env.MONGODB_URI,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY,
    sessionSecret: env.SESSION_SECRET,
    logLevel: env.LOG_LEVEL,
    demo: env.DEMO,
    demoPassword: env.DEMO_PASSWORD,
    mail: mailServerOf(env),
  };
};

/** The environment of this process, read in this one place. */
export const settingsOfThisProcess = (): Settings => readSettings(process.env);
