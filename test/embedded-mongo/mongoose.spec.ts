import { MongoStore } from 'connect-mongo';
import type { SessionData } from 'express-session';
import mongoose from 'mongoose';
import { promisify } from 'node:util';
import { rmSync } from 'node:fs';
import type { Embedded } from '../../src/embedded-mongo';
import { startEmbedded } from '../../src/embedded-mongo';
import { temporaryDirectory } from './running-store';

const dir = temporaryDirectory();
let embedded: Embedded;

const answerSchema = new mongoose.Schema(
  { item: String, value: mongoose.Schema.Types.Mixed, weight: Number },
  { _id: false },
);
const responseSchema = new mongoose.Schema(
  {
    submission: String,
    organisation: { type: mongoose.Schema.Types.ObjectId, ref: 'Organisation' },
    answers: [answerSchema],
    receivedAt: Date,
    sum: mongoose.Schema.Types.Decimal128,
    tags: { type: Map, of: Number },
  },
  { timestamps: true, optimisticConcurrency: true },
);
responseSchema.index({ submission: 1 }, { unique: true });
const organisationSchema = new mongoose.Schema({ name: String });

beforeAll(async () => {
  embedded = await startEmbedded({ dir });
  await mongoose.connect(embedded.uri, { dbName: 'app' });
});
afterAll(async () => {
  await mongoose.disconnect();
  await embedded.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('Mongoose, unmodified,', () => {
  const Organisation = mongoose.model('Organisation', organisationSchema);
  const Response = mongoose.model('Response', responseSchema);

  beforeAll(() => Response.init());

  it('stores, finds and populates documents', async () => {
    const owes = await Organisation.create({ name: 'OWES Łódź' });
    await Response.create({
      submission: 's1',
      organisation: owes._id,
      answers: [{ item: 'q1', value: 3 }],
      tags: { a: 1 },
    });
    const found = await Response.findOne({ submission: 's1' }).populate<{ organisation: { name: string } }>(
      'organisation',
    );
    expect([found?.organisation.name, found?.answers[0]?.value, found?.tags?.get('a')]).toEqual(['OWES Łódź', 3, 1]);
  });

  it('learns of a submission that was already there', async () => {
    await Response.create({ submission: 'twice' });
    await expect(Response.create({ submission: 'twice' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { submission: 'twice' },
    });
  });

  it('saves only what changed, and notices that another was faster', async () => {
    await Response.create({
      submission: 'race',
      answers: [
        { item: 'q1', value: 1 },
        { item: 'q2', value: 2 },
      ],
    });
    const [first, second] = await Promise.all([
      Response.findOne({ submission: 'race' }),
      Response.findOne({ submission: 'race' }),
    ]);
    first?.set('answers.1.value', 5);
    first?.answers.push({ item: 'q3', value: 9 });
    await first?.save();
    second?.answers.pull({ item: 'q1' });
    await expect(second?.save()).rejects.toThrow('No matching document found');
    expect(
      (await Response.findOne({ submission: 'race' }).lean())?.answers.map(({ value }) => value as number),
    ).toEqual([1, 5, 9]);
  });

  it('goes through a long result with a cursor', async () => {
    await Response.insertMany(
      Array.from({ length: 250 }, (_, n) => ({ submission: `many-${n}`, receivedAt: new Date(n * 1000) })),
    );
    let seen = 0;
    for await (const _response of Response.find({ submission: /^many-/ })
      .sort({ receivedAt: -1 })
      .cursor({ batchSize: 40 }))
      seen++;
    expect(seen).toBe(250);
  });

  it('writes in bulk and counts', async () => {
    await Response.bulkWrite([
      { updateOne: { filter: { submission: 'bulk' }, update: { $inc: { 'tags.n': 1 } }, upsert: true } },
      { updateOne: { filter: { submission: 'bulk' }, update: { $inc: { 'tags.n': 1 } } } },
    ]);
    expect([await Response.countDocuments({ 'tags.n': 2 }), await Response.exists({ submission: 'nobody' })]).toEqual([
      1,
      null,
    ]);
  });

  it('is refused a transaction in plain words', async () => {
    const session = await mongoose.startSession();
    const work = session.withTransaction(() => Organisation.create([{ name: 'x' }], { session }));
    await expect(work).rejects.toThrow(/does not support retryable writes/);
    await session.endSession();
  });
});

describe('connect-mongo, unmodified,', () => {
  it('keeps, touches, counts and forgets sessions through the client of Mongoose', async () => {
    const store = MongoStore.create({ client: mongoose.connection.getClient(), dbName: 'app', ttl: 60 });
    const session = {
      cookie: { originalMaxAge: 60_000, expires: new Date(Date.now() + 60_000) },
      user: 'anna',
    } as unknown as SessionData;
    const done = (run: (callback: (error?: unknown, result?: unknown) => void) => void) => promisify(run)();
    await done((callback) => {
      store.set('sid', session, callback);
    });
    await done((callback) => {
      store.touch('sid', session, callback);
    });
    const kept = await done((callback) => {
      store.get('sid', callback);
    });
    const count = await done((callback) => {
      store.length(callback);
    });
    await done((callback) => {
      store.destroy('sid', callback);
    });
    const gone = await done((callback) => {
      store.get('sid', callback);
    });
    const indexes = await mongoose.connection.collection('sessions').listIndexes().toArray();
    expect([kept, count, gone ?? null, indexes.some(({ expireAfterSeconds }) => expireAfterSeconds === 0)]).toEqual([
      expect.objectContaining({ user: 'anna' }),
      1,
      null,
      true,
    ]);
  });
});
