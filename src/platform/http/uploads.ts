import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { Problem } from '../problems';

/** A file that came with a form. Its name is what the sender says: for messages, never for paths. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const LARGEST_FILE_BYTES = 6_000_000;
/** The file of a form, and a second one that explains it. */
const FILE_FIELDS = ['plik', 'ksiazka'] as const;
const LARGEST_FIELD_BYTES = 1_000_000;
const MOST_FIELDS = 50;

/**
 * Reads forms with a file (`multipart/form-data`) into memory, before their form token is checked. Mounted behind sign-in:
 * for strangers nothing is read.
 *
 * @throws Problem `http.too-large` · `http.malformed`
 */
export const receiveUploads = (isKnown: (req: Request) => boolean): RequestHandler => {
  const receive = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      files: FILE_FIELDS.length,
      fileSize: LARGEST_FILE_BYTES,
      fields: MOST_FIELDS,
      fieldSize: LARGEST_FIELD_BYTES,
    },
  }).fields(FILE_FIELDS.map((name) => ({ name, maxCount: 1 })));
  return (req, res, next) => {
    if (req.is('multipart/form-data') === false || req.is('multipart/form-data') === null || !isKnown(req)) {
      next();
      return;
    }
    receive(req, res, (error: unknown) => {
      next(error === undefined || error === null ? undefined : toProblem(error));
    });
  };
};

/** The file of a field; undefined when none was chosen. */
export const uploadedFile = (req: Request, field: (typeof FILE_FIELDS)[number] = 'plik'): UploadedFile | undefined => {
  const [file] = (req.files as Readonly<Record<string, readonly Express.Multer.File[]>> | undefined)?.[field] ?? [];
  if (file === undefined || file.size === 0) return undefined;
  return { name: file.originalname, bytes: file.buffer };
};

const toProblem = (error: unknown): unknown => {
  if (!(error instanceof MulterError)) return new Problem('http.malformed', 'invalid');
  return error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE'
    ? new Problem('http.too-large', 'too-large')
    : new Problem('http.malformed', 'invalid');
};
