import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type Client } from './load';
import type { Bench, Row } from './report';
import { openPhones, voteAll, type Load, type Phone } from './workshop-phones';
import { demand, listenTo, readPart, signIn } from './workshop-room';
import type { BenchMeeting, ServerFigures } from './workshop-server';

const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 200);
const PASSWORD = 'haslo-pomiaru-spotkania';
const SETTLE_MS = 2_000;

interface Server extends BenchMeeting {
  readonly figures: () => Promise<ServerFigures>;
  readonly stop: () => Promise<void>;
}

const startServer = async (): Promise<Server> => {
  const child = fork(join(__dirname, 'workshop-server.js'), [String(PEOPLE), PASSWORD]);
  const next = <Message>(): Promise<Message> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => {
        resolve(message as Message);
      });
      child.once('exit', (code) => {
        reject(new Error(`The bench server ended with code ${code ?? 'none'}`));
      });
    });
  const meeting = await next<BenchMeeting>();
  return {
    ...meeting,
    figures: () => {
      child.send('figures');
      return next<ServerFigures>();
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.send('stop');
      await ended;
    },
  };
};

/** A picture of the wall: votes for each proposal, and when it was asked for and shown. */
interface Picture {
  readonly askedAt: number;
  readonly shownAt: number;
  readonly votes: number;
  readonly bytes: number;
  readonly body: string;
}

interface Wall {
  readonly home: string;
  readonly cookie: string;
  readonly client: Client;
  readonly pictures: readonly Picture[];
  readonly step: (fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => void;
}

/** The wall as `live.ts` keeps it: one reading at a time, another one when something changed meanwhile. */
const openWall = async ({ address, number }: Server): Promise<Wall> => {
  const client = createClient(address, 4);
  const cookie = await signIn(client, 'ewaluator@demo.example', PASSWORD);
  const home = `/badania/demonstracja/warsztat/${number}`;
  const pictures: Picture[] = [];
  let [tag, isReading, isStale] = ['', false, false];
  const read = async (): Promise<void> => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      const askedAt = performance.now();
      const part = await readPart(client, `${home}/tablica`, { cookie, tag });
      tag = part.tag;
      const votes = Number(/oddano\s+(\d+)/.exec(part.body ?? '')?.[1] ?? Number.NaN);
      if (part.body !== null)
        pictures.push({ askedAt, shownAt: performance.now(), votes, bytes: part.bytes, body: part.body });
    }
    isReading = false;
  };
  let isClosed = false;
  // A reading that is on its way when the wall is switched off.
  const refuseUnlessClosed = (error: unknown): void => {
    if (!isClosed) throw error;
  };
  const stop = await listenTo(`${address}${home}/na-zywo`, cookie, () => void read().catch(refuseUnlessClosed));
  return {
    home,
    cookie,
    client,
    pictures,
    step: async (fields) => {
      const { body } = demand(await client.get(home, { cookie }), 200);
      const rewizja = /name="rewizja" value="(\d+)"/.exec(body)?.[1] ?? '0';
      const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
      demand(
        await client.post(home, new URLSearchParams({ _csrf: csrf, rewizja, ...fields }).toString(), { cookie }),
        303,
      );
    },
    close: () => {
      isClosed = true;
      stop();
      client.close();
    },
  };
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** From the answer of a vote to the first picture that was asked for after it, and so holds it. */
const delaysOf = ({ answeredAt }: Load, pictures: readonly Picture[]): readonly number[] =>
  answeredAt.map((at) => {
    const picture = pictures.find(({ askedAt }) => askedAt >= at) ?? pictures.at(-1);
    return Math.max(0, (picture?.shownAt ?? Number.NaN) - at);
  });

const timesRow = (name: string, values: readonly number[]): Row => ({
  name,
  metrics: { medianMs: quantile(values, 0.5), p95Ms: quantile(values, 0.95), longestMs: Math.max(...values) },
});

