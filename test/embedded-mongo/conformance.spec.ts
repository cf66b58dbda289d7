import { setTimeout as sleep } from 'node:timers/promises';
import { foldersAreGiven } from './conformance-folder';
import type { RunningStore } from './running-store';
import { runStore } from './running-store';
import exceptions from './conformance-exceptions.json';
import { runCase } from './unified/run-case';
import type { Case } from './unified/suites';
import { readSuites } from './unified/suites';

/** Suite, then case: why it fails or is skipped. May only shrink. */
const listed: Readonly<Record<string, Readonly<Record<string, string>>>> = exceptions;

const patienceMs = 20_000;
const suites = readSuites();
if (suites.length === 0)
  process.stdout.write('The specification cases are skipped: there is no conformance folder on this machine.\n');

let store: RunningStore;
const failures = new Map<string, string>();

beforeAll(async () => {
  store = await runStore();
});
afterAll(() => store.close());

const fails = async ({ title, file, one }: Case): Promise<boolean> => {
  try {
    const slow = sleep(patienceMs, undefined, { ref: false }).then(() => {
      throw new Error(`not finished after ${patienceMs} ms`);
    });
    await Promise.race([runCase(file, one, store.client), slow]);
    return false;
  } catch (error) {
    failures.set(title, String(error));
    return true;
  }
};

// Without ../shared there are no cases to run; the closing line counts what was skipped.
(suites.length === 0 ? describe.skip : describe)("MongoDB's own specification cases", () => {
  it.each(suites.map(({ name, cases }) => [name, cases] as const))(
    'of %s pass, except those that are listed with a reason',
    async (name, cases) => {
      const applicable = cases.filter((one) => one.applies);
      const skipped = applicable.filter((one) => one.skipped !== null);
      const failed: Case[] = [];
      for (const one of applicable) if (one.skipped === null && (await fails(one))) failed.push(one);
      const passed = applicable.length - failed.length - skipped.length;
      process.stdout.write(
        `${name}: ${passed} passed, ${failed.length} failed, ${skipped.length} skipped (${cases.length - applicable.length} more are for other servers)\n`,
      );
      const titles = [...failed, ...skipped].map(({ title }) => title).sort();
      const excepted = Object.keys(listed[name] ?? {}).sort();
      expect(
        titles.filter((title) => !excepted.includes(title)).map((title) => `${title}: ${failures.get(title) ?? ''}`),
      ).toEqual([]);
      const known = new Set(cases.map(({ title }) => title));
      const idle = excepted.filter((title) => !titles.includes(title) && (known.has(title) || !foldersAreGiven));
      expect(idle).toEqual([]);
    },
    600_000,
  );
});
