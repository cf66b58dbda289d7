import { spawn, type ChildProcess } from 'node:child_process';
import { root } from './files';

export interface Run {
  readonly child: ChildProcess;
  /** Everything printed so far on both streams. */
  printed(): string;
  /** Waits until the pattern is printed. */
  says(pattern: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** The built application as a process of its own, on an embedded store. */
export const runApplication = (environment: NodeJS.ProcessEnv): Run => {
  const { MONGODB_URI: _elsewhere, ...inherited } = process.env;
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: root,
    env: { ...inherited, LOG_LEVEL: 'error', PORT: '0', ...environment },
  });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return {
    child,
    printed: () => text,
    says: (pattern) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = pattern.exec(text);
          if (found) resolve(found[1] ?? found[0]);
        };
        listeners.add(look);
        look();
      }),
    ended: new Promise((resolve) => child.once('exit', resolve)),
  };
};
