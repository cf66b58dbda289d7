import type { Document } from 'bson';

/** The server that the store speaks like. */
const server = { version: [7, 0, 0], topology: 'single' } as const;

const compareVersion = (text: string): number => {
  const parts = text.split('.').map(Number);
  for (const [index, own] of server.version.entries()) {
    const difference = own - (parts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** `runOnRequirements`: one of them must hold; none at all always holds. */
export const applies = (requirements: readonly Document[] | undefined): boolean =>
  !requirements || requirements.some(holds);

const holds = (requirement: Document): boolean => {
  const { minServerVersion, maxServerVersion, topologies, serverless, auth, csfle } = requirement;
  if (minServerVersion && compareVersion(String(minServerVersion)) < 0) return false;
  if (maxServerVersion && compareVersion(String(maxServerVersion)) > 0) return false;
  if (topologies && !(topologies as string[]).includes(server.topology)) return false;
  return serverless !== 'require' && auth !== true && !csfle;
};
