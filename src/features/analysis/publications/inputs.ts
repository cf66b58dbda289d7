import { z } from 'zod';
import { SMALLEST_GROUP } from '../../evaluations';

export const protectionForm = z.strictObject({
  _csrf: z.string(),
  prog: z.coerce.number().int().min(SMALLEST_GROUP.least).max(SMALLEST_GROUP.most),
});