/** Votes on the wall are those that were answered: every one, once. */
const refuseMiscount = (phones: readonly Phone[], picture: Picture | undefined, proposals: readonly string[]): void => {
  const wanted = proposals
    .map((option) => phones.filter(({ choices }) => choices.has(option)).length)
    .toSorted((a, b) => b - a);
  const shown = [...(picture?.body ?? '').matchAll(/class="votes"><b>(\d+)/g)]
    .map(([, votes]) => Number(votes))
    .toSorted((a, b) => b - a);
  if (JSON.stringify(wanted) !== JSON.stringify(shown))
    throw new Error(`Answered ${wanted.join(', ')}, on the wall ${shown.join(', ')}`);
};

const measureMeeting = async (server: Server, wall: Wall): Promise<Bench> => {
  const client = createClient(server.address, PEOPLE);
  const joining = performance.now();
  const phones = await openPhones(server, client);
  const joinedMs = performance.now() - joining;
  await wall.step({ krok: 'etap', etap: 'voting' });
  await sleep(SETTLE_MS);
  const opened = performance.now();
  await wall.step({ krok: 'glosowanie', co: 'voting' });
  await sleep(SETTLE_MS);
  const opening = phones.map(({ readAt }) => readAt - opened);
  await wall.step({ krok: 'liczby', co: 'voting', stan: '0' });
  await sleep(SETTLE_MS);
  const before = await server.figures();
  const firstPicture = wall.pictures.length;
  const started = performance.now();
  const load = await voteAll(server, client, phones);
  const seconds = (performance.now() - started) / 1_000;
  await sleep(SETTLE_MS);
  const after = await server.figures();
  const pictures = wall.pictures.slice(firstPicture);
  refuseMiscount(phones, pictures.at(-1), server.proposals);
  const idle = await server.figures();
  const refetches = 20;
  for (let at = 0; at < refetches; at += 1)
    demand(await wall.client.get(`${wall.home}/tablica`, { cookie: wall.cookie }), 200);
  const ofWall = (await server.figures()).queries - idle.queries;
  for (const phone of phones.slice(0, refetches))
    await readPart(client, `/s/${server.code}/ekran`, { ...phone, tag: '' });
  const ofPhones = (await server.figures()).queries - idle.queries - ofWall;
  await wall.step({ krok: 'policz', co: 'voting' });
  await sleep(SETTLE_MS);
  refuseMiscount(phones, wall.pictures.at(-1), server.proposals);
  for (const { stop } of phones) stop();
  await sleep(SETTLE_MS);
  client.close();
  const delays = delaysOf(load, pictures);
  return {
    bench: 'workshop',
    rows: [
      timesRow('vote answered → on the wall', delays),
      timesRow('vote sent → answered', load.answerMs),
      timesRow('voting opened → on each phone', opening),
      timesRow(
        'wall asks → has its part',
        pictures.map(({ askedAt, shownAt }) => shownAt - askedAt),
      ),
      {
        name: 'load',
        metrics: {
          people: PEOPLE,
          votes: load.answeredAt.length,
          seconds,
          requestsPerSecond: (load.requests + pictures.length) / seconds,
          joinedMs,
          longestStallMs: after.longestStallMs,
          cpuMsPerVote: (after.cpuMs - before.cpuMs) / load.answeredAt.length,
          memoryMb: after.memoryMb,
          moreMemoryMb: after.memoryMb - before.memoryMb,
        },
      },
      {
        name: 'a reading',
        metrics: {
          wallBytes: quantile(
            pictures.map(({ bytes }) => bytes),
            0.5,
          ),
          phoneBytes: quantile(
            phones.map(({ bytes }) => bytes),
            0.5,
          ),
          wallQueries: ofWall / refetches,
          phoneQueries: ofPhones / refetches,
          picturesPerSecond: pictures.length / seconds,
        },
      },
    ],
    ratios: { 'delay median / 1 s': quantile(delays, 0.5) / 1_000 },
  };
};

/**
 * A voting of 200 people over real HTTP: everybody listens, votes three times within ten seconds, some change their minds and some send twice; a
 * wall reads its part whenever it is told to. Ends with an error where one vote is not counted, or counted twice.
 */
export const benchWorkshop = async (): Promise<Bench> => {
  const server = await startServer();
  try {
    const wall = await openWall(server);
    const bench = await measureMeeting(server, wall);
    wall.close();
    return bench;
  } finally {
    await server.stop();
  }
};
