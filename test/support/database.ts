import { randomBytes } from 'node:crypto';

const PARTS = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/;

/**
 * A database of the test's own on the MongoDB that `MONGODB_URI` names; undefined where none is named: then the embedded
 * store in the test's folder is used.
 */
export const ownDatabase = (): string | undefined => {
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined || uri === '') return undefined;
  const [, server = '', options = ''] = PARTS.exec(uri) ?? [];
  return `${server}/es_test_${randomBytes(6).toString('hex')}${options}`;
};
