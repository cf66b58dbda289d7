import { notLimeSurvey } from '../problems';
import type { ImportReading } from '../report';

export const readLimeSurvey = (_bytes: Uint8Array): Promise<ImportReading> => Promise.reject(notLimeSurvey());
