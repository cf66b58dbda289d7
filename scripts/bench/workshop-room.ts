import { request } from 'node:http';
import type { Client, Reply } from './load';

/** Listens as a browser does: `hello` when connected, `change` when there is something to read. */
export const listenTo = (
  address: string,
  cookie: string,
  heard: (event: string, data: string) => void,
): Promise<() => void> =>
  new Promise((resolve, reject) => {
    const sent = request(address, { headers: { cookie, accept: 'text/event-stream' }, agent: false }, (incoming) => {
      if (incoming.statusCode !== 200) {
        reject(new Error(`No stream: ${incoming.statusCode ?? 0}`));
        return;
      }
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const [, event] = /^event: (.*)$/m.exec(message) ?? [];
          const [, data = ''] = /^data: (.*)$/m.exec(message) ?? [];
          if (event !== undefined) heard(event, data);
        }
      });
      incoming.on('error', () => undefined);
      resolve(() => sent.destroy());
    });
    sent.on('error', reject);
    sent.end();
  });

export const demand = (reply: Reply, ...statuses: readonly number[]): Reply => {
  if (!statuses.includes(reply.status))
    throw new Error(`Expected ${statuses.join(' or ')}, got ${reply.status}: ${reply.body.slice(0, 300)}`);
  return reply;
};

/** What a browser keeps after a reply: a cookie of the same name takes the place of the one before. */
const kept = (cookie: string, { headers }: Reply): string => {
  const set = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0] ?? '');
  const pairs = [...cookie.split('; '), ...set].filter((pair) => pair !== '');
  return [...new Map(pairs.map((pair) => [pair.split('=')[0], pair])).values()].join('; ');
};

/** Signs the moderator in by the form. */
export const signIn = async (client: Client, email: string, password: string): Promise<string> => {
  const page = demand(await client.get('/logowanie'), 200);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const form = new URLSearchParams({ _csrf: csrf, email, haslo: password }).toString();
  const cookie = kept('', page);
  return kept(cookie, demand(await client.post('/logowanie', form, { cookie }), 303));
};

/** What a phone does: join once, then vote and read its screen again. */
export const joinAs = async (client: Client, code: string, member: string): Promise<string> => {
  const form = new URLSearchParams({ osoba: member }).toString();
  return kept('', demand(await client.post(`/s/${code}/dolacz`, form), 303));
};

/** Reads a part unless it is what is shown already. */
export const readPart = async (
  client: Client,
  path: string,
  { cookie, tag }: { readonly cookie: string; readonly tag: string },
): Promise<{ readonly tag: string; readonly body: string | null; readonly bytes: number }> => {
  const reply = demand(await client.get(path, { cookie, 'if-none-match': `"${tag}"`, accept: 'text/html' }), 200, 304);
  return {
    tag: (reply.headers.etag ?? '').replaceAll('"', ''),
    body: reply.status === 304 ? null : reply.body,
    bytes: reply.status === 304 ? 0 : Buffer.byteLength(reply.body),
  };
};
