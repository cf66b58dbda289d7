import type { Document } from 'bson';
import type { Collection, CommandFailedEvent, CommandStartedEvent, CommandSucceededEvent } from 'mongodb';
import type { Db } from 'mongodb';
import { MongoClient } from 'mongodb';

export type CommandEvent = CommandStartedEvent | CommandSucceededEvent | CommandFailedEvent;

const driverNames: Readonly<Record<string, string>> = {
  commandStartedEvent: 'commandStarted',
  commandSucceededEvent: 'commandSucceeded',
  commandFailedEvent: 'commandFailed',
};

/** The clients, databases and collections that one test case names. */
export class Entities {
  private readonly byId = new Map<string, unknown>();
  private readonly events = new Map<string, [string, CommandEvent][]>();

  constructor(private readonly uri: string) {}

  async create(specs: readonly Document[]): Promise<void> {
    for (const spec of specs) {
      const [[kind, description] = ['', {}]] = Object.entries(spec) as [string, Document][];
      this.byId.set(String(description['id']), await this.make(kind, description));
    }
  }

  get(id: string): unknown {
    if (!this.byId.has(id)) throw new Error(`There is no entity ${id}`);
    return this.byId.get(id);
  }

  eventsOf(clientId: string): readonly [string, CommandEvent][] {
    return this.events.get(clientId) ?? [];
  }

  async close(): Promise<void> {
    for (const entity of this.byId.values()) if (entity instanceof MongoClient) await entity.close();
  }

  private make(kind: string, description: Document): unknown {
    switch (kind) {
      case 'client':
        return this.client(description);
      case 'database':
        return (this.get(String(description['client'])) as MongoClient).db(
          String(description['databaseName']),
          description['databaseOptions'] as object,
        );
      case 'collection':
        return this.collection(description);
      default:
        throw new Error(`Entities of kind ${kind} are not known to this runner`);
    }
  }

  private collection(description: Document): Collection {
    const database = this.get(String(description['database'])) as Db;
    return database.collection(String(description['collectionName']), description['collectionOptions'] as object);
  }

  private async client(description: Document): Promise<MongoClient> {
    const client = new MongoClient(this.uri, { ...(description['uriOptions'] as object), monitorCommands: true });
    const seen: [string, CommandEvent][] = [];
    this.events.set(String(description['id']), seen);
    const ignored = [
      'configureFailPoint',
      ...((description['ignoreCommandMonitoringEvents'] as string[] | undefined) ?? []),
    ];
    for (const name of (description['observeEvents'] as string[] | undefined) ?? []) {
      const driverName = driverNames[name];
      if (driverName === undefined) continue;
      client.on(driverName as 'commandStarted', (event) => {
        if (!ignored.includes(event.commandName)) seen.push([name, event]);
      });
    }
    return client.connect();
  }
}
