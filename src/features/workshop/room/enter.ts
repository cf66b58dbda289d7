import type { Request, RequestHandler } from 'express';
import { Problem } from '../../../platform/problems';
import type { Workshop } from '..';
import { TEXT_LIMITS, type Meeting, type Participant } from '../domain';
import type { StoredMeeting } from '../meetings/store';
import { codeUnknown, notJoined } from '../problems';
import type { Entered } from './find-by-code';

export interface RoomRoutesNeeds {
  readonly workshop: Workshop;
}

export const COOKIE = 'spotkanie';
export const publicPage = { layout: 'public', bodyClass: 'compact part' } as const;

/** What the device kept from joining. */
export const secretIn = (req: Request): string | undefined => {
  const found = (req.cookies as Record<string, unknown> | undefined)?.[COOKIE];
  return typeof found === 'string' ? found : undefined;
};

export const knockOf = (req: Request, code: string) => ({ code, from: req.ip ?? '', secret: secretIn(req) });

/** @throws Problem `workshop.code-unknown` */
export const visit = async ({ workshop }: RoomRoutesNeeds, req: Request<{ kod: string }>): Promise<Entered> => {
  const entered = await workshop.enterByCode(knockOf(req, req.params.kod));
  if (entered === undefined) throw codeUnknown({ code: req.params.kod.slice(0, TEXT_LIMITS.name), home: '/s' });
  return entered;
};

export interface Inside {
  readonly stored: StoredMeeting;
  readonly meeting: Meeting;
  readonly participant: Participant;
}

/** @throws Problem `workshop.not-joined` */
export const inside = async (needs: RoomRoutesNeeds, req: Request<{ kod: string }>): Promise<Inside> => {
  const { stored, participant } = await visit(needs, req);
  if (participant === undefined) throw notJoined({ code: req.params.kod });
  return { stored, meeting: stored.meeting, participant };
};

/** Whatever is refused in the room leads back to it. */
export const inRoom =
  <Params extends { kod: string }>(handler: RequestHandler<Params>): RequestHandler<Params> =>
  async (req, res, next) => {
    try {
      await handler(req, res, next);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const home = `/s/${encodeURIComponent(req.params.kod)}`;
      throw new Problem(error.code, error.kind, { home, ...error.details });
    }
  };
