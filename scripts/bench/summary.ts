import { createClient, type Client } from './load';
import type { Bench, Row } from './report';
import { startServer } from './start-server';

const WARM_ROUNDS = 9;
const PASSWORD = 'haslo-pomiaru-raportu';

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const cookies = (headers: { readonly 'set-cookie'?: readonly string[] | undefined }): string =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

/** Signs in as the director; the cookie of the session. */
const signIn = async (client: Client): Promise<string> => {
  const page = await client.get('/logowanie');
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const form = new URLSearchParams({ _csrf: token, email: 'dyrektor@demo.example', haslo: PASSWORD }).toString();
  const reply = await client.post('/logowanie', form, { cookie: cookies(page.headers) });
  if (reply.status !== 303) throw new Error(`Sign-in answered ${reply.status}`);
  return [cookies(page.headers), cookies(reply.headers)].join('; ');
};

/** One download; `version` makes the address new, so that the finished file is not simply handed out again. */
const download = async (client: Client, cookie: string, query: string) => {
  const before = performance.now();
  const reply = await client.get(`/badania/demonstracja/raporty/streszczenie.pdf${query}`, { cookie });
  if (reply.status !== 200 || !reply.body.startsWith('%PDF')) throw new Error(`The summary answered ${reply.status}`);
  return { ms: performance.now() - before, bytes: Number(reply.headers['content-length'] ?? reply.body.length) };
};

/** The director's two pages over HTTP: the first after a start, the same drawn again, and the kept file. */
export const benchSummary = async (): Promise<Bench> => {
  process.env['DEMO_PASSWORD'] = PASSWORD;
  const server = await startServer('--demo');
  const client = createClient(server.address, 1);
  try {
    const cookie = await signIn(client);
    const cold = await download(client, cookie, '?rysuj=0');
    const drawn: number[] = [];
    for (let round = 1; round <= WARM_ROUNDS; round += 1) drawn.push((await download(client, cookie, `?rysuj=${round}`)).ms);
    const kept: number[] = [];
    for (let round = 0; round < WARM_ROUNDS; round += 1) kept.push((await download(client, cookie, '')).ms);
    const rows: readonly Row[] = [
      { name: 'start', metrics: { ms: server.startMs } },
      { name: 'cold', metrics: { ms: cold.ms, kilobytes: cold.bytes / 1_000 } },
      { name: 'warm', metrics: { ms: median(drawn), worstMs: Math.max(...drawn) } },
      { name: 'kept', metrics: { ms: median(kept), worstMs: Math.max(...kept) } },
    ];
    return { bench: 'summary', rows, ratios: { 'warm / cold': median(drawn) / cold.ms, 'kept / warm': median(kept) / median(drawn) } };
  } finally {
    client.close();
    await server.stop();
  }
};
