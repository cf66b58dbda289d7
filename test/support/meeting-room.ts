import { request } from 'node:http';

/** A page of the application over HTTP, without a browser: cookies are kept, redirects are not followed. */
export const visitor = (address: string) => {
  const cookies = new Map<string, string>();
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { cookie: cookie(), accept: 'text/html', ...(init.headers as Record<string, string> | undefined) };
    const reply = await fetch(`${address}${path}`, { ...init, redirect: 'manual', headers });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    return reply;
  };
  return {
    cookie,
    get: send,
    text: async (path: string): Promise<string> => (await send(path)).text(),
    post: (path: string, form: Readonly<Record<string, string>>): Promise<Response> =>
      send(path, { method: 'POST', body: new URLSearchParams(form) }),
    /** A form of a signed-in person, with the token of the page it is on. */
    submit: async (path: string, form: Readonly<Record<string, string>>): Promise<Response> => {
      const page = await (await send(path)).text();
      const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
      const given = { _csrf: hidden('_csrf'), rewizja: hidden('rewizja'), ...form };
      return send(path, { method: 'POST', body: new URLSearchParams(given) });
    },
    signIn: async (email: string, password: string): Promise<void> => {
      const page = await (await send('/logowanie')).text();
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const body = new URLSearchParams({ _csrf, email, haslo: password });
      const reply = await send('/logowanie', { method: 'POST', body });
      if (reply.status !== 303) throw new Error(`Not signed in: ${reply.status}`);
    },
  };
};

export type Visitor = ReturnType<typeof visitor>;

export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly event: string; readonly data: string }[];
  /** Waits until so many events of a name were heard. */
  hears(event: string, times?: number): Promise<void>;
  leave(): void;
}

/** Listens to a page's stream of events. */
export const listenTo = (address: string, cookie: string): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const events: { event: string; data: string }[] = [];
    const waiting = new Set<() => void>();
    const sent = request(address, { headers: { cookie }, agent: false }, (incoming) => {
      incoming.setEncoding('utf8');
      let text = '';
      incoming.on('data', (chunk: string) => {
        text += chunk;
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const [, event] = /^event: (.*)$/m.exec(message) ?? [];
          if (event !== undefined) events.push({ event, data: /^data: (.*)$/m.exec(message)?.[1] ?? '' });
        }
        for (const look of waiting) look();
      });
      incoming.on('error', () => undefined);
      resolve({
        status: incoming.statusCode ?? 0,
        headers: incoming.headers,
        events,
        hears: (event, times = 1) =>
          new Promise((done) => {
            const look = (): void => {
              if (events.filter((one) => one.event === event).length < times) return;
              waiting.delete(look);
              done();
            };
            waiting.add(look);
            look();
          }),
        leave: () => {
          sent.destroy();
        },
      });
    });
    sent.on('error', reject);
    sent.end();
  });
