import { filledForm } from './forty-items';
import { createClient, measure, type Client, type Reply } from './load';
import type { Bench, Row } from './report';
import { startServer, type BenchServer } from './start-server';

const CONCURRENCIES = [1, 10, 50] as const;
const SECONDS = 5;
const WARM_UP_SECONDS = 2;

const demand = (reply: Reply, status: number): Reply => {
  if (reply.status !== status) throw new Error(`Expected ${status}, got ${reply.status}`);
  return reply;
};

const cookieOf = (reply: Reply): string =>
  (reply.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

/** As a browser does it: the page, then the form with the submission id of that page; done when the receipt page is promised. */
const submission = (client: Client, path: string, form: string) => async (): Promise<void> => {
  const page = demand(await client.get(path), 200);
  const id = /name="zgloszenie" value="([^"]+)"/.exec(page.body)?.[1];
  const version = /name="wersja" value="([^"]+)"/.exec(page.body)?.[1];
  if (id === undefined || version === undefined) throw new Error('The page carries no submission id or no version');
  const carried = `zgloszenie=${id}&wersja=${version}`;
  const posted = demand(await client.post(path, `${carried}&${form}`, { cookie: cookieOf(page) }), 303);
  if (!posted.headers.location?.includes('dziekujemy'))
    throw new Error(`Not accepted: ${posted.headers.location ?? ''}`);
};

const steps = (server: BenchServer, ours: Client, bare: Client): Readonly<Record<string, () => Promise<void>>> => {
  const path = `/a/${server.token}/s/1`;
  const form = filledForm();
  return {
    'bare page': async () => void demand(await bare.get('/'), 200),
    'form page': async () => void demand(await ours.get(path), 200),
    'bare post': async () => void demand(await bare.post('/', form), 303),
    'bare durable insert': async () => void demand(await bare.post('/insert', form), 303),
    submission: submission(ours, path, form),
  };
};

const measureAll = async (server: BenchServer): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const concurrency of CONCURRENCIES) {
    const ours = createClient(server.address, concurrency);
    const bare = createClient(server.bareAddress, concurrency);
    for (const [name, step] of Object.entries(steps(server, ours, bare)))
      rows.push({ name: `${name} c${concurrency}`, metrics: { ...(await measure(concurrency, SECONDS, step)) } });
    ours.close();
    bare.close();
  }
  return rows;
};

const perSecond = (rows: readonly Row[], name: string): number =>
  rows.find((row) => row.name === name)?.metrics['perSecond'] ?? Number.NaN;

/** Form pages and complete submissions per second, against bare Express and bare durable inserts in the same run. */
export const benchAnswering = async (): Promise<Bench> => {
  const server = await startServer();
  try {
    const warm = createClient(server.address, 10);
    await measure(10, WARM_UP_SECONDS, submission(warm, `/a/${server.token}/s/1`, filledForm()));
    warm.close();
    const rows = await measureAll(server);
    const ratios = Object.fromEntries(
      CONCURRENCIES.flatMap((c) => [
        [`form page / bare page c${c}`, perSecond(rows, `form page c${c}`) / perSecond(rows, `bare page c${c}`)],
        [
          `submission / bare durable insert c${c}`,
          perSecond(rows, `submission c${c}`) / perSecond(rows, `bare durable insert c${c}`),
        ],
      ]),
    );
    return { bench: 'answering', rows, ratios };
  } finally {
    await server.stop();
  }
};
