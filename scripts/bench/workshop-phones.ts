import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../src/platform/random';
import type { Client } from './load';
import { demand, joinAs, listenTo, readPart } from './workshop-room';
import type { BenchMeeting } from './workshop-server';

const SECONDS = 10;
const VOTES_EACH = 3;
const SPREAD_MS = 300;

export interface Phone {
  readonly cookie: string;
  tag: string;
  /** When its screen was read last, and how many bytes that were. */
  readAt: number;
  bytes: number;
  readonly choices: Set<string>;
  readonly stop: () => void;
}

export const openPhones = async ({ address, code, members }: BenchMeeting, client: Client): Promise<readonly Phone[]> =>
  Promise.all(
    members.map(async (member) => {
      const cookie = await joinAs(client, code, member);
      const phone: Phone = { cookie, tag: '', readAt: 0, bytes: 0, choices: new Set(), stop: () => undefined };
      let isGone = false;
      const read = async (): Promise<void> => {
        await sleep(Math.random() * SPREAD_MS);
        if (isGone) return;
        await readScreen(client, code, phone).catch((error: unknown) => {
          // On its way when the phone was switched off.
          if (!isGone) throw error;
        });
      };
      const stop = await listenTo(`${address}/s/${code}/na-zywo`, cookie, () => void read());
      return Object.assign(phone, {
        stop: () => {
          isGone = true;
          stop();
        },
      });
    }),
  );

const readScreen = async (client: Client, code: string, phone: Phone): Promise<void> => {
  const part = await readPart(client, `/s/${code}/ekran`, phone);
  if (part.body === null) return;
  phone.tag = part.tag;
  phone.readAt = performance.now();
  phone.bytes = part.bytes;
};

export interface Load {
  /** When each vote was answered. */
  readonly answeredAt: number[];
  readonly answerMs: number[];
  requests: number;
}

/** Three votes a person at chance moments; every fifth changes one, every tenth is sent twice at once, as a retry would be. */
export const voteAll = async (server: BenchMeeting, client: Client, phones: readonly Phone[]): Promise<Load> => {
  const random = seededRandom(20_261_122);
  const load: Load = { answeredAt: [], answerMs: [], requests: 0 };
  const send = async (phone: Phone, option: string, isChosen: boolean): Promise<void> => {
    const form = new URLSearchParams({ propozycja: option, stan: isChosen ? '1' : '0' }).toString();
    const before = performance.now();
    demand(await client.post(`/s/${server.code}/glosy`, form, { cookie: phone.cookie }), 303);
    load.answeredAt.push(performance.now());
    load.answerMs.push(performance.now() - before);
    load.requests += 1;
    if (isChosen) phone.choices.add(option);
    else phone.choices.delete(option);
  };
  const moments = () =>
    Array.from({ length: VOTES_EACH }, () => random() * (SECONDS - 1) * 1_000).toSorted((a, b) => a - b);
  const plans = phones.map((phone, at) => ({
    phone,
    at,
    moments: moments(),
    options: server.proposals.toSorted(() => random() - 0.5).slice(0, VOTES_EACH + 1),
  }));
  const start = performance.now();
  await Promise.all(
    plans.map(async ({ phone, at, moments: times, options }) => {
      for (const [place, moment] of times.entries()) {
        await sleep(Math.max(0, start + moment - performance.now()));
        const option = options[place] ?? '';
        if (at % 10 === 0) await Promise.all([send(phone, option, true), send(phone, option, true)]);
        else await send(phone, option, true);
        await readScreen(client, server.code, phone);
        load.requests += 1;
      }
      if (at % 5 !== 0) return;
      await send(phone, options[0] ?? '', false);
      await send(phone, options[VOTES_EACH] ?? '', true);
    }),
  );
  return load;
};
