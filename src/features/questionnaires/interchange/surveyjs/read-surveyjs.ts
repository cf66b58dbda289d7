import { unknownFileKind } from '../problems';
import type { ImportReading } from '../report';

export const readSurveyJs = (_value: object): ImportReading => {
  throw unknownFileKind();
};
