import { z } from 'zod';

/** What is sent: to everybody who has no invitation with what is true now; once more to one; a reminder; that it does not take place. */
export const invitationForm = z.object({
  co: z.enum(['zaproszenia', 'ponow', 'przypomnienia', 'odwolania', 'wycofania']),
  osoba: z.string().max(100).default(''),
  id: z.uuid().optional(),
});

export const invitationQuery = z.object({
  wyslano: z.coerce.number().int().min(0).max(10_000).optional().catch(undefined),
});
