import { listField } from './fields';
import type { Command } from './request';

const limits = {
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
};

/** Speaks like a standalone MongoDB 7.0: no replica set name, so drivers use neither retryable writes nor transactions. */
const hello = (primaryName: string): Command => ({
  kind: 'read',
  fields: [
    'helloOk',
    'client',
    'compression',
    'loadBalanced',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'topologyVersion',
    'maxAwaitTimeMS',
    'hostInfo',
    'internalClient',
    'backpressure',
  ],
  run: () => ({
    helloOk: true,
    [primaryName]: true,
    ...limits,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: 1,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  }),
});

const nothing: Command['run'] = () => ({ ok: 1 });

const buildInfo: Command = {
  kind: 'read',
  fields: [],
  run: () => ({
    version: '7.0.0',
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded',
    modules: [],
    bits: 64,
    debug: false,
    maxBsonObjectSize: limits.maxBsonObjectSize,
    storageEngines: ['lmdb'],
    ok: 1,
  }),
};

const connectionStatus: Command = {
  kind: 'read',
  fields: ['showPrivileges'],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
};

export const handshakeCommands: Readonly<Record<string, Command>> = {
  hello: hello('isWritablePrimary'),
  isMaster: hello('ismaster'),
  ismaster: hello('ismaster'),
  ping: { kind: 'read', fields: [], run: nothing },
  buildInfo,
  buildinfo: buildInfo,
  connectionStatus,
  endSessions: {
    kind: 'read',
    fields: [],
    run: ({ sessions }, { body }) => {
      sessions.end(listField(body, 'endSessions') ?? []);
      return { ok: 1 };
    },
  },
  refreshSessions: { kind: 'read', fields: [], run: nothing },
};
