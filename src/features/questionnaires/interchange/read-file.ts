import { setImmediate } from 'node:timers/promises';
import type { UploadedFile } from '../../../platform/http';
import { readWorkbook } from '../../../platform/spreadsheet';
import { checkDefinition, checkEnvelope, type SchemaFault } from './inputs';
import { FORMAT } from './json/envelope';
import { plainDefinition } from './json/plain-definition';
import { readJson } from './json/read-json';
import { readLimeSurvey } from './limesurvey/read-limesurvey';
import { cannotBeWritten, unknownFileKind } from './problems';
import { createRemarkBook, NOWHERE, type ImportReading, type ImportRemark } from './report';
import { readSurveyJs } from './surveyjs/read-surveyjs';
import { readXlsForm } from './xlsform/read-xlsform';

/** Readings larger than this are not kept. */
const LARGEST_READING = 6_000_000;
const MOST_REMARKS = 4000;

/**
 * Reads a questionnaire from a file of any kind we know; the contents decide, never the name. Whatever the file was, the
 * result keeps to the published schema and holds only plain texts.
 *
 * @throws Problem when there is nothing to report on: a file of another kind, a damaged or hostile one
 */
export const readQuestionnaireFile = async ({ bytes }: Pick<UploadedFile, 'bytes'>): Promise<ImportReading> => {
  const read = await readByKind(bytes);
  await setImmediate();
  const reading = checked(read);
  await setImmediate();
  if (JSON.stringify(reading).length > LARGEST_READING) throw cannotBeWritten();
  return reading;
};

const ZIP = 0x50;
const OLE = 0xd0;

const readByKind = async (bytes: Buffer): Promise<ImportReading> => {
  const first = firstSign(bytes);
  if (bytes[0] === ZIP || bytes[0] === OLE) return readXlsForm(await readWorkbook(bytes));
  if (first === '<') return readLimeSurvey(bytes);
  if (first === '{' || first === '[') return readJsonFile(bytes);
  throw unknownFileKind();
};

const firstSign = (bytes: Buffer): string => {
  const beginning = bytes.toString('utf8', 0, 200).replace(/^\uFEFF/, '');
  return beginning.trimStart().charAt(0);
};

const readJsonFile = async (bytes: Buffer): Promise<ImportReading> => {
  const value = readJson(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unknownFileKind();
  if ('format' in value && value.format === FORMAT) {
    const envelope = checkEnvelope(value);
    return 'faults' in envelope
      ? { format: 'json', definition: null, remarks: envelope.faults.map(remarkOf) }
      : { format: 'json', definition: envelope.definition, remarks: [] };
  }
  if ('pages' in value || 'elements' in value || 'questions' in value) return readSurveyJs(value);
  throw unknownFileKind();
};

const checked = (reading: ImportReading): ImportReading => {
  const remarks = createRemarkBook();
  const plain = reading.definition === null ? null : plainDefinition(reading.definition, remarks);
  const outcome = plain === null ? null : checkDefinition(plain);
  const faults = outcome !== null && 'faults' in outcome ? outcome.faults : [];
  return {
    ...reading,
    definition: outcome !== null && 'definition' in outcome ? outcome.definition : null,
    remarks: atMost([...reading.remarks, ...remarks.all(), ...faults.map(remarkOf)]),
  };
};

/** Refusals first, when there are more than anyone reads. */
const atMost = (remarks: readonly ImportRemark[]): readonly ImportRemark[] => {
  if (remarks.length <= MOST_REMARKS) return remarks;
  const refused = remarks.filter(({ level }) => level === 'refused');
  const changed = remarks.filter(({ level }) => level === 'changed');
  const kept = [...refused, ...changed].slice(0, MOST_REMARKS);
  const count = remarks.length - kept.length;
  return [...kept, { level: 'refused', kind: 'more', place: NOWHERE, details: { count } }];
};

const remarkOf = ({ path, kind, reason }: SchemaFault): ImportRemark => {
  const remarks = createRemarkBook();
  remarks.refused(kind, { ...NOWHERE, code: path }, { reason });
  return remarks.all()[0] ?? { level: 'refused', kind, place: NOWHERE, details: {} };
};
