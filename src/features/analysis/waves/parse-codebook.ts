import type { Codebook } from '../domain/variables/codebook';
import { codebookFile } from './inputs';
import { codebookUnreadable } from './problems';

/** @throws Problem `waves.codebook-unreadable` naming the first place that is wrong */
export const parseCodebook = (bytes: Buffer): Codebook => {
  const parsed = codebookFile.safeParse(jsonIn(bytes));
  if (parsed.success) return parsed.data;
  throw codebookUnreadable({ place: parsed.error.issues[0]?.path.join('.') ?? '' });
};

const jsonIn = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw codebookUnreadable({ place: '' });
  }
};
