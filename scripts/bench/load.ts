import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Client {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  post(path: string, form: string, headers?: Readonly<Record<string, string>>): Promise<Reply>;
  close(): void;
}

/** A keep-alive client of one address on this machine. */
export const createClient = (address: string, sockets: number): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname, port } = new URL(address);
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body = ''): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString(),
          });
        });
        incoming.on('error', reject);
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed an idle connection in the same moment: a browser asks again, and so do we.
        if (sent.reusedSocket && error.code === 'ECONNRESET') send(method, path, headers, body).then(resolve, reject);
        else reject(error);
      });
      sent.end(body);
    });
  return {
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, form, headers = {}) =>
      send(
        'POST',
        path,
        {
          ...headers,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(form)),
        },
        form,
      ),
    close: () => {
      agent.destroy();
    },
  };
};

export interface Throughput {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Repeats a step from so many lanes at once, for so many seconds; a step that throws counts as an error. */
export const measure = async (concurrency: number, seconds: number, step: () => Promise<void>): Promise<Throughput> => {
  const durationsMs: number[] = [];
  let errors = 0;
  const start = performance.now();
  const end = start + seconds * 1_000;
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      const before = performance.now();
      await step().then(
        () => durationsMs.push(performance.now() - before),
        () => (errors += 1),
      );
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const elapsedSeconds = (performance.now() - start) / 1_000;
  const sorted = durationsMs.sort((a, b) => a - b);
  return {
    perSecond: sorted.length / elapsedSeconds,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    errors,
  };
};
