import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DegenerateAdapter, OracleAdapter, OracleTopic } from './adapter';

const NAMES = [
  'agreement',
  'column-tests',
  'complex-survey',
  'correlation',
  'crosstabs',
  'descriptives',
  'distributions',
  'effect-sizes',
  'factor-analysis',
  'key-drivers',
  'means',
  'nist',
  'nonparametric',
  'paired-categorical',
  'proportions',
  'regression',
  'reliability',
  'sample-size',
  'trend',
];

const isTopic = (value: unknown): value is OracleTopic =>
  typeof value === 'object' && value !== null && 'methods' in value && 'degenerate' in value;

const loadTopic = (name: string): readonly OracleTopic[] => {
  const path = join(__dirname, `${name}.ts`);
  if (!existsSync(path)) return [];
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- topics appear one by one
    return Object.values(require(path) as Record<string, unknown>).filter(isTopic);
  } catch (error) {
    process.stdout.write(`Topic ${name} does not load: ${String(error)}\n`);
    return [];
  }
};

const topics = NAMES.flatMap(loadTopic);

export const oracleAdapters: ReadonlyMap<string, OracleAdapter> = new Map(
  topics.flatMap(({ methods }) => Object.entries(methods)),
);

export const degenerateAdapters: ReadonlyMap<string, DegenerateAdapter> = new Map(
  topics.flatMap(({ degenerate }) => Object.entries(degenerate)),
);
