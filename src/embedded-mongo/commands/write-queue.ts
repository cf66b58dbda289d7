import type { Catalog } from '../catalog/catalog';
import { Refusal } from '../refusal';
import type { KeyValueStore } from '../store/key-value-store';
import type { PlainDocument } from '../values/encode';

interface Waiting {
  readonly work: () => PlainDocument;
  readonly resolve: (reply: PlainDocument) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly reply: PlainDocument } | { readonly refusal: Refusal };

/**
 * Group commit: all writes that arrived meanwhile share one transaction and one flush, and are answered only after it.
 */
export class WriteQueue {
  private waiting: Waiting[] = [];
  private scheduled = false;

  constructor(
    private readonly store: KeyValueStore,
    private readonly catalog: Catalog,
  ) {}

  run(work: () => PlainDocument): Promise<PlainDocument> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      setImmediate(() => {
        this.flush();
      });
    });
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    this.scheduled = false;
    try {
      settle(group, this.commit(group));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const one of group) this.flushAlone(one);
    }
  }

  /** A fault of ours undid the whole group; alone, only the faulty command fails. */
  private flushAlone(one: Waiting): void {
    try {
      settle([one], this.commit([one]));
    } catch (error) {
      one.reject(error);
    }
  }

  private commit(group: readonly Waiting[]): readonly Outcome[] {
    let outcomes: readonly Outcome[] = [];
    try {
      this.store.transact(() => {
        outcomes = group.map(attempt);
        this.catalog.saveCounts();
      });
    } catch (error) {
      this.catalog.reload();
      throw error;
    }
    return outcomes;
  }
}

const attempt = ({ work }: Waiting): Outcome => {
  try {
    return { reply: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
};

const settle = (group: readonly Waiting[], outcomes: readonly Outcome[]): void => {
  for (const [index, outcome] of outcomes.entries()) {
    if ('reply' in outcome) group[index]?.resolve(outcome.reply);
    else group[index]?.reject(outcome.refusal);
  }
};
