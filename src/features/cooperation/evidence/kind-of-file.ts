import { WORKBOOK_LIMITS, zipDirectory } from '../../../platform/spreadsheet';

/** What a file may be, by what it contains and never by its name. */
export interface FileKind {
  readonly extension: 'pdf' | 'png' | 'jpg' | 'docx' | 'xlsx' | 'odt';
  readonly type: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const KINDS: Readonly<Record<FileKind['extension'], FileKind>> = {
  pdf: { extension: 'pdf', type: 'application/pdf' },
  png: { extension: 'png', type: 'image/png' },
  jpg: { extension: 'jpg', type: 'image/jpeg' },
  docx: { extension: 'docx', type: `${OFFICE}.wordprocessingml.document` },
  xlsx: { extension: 'xlsx', type: `${OFFICE}.spreadsheetml.sheet` },
  odt: { extension: 'odt', type: 'application/vnd.oasis.opendocument.text' },
};

const SIGNATURES = [
  { bytes: Buffer.from('%PDF-'), kind: KINDS.pdf },
  { bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), kind: KINDS.png },
  { bytes: Buffer.from([0xff, 0xd8, 0xff]), kind: KINDS.jpg },
] as const;

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Undefined for everything else, also for documents with macros. */
export const kindOfFile = (bytes: Buffer): FileKind | undefined => {
  const signed = SIGNATURES.find((one) => beginsWith(bytes, one.bytes));
  if (signed !== undefined) return signed.kind;
  return beginsWith(bytes, ZIP) ? kindOfPackage(bytes) : undefined;
};

const beginsWith = (bytes: Buffer, start: Buffer): boolean => bytes.subarray(0, start.length).equals(start);

const kindOfPackage = (bytes: Buffer): FileKind | undefined => {
  const entries = entriesOf(bytes);
  const paths = new Set(entries.map(({ path }) => path.toLowerCase()));
  if ([...paths].some((path) => /vbaproject|\/macrosheets\/|\/activex\/|^basic\/|^scripts\//.test(path)))
    return undefined;
  if (paths.has('[content_types].xml')) {
    if (paths.has('word/document.xml')) return KINDS.docx;
    return paths.has('xl/workbook.xml') ? KINDS.xlsx : undefined;
  }
  return isOpenDocumentText(bytes, entries) ? KINDS.odt : undefined;
};

const entriesOf = (bytes: Buffer): ReturnType<typeof zipDirectory> => {
  try {
    return zipDirectory(bytes, WORKBOOK_LIMITS);
  } catch {
    return [];
  }
};

/** Open documents say what they are in a part of their own, which is not packed. */
const isOpenDocumentText = (bytes: Buffer, entries: ReturnType<typeof zipDirectory>): boolean => {
  const said = entries.find(({ path }) => path === 'mimetype');
  if (said === undefined || said.isPacked) return false;
  return bytes.subarray(said.start, said.start + said.packedBytes).toString('latin1') === KINDS.odt.type;
};
