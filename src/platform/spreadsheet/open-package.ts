import { crc32, inflateRaw } from 'node:zlib';
import {
  damagedWorkbook,
  externalLinksInside,
  filesInside,
  macrosInside,
  notAWorkbook,
  workbookTooLarge,
} from './problems';
import { zipDirectory, type ZipEntry } from './zip-directory';
import type { WorkbookLimits } from './workbook';

/** The parts of a workbook, inflated when asked for and never beyond the limits. */
export interface WorkbookPackage {
  /** Undefined when there is no such part. */
  readonly part: (path: string) => Promise<Buffer | undefined>;
}

const SMALL_PART_BYTES = 1_000_000;

/** Opens the zip of a workbook and refuses what has no place in a table: macros, links to other files, files within. */
export const openPackage = (bytes: Buffer, limits: WorkbookLimits): WorkbookPackage => {
  const entries = new Map(zipDirectory(bytes, limits).map((entry) => [entry.path.toLowerCase(), entry]));
  for (const path of entries.keys()) refuseDangerous(path);
  if (!entries.has('[content_types].xml')) throw notAWorkbook();
  let left = limits.inflatedBytes;
  return {
    part: async (path) => {
      const entry = entries.get(path.toLowerCase());
      if (entry === undefined) return undefined;
      left -= entry.inflatedBytes;
      const isBomb = entry.inflatedBytes > Math.max(SMALL_PART_BYTES, entry.packedBytes * limits.ratio);
      if (left < 0 || isBomb) throw workbookTooLarge({ megabytes: limits.inflatedBytes / 1_000_000 });
      return inflate(bytes.subarray(entry.start, entry.start + entry.packedBytes), entry);
    },
  };
};

const refuseDangerous = (path: string): void => {
  if (/vbaproject|\/macrosheets\/|\/activex\//.test(path)) throw macrosInside();
  if (/^xl\/(externallinks\/|connections\.xml|querytables\/|datamodel|model\/)/.test(path)) throw externalLinksInside();
  if (/\/embeddings\/|\.(zip|xlsx|xlsm|xls|docx|docm|jar|7z|rar|exe|dll|js|vbs)$/.test(path)) throw filesInside();
};

/** At most as many bytes as the directory promises are ever unpacked, off the main thread. */
const inflate = async (packed: Buffer, { isPacked, inflatedBytes, checksum }: ZipEntry): Promise<Buffer> => {
  const inflated = isPacked ? await inflateUpTo(packed, inflatedBytes) : packed;
  if (inflated.length !== inflatedBytes || crc32(inflated) !== checksum) throw damagedWorkbook();
  return inflated;
};

const inflateUpTo = (packed: Buffer, most: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    inflateRaw(packed, { maxOutputLength: Math.max(1, most) }, (error, inflated) => {
      if (error === null) resolve(inflated);
      else reject(damagedWorkbook());
    });
  });
