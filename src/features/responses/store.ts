import type { EvaluationId, InvitationToken, SubmissionId, VersionId } from '../../platform/ids';
import { insertOnce, isDuplicate, type Connection } from '../../platform/storage';
import {
  INSTITUTION_FIELD,
  ROPS_QUESTIONNAIRE,
  type Draft,
  type NumberedAnswers,
  type NumberedTexts,
  type Response,
  type ResponseScope,
  type ResultRequest,
} from './domain';

type Stored<Thing extends { readonly id: string }> = Omit<Thing, 'id'> & { _id: Thing['id'] };

const toDocument = <Thing extends { readonly id: string }>({ id, ...rest }: Thing): Stored<Thing> => ({
  _id: id,
  ...rest,
});
const toValue = <Thing extends { readonly id: string }>({ _id, ...rest }: Stored<Thing>): Thing =>
  ({ id: _id, ...rest }) as unknown as Thing;

/** Documents written at once on import. */
const BATCH = 500;

const scopeFilter = (scope: ResponseScope): Record<string, string> => {
  if (scope.kind === 'all') return {};
  return scope.code === 'rops'
    ? { questionnaireCode: ROPS_QUESTIONNAIRE }
    : { [`answers.${INSTITUTION_FIELD}`]: scope.code };
};

/** @returns the first of so many numbers that nobody else gets */
type TakeNumbers = (evaluationId: EvaluationId, count: number) => Promise<number>;

/** Counters of responses, one for each evaluation. What is taken and not used leaves a gap. */
const numbersFrom = (connection: Connection): TakeNumbers => {
  const counters = connection.collection<{ _id: EvaluationId; last: number }>('responseNumbers');
  const count = (_id: EvaluationId, by: number) =>
    counters.findOneAndUpdate({ _id }, { $inc: { last: by } }, { upsert: true, returnDocument: 'after' });
  return async (evaluationId, by) => {
    // Two that begin a counter at once: the second finds it.
    const counted = await count(evaluationId, by).catch((error: unknown) => {
      if (isDuplicate(error)) return count(evaluationId, by);
      throw error;
    });
    return (counted?.last ?? by) - by + 1;
  };
};

/** A response with its number in the order of arrival, see `NumberedAnswers`. */
type ResponseDocument = Stored<Response> & Pick<NumberedAnswers, 'replaces'> & { sequence: number };

const toResponse = ({ _id: id, sequence: _, replaces: __, ...rest }: ResponseDocument): Response => ({ id, ...rest });

const withNumbersOf = async (takeNumbers: TakeNumbers, fresh: readonly Response[]): Promise<ResponseDocument[]> => {
  const documents: ResponseDocument[] = [];
  for (const evaluationId of new Set(fresh.map((response) => response.evaluationId))) {
    const own = fresh.filter((response) => response.evaluationId === evaluationId);
    const first = await takeNumbers(evaluationId, own.length);
    documents.push(...own.map((response, at) => ({ ...toDocument(response), sequence: first + at })));
  }
  return documents;
};

export interface TextsWanted {
  readonly evaluationId: EvaluationId;
  readonly questionnaireCode: string;
  /** Codes of fields, as the questionnaire's versions have them. */
  readonly fields: readonly string[];
}

const COUNTED = { sequence: 1, replaces: 1, versionId: 1, questionnaireCode: 1, status: 1, answers: 1, receivedOn: 1 };

