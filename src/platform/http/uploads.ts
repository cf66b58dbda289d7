import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { Problem } from '../problems';

/** A file that came with a form. Its name is what the sender says: for messages, never for paths. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const LARGEST_FILE_BYTES = 6_000_000;
/** The file of a form, a second one that explains it, and evidence of a report. */
const FILE_FIELDS = ['plik', 'ksiazka', 'dowod'] as const;
/** Of these a file that is too large takes no typed text with it: the form says what is wrong. The field stands last. */
const KEPT_WITHOUT_FILE = new Set<string | undefined>(['dowod']);
const tooLarge = new WeakSet<Request>();
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
      if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE' && KEPT_WITHOUT_FILE.has(error.field)) {
        tooLarge.add(req);
        next();
        return;
      }
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

/** Whether a file came that was larger than any may be; the rest of the form is there. */
export const isUploadTooLarge = (req: Request): boolean => tooLarge.has(req);

const toProblem = (error: unknown): unknown => {
  if (!(error instanceof MulterError)) return new Problem('http.malformed', 'invalid');
  return error.code === 'LIMIT_FILE_SIZE' || error.code === 'LIMIT_FIELD_VALUE'
    ? new Problem('http.too-large', 'too-large')
    : new Problem('http.malformed', 'invalid');
};
