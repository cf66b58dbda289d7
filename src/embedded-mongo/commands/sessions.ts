import { Binary } from 'bson';
import type { BsonDocument, BsonValue } from '../values/bson-value';
import { isDocument } from '../values/bson-value';
import { documentField } from './fields';

const idleLimitMs = 30 * 60 * 1000;
const mostSessions = 10_000;

/** Which sessions were in use lately. They carry no state here: only `$listLocalSessions` asks. */
export class Sessions {
  private readonly lastUse = new Map<string, { readonly id: Binary; readonly at: Date }>();

  note(body: BsonDocument): void {
    const id = documentField(body, 'lsid')?.get('id');
    if (!(id instanceof Binary)) return;
    const key = id.toString('base64');
    this.lastUse.delete(key);
    this.lastUse.set(key, { id, at: new Date() });
    const [oldest] = this.lastUse.keys();
    if (this.lastUse.size > mostSessions && oldest !== undefined) this.lastUse.delete(oldest);
  }

  end(ended: readonly BsonValue[]): void {
    for (const session of ended) {
      const id = isDocument(session) ? session.get('id') : undefined;
      if (id instanceof Binary) this.lastUse.delete(id.toString('base64'));
    }
  }

  list(): readonly BsonDocument[] {
    const oldest = Date.now() - idleLimitMs;
    return [...this.lastUse.values()]
      .filter(({ at }) => at.getTime() > oldest)
      .map(
        ({ id, at }) =>
          new Map<string, BsonValue>([
            ['_id', new Map([['id', id]])],
            ['lastUse', at],
          ]),
      );
  }
}