export const createResponseStore = (connection: Connection) => {
  const responses = connection.collection<ResponseDocument>('responses');
  const takeNumbers = numbersFrom(connection);

  const { insertNumbered, replaceBreakOff } = numberedWrites(connection, takeNumbers);

  return {
    ensureIndexes: async (): Promise<void> => {
      await responses.createIndex({ evaluationId: 1, sequence: 1 }, {}, undefined);
    },

    /**
     * One durable write of one document. The first response under an id stays; every later one finds it. Only a
     * break-off, which is our record and not the respondent's, gives way to the respondent's own end.
     */
    addOnce: async (response: Response): Promise<Response> => {
      const { id: _id } = response;
      const known = await responses.findOne({ _id });
      if (known === null && (await insertNumbered(response))) return response;
      const first = known ?? (await responses.findOne({ _id }));
      if (response.status === 'complete' && first?.status === 'partial') await replaceBreakOff(response, first);
      const stored = await responses.findOne({ _id });
      if (stored === null) throw new Error('A response vanished between two reads');
      return toResponse(stored);
    },

    /** Those whose id is there already stay as they are. */
    addAllOnce: async (added: readonly Response[]): Promise<void> => {
      for (let start = 0; start < added.length; start += BATCH) {
        const batch = added.slice(start, start + BATCH);
        const known = responses.find({ _id: { $in: batch.map(({ id }) => id) } }, { projection: { _id: 1 } });
        const knownIds = new Set((await known.toArray()).map(({ _id }) => _id));
        const fresh = batch.filter(({ id }) => !knownIds.has(id));
        if (fresh.length > 0) await responses.insertMany(await withNumbersOf(takeNumbers, fresh));
      }
    },

    ...numberedReads(connection),

    find: async (id: SubmissionId): Promise<Response | undefined> => {
      const found = await responses.findOne({ _id: id });
      return found === null ? undefined : toResponse(found);
    },

    inScope: async (scope: ResponseScope, evaluationId: EvaluationId): Promise<readonly Response[]> => {
      const found = responses.find({ evaluationId, ...scopeFilter(scope) }).sort({ receivedOn: 1, _id: 1 });
      return (await found.toArray()).map(toResponse);
    },

    ...counts(connection),
  };
};

const numberedWrites = (connection: Connection, takeNumbers: TakeNumbers) => {
  const responses = connection.collection<ResponseDocument>('responses');
  const insertNumbered = async (response: Response): Promise<boolean> => {
    const sequence = await takeNumbers(response.evaluationId, 1);
    return insertOnce(responses.insertOne({ ...toDocument(response), sequence }));
  };

  /** The number is new, so that whoever has read further than the break-off finds the response. */
  const replaceBreakOff = async ({ id: _id, ...response }: Response, { sequence }: ResponseDocument): Promise<void> => {
    const replacement = { ...response, sequence: await takeNumbers(response.evaluationId, 1), replaces: sequence };
    await responses.replaceOne({ _id, status: 'partial' }, replacement);
  };
  return { insertNumbered, replaceBreakOff };
};

const counts = (connection: Connection) => {
  const responses = connection.collection<ResponseDocument>('responses');
  return {
    countComplete: (scope: ResponseScope, evaluationId: EvaluationId): Promise<number> =>
      responses.countDocuments({ evaluationId, status: 'complete', ...scopeFilter(scope) }),

    countOfQuestionnaire: (evaluationId: EvaluationId, questionnaireCode: string): Promise<number> =>
      responses.countDocuments({ evaluationId, questionnaireCode, status: 'complete' }),

    countOfVersion: (evaluationId: EvaluationId, versionId: VersionId): Promise<number> =>
      responses.countDocuments({ evaluationId, versionId, status: 'complete' }),
  };
};

/** What readers of columns and texts ask for, in the order of the numbers. */
const numberedReads = (connection: Connection) => {
  const responses = connection.collection<ResponseDocument>('responses');
  const numbered = async (filter: object, most = 0): Promise<readonly NumberedAnswers[]> => {
    const found = responses
      .find(filter, { projection: { ...COUNTED, _id: 0 } })
      .sort({ sequence: 1 })
      .limit(most);
    return await found.toArray();
  };

  return {
    /** Those with higher numbers, the lowest first, at most so many. */
    numberedAfter: (evaluationId: EvaluationId, after: number, most: number): Promise<readonly NumberedAnswers[]> =>
      numbered({ evaluationId, sequence: { $gt: after } }, most),

    /** Those with numbers from one to another. */
    numberedBetween: (evaluationId: EvaluationId, from: number, to: number): Promise<readonly NumberedAnswers[]> =>
      numbered({ evaluationId, sequence: { $gte: from, $lte: to } }),

    withNumbers: (evaluationId: EvaluationId, numbers: readonly number[]): Promise<readonly NumberedAnswers[]> =>
      numbered({ evaluationId, sequence: { $in: numbers } }),

    /** Answers to a few questions only, the lowest number first, at most so many responses. */
    textsAfter: async (
      { evaluationId, questionnaireCode, fields }: TextsWanted,
      after: number,
      most: number,
    ): Promise<readonly NumberedTexts[]> => {
      const projection = Object.fromEntries(fields.map((field) => [`answers.${field}`, 1]));
      const found = responses
        .find(
          { evaluationId, sequence: { $gt: after }, questionnaireCode },
          { projection: { sequence: 1, replaces: 1, versionId: 1, ...projection } },
        )
        .sort({ sequence: 1 })
        .limit(most);
      return (await found.toArray()).map(({ answers, ...rest }) => ({
        ...toValue<Pick<NumberedTexts, 'id' | 'sequence' | 'replaces' | 'versionId'>>(rest),
        // A response without any of them has no sheet after the projection.
        answers: (answers as Response['answers'] | undefined) ?? {},
      }));
    },

    /** 0 while there is none. */
    lastNumber: async (evaluationId: EvaluationId): Promise<number> => {
      const found = responses.find({ evaluationId }, { projection: { sequence: 1, _id: 0 } });
      return (await found.sort({ sequence: -1 }).limit(1).toArray())[0]?.sequence ?? 0;
    },
  };
};

