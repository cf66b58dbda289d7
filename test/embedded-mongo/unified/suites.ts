import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'bson';
import { EJSON } from 'bson';
import { conformanceFolders } from '../conformance-folder';
import { applies } from './applies';

export interface Case {
  /** `find.json: Find with filter`: unique within a suite. */
  readonly title: string;
  readonly file: Document;
  readonly one: Document;
  readonly applies: boolean;
  readonly skipped: string | null;
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** Every suite below `mongodb-specifications`, none where the folder is absent. */
export const readSuites = (): readonly Suite[] =>
  conformanceFolders('mongodb-specifications').flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ name, cases: casesBelow(join(folder, name)) }))
      .filter(({ cases }) => cases.length > 0),
  );

const casesBelow = (folder: string): readonly Case[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.json'))
    .sort()
    .flatMap((path) => casesOf(join(folder, path), path.split(/[\\/]/).pop() ?? path));

/** Files in another form than the unified one have no cases for this runner. */
const casesOf = (path: string, fileName: string): readonly Case[] => {
  const file = EJSON.parse(readFileSync(path, 'utf8')) as Document;
  if (file['schemaVersion'] === undefined || !Array.isArray(file['tests'])) return [];
  return (file['tests'] as Document[]).map((one) => ({
    title: `${fileName}: ${String(one['description'])}`,
    file,
    one,
    applies: applies(file['runOnRequirements'] as Document[]) && applies(one['runOnRequirements'] as Document[]),
    skipped: skipReason(one),
  }));
};

const skipReason = (one: Document): string | null => {
  if (typeof one['skipReason'] === 'string') return one['skipReason'];
  const names = (one['operations'] as Document[]).map(({ name }) => String(name));
  return names.includes('failPoint') ? 'needs fail points, which the store does not have' : null;
};
