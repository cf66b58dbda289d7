import { z } from 'zod';

export const cancelForm = z.strictObject({ _csrf: z.string() });
