import type { Catalog } from '../catalog/catalog';
import type { Engine } from '../engine/engine';
import type { KeyValueStore } from '../store/key-value-store';
import type { BsonDocument } from '../values/bson-value';
import type { PlainDocument } from '../values/encode';
import type { Cursors } from './cursors';
import type { Sessions } from './sessions';

/** All that a command may work with. */
export interface Database {
  readonly store: KeyValueStore;
  readonly catalog: Catalog;
  readonly engine: Engine;
  readonly cursors: Cursors;
  readonly sessions: Sessions;
}

export interface Request {
  readonly name: string;
  readonly database: string;
  readonly body: BsonDocument;
  readonly batches: ReadonlyMap<string, readonly Buffer[]>;
  /** Milliseconds of the monotonic clock after which the command gives up with code 50. */
  readonly deadline: number;
}

type Kind = 'read' | 'write';

export interface Command {
  /** Writes run together in one durable transaction; reads answer at once. */
  readonly kind: Kind | ((request: Request) => Kind);
  readonly fields: readonly string[];
  readonly run: (database: Database, request: Request) => PlainDocument;
}
