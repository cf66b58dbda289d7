import { randomUUID } from 'node:crypto';

declare const brand: unique symbol;
/** A string that cannot be mistaken for another kind of id. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type AccountId = Id<'account'>;
export type EvaluationId = Id<'evaluation'>;
export type VersionId = Id<'questionnaire version'>;
export type InvitationToken = Id<'invitation token'>;
export type SubmissionId = Id<'submission'>;
export type WaveId = Id<'wave'>;
export type PublicationId = Id<'publication'>;

export const newId = <Kind extends string>(): Id<Kind> => randomUUID() as Id<Kind>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);
