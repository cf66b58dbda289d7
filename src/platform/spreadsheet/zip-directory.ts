import { damagedWorkbook, notAWorkbook, oldOrProtected, workbookTooLarge } from './problems';
import type { WorkbookLimits } from './workbook';

/** One file of a zip, as its central directory describes it. */
export interface ZipEntry {
  readonly path: string;
  readonly isPacked: boolean;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const OLE_CONTAINER = 0xe011cfd0;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * Lists the files of a zip by its central directory, the only truth about it: what stands between the files is never read.
 * Files that overlap, share a name or are encrypted are refused.
 */
export const zipDirectory = (bytes: Buffer, limits: WorkbookLimits): readonly ZipEntry[] => {
  refuseOtherKinds(bytes);
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.files) throw workbookTooLarge({ megabytes: limits.inflatedBytes / 1_000_000 });
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_HEADER) throw damagedWorkbook();
    entries.push(readEntry(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  refuseOverlaps(entries, end);
  return entries;
};

const refuseOtherKinds = (bytes: Buffer): void => {
  if (bytes.length < END_BYTES) throw notAWorkbook();
  const first = bytes.readUInt32LE(0);
  if (first === OLE_CONTAINER) throw oldOrProtected();
  if (first !== LOCAL_HEADER) throw notAWorkbook();
};

const endOf = (bytes: Buffer): number => {
  const least = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= least; at -= 1)
    if (bytes.readUInt32LE(at) === DIRECTORY_END && at + END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  throw damagedWorkbook();
};

const readEntry = (bytes: Buffer, at: number): ZipEntry => {
  const method = bytes.readUInt16LE(at + 10);
  if (method !== STORED && method !== DEFLATED) throw damagedWorkbook();
  if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw oldOrProtected();
  const header = bytes.readUInt32LE(at + 42);
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== LOCAL_HEADER) throw damagedWorkbook();
  return {
    path: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    isPacked: method === DEFLATED,
    checksum: bytes.readUInt32LE(at + 16),
    packedBytes: bytes.readUInt32LE(at + 20),
    inflatedBytes: bytes.readUInt32LE(at + 24),
    start: header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28),
  };
};

const refuseOverlaps = (entries: readonly ZipEntry[], end: number): void => {
  if (new Set(entries.map(({ path }) => path.toLowerCase())).size < entries.length) throw damagedWorkbook();
  let free = 0;
  for (const { start, packedBytes } of [...entries].sort((a, b) => a.start - b.start)) {
    if (start < free || start + packedBytes > end) throw damagedWorkbook();
    free = start + packedBytes;
  }
};