/** Whoever holds the id or the return code holds the draft. */
export const createDraftStore = (connection: Connection) => {
  const drafts = connection.collection<Stored<Draft>>('drafts');
  return {
    ensureIndexes: async (): Promise<void> => {
      await drafts.createIndex({ evaluationId: 1, savedAt: 1 }, {}, undefined);
      await drafts.createIndex({ invitation: 1, returnCode: 1 }, {}, undefined);
    },

    find: async (id: SubmissionId, invitation: InvitationToken): Promise<Draft | undefined> => {
      const found = await drafts.findOne({ _id: id, invitation });
      return found === null ? undefined : toValue<Draft>(found);
    },

    findByCode: async (invitation: InvitationToken, returnCode: string): Promise<Draft | undefined> => {
      const found = await drafts.findOne({ invitation, returnCode });
      return found === null ? undefined : toValue<Draft>(found);
    },

    /** True when stored; false when another save of the same draft came first. */
    save: async (draft: Draft): Promise<boolean> => {
      if (draft.saves === 1) return insertOnce(drafts.insertOne(toDocument(draft)));
      const { id: _id, ...rest } = draft;
      const { modifiedCount } = await drafts.updateOne({ _id, saves: draft.saves - 1 }, { $set: rest });
      return modifiedCount === 1;
    },

    remove: async (id: SubmissionId): Promise<void> => {
      await drafts.deleteOne({ _id: id });
    },

    /** Leaves it when its respondent came back in the meantime. */
    removeUnchanged: async ({ id, saves }: Draft): Promise<void> => {
      await drafts.deleteOne({ _id: id, saves });
    },

    idleSince: async (evaluationId: EvaluationId, at: Date): Promise<readonly Draft[]> => {
      const found = drafts.find({ evaluationId, savedAt: { $lt: at } }).sort({ savedAt: 1, _id: 1 });
      return (await found.toArray()).map((document) => toValue<Draft>(document));
    },

    count: (evaluationId: EvaluationId): Promise<number> => drafts.countDocuments({ evaluationId }),
  };
};

/** Addresses of those who want to hear from us. Nothing here leads to a response. */
export const createResultRequestStore = (connection: Connection) => {
  const requests = connection.collection<Stored<ResultRequest>>('resultRequests');
  return {
    /** Repeatable: an address is kept once for each purpose. */
    addOnce: (request: ResultRequest): Promise<boolean> => insertOnce(requests.insertOne(toDocument(request))),
  };
};

/** How often return codes were tried on one invitation within one hour. */
export const createCodeAttemptStore = (connection: Connection) => {
  const attempts = connection.collection<{ _id: string; hour: number; attempts: number }>('codeAttempts');
  return {
    countUp: async (invitation: InvitationToken, hour: number): Promise<number> => {
      const counted = await attempts.findOneAndUpdate(
        { _id: `${invitation}:${hour}` },
        { $inc: { attempts: 1 }, $set: { hour } },
        { upsert: true, returnDocument: 'after' },
      );
      return counted?.attempts ?? 1;
    },
    forgetBefore: async (hour: number): Promise<void> => {
      await attempts.deleteMany({ hour: { $lt: hour } });
    },
  };
};

export type ResponseStore = ReturnType<typeof createResponseStore>;
export type DraftStore = ReturnType<typeof createDraftStore>;
export type ResultRequestStore = ReturnType<typeof createResultRequestStore>;
export type CodeAttemptStore = ReturnType<typeof createCodeAttemptStore>;
