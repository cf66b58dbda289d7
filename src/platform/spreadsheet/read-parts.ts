import { readXml, XmlError, type XmlListener } from '../xml';
import { damagedWorkbook, macrosInside, notAWorkbook, problemOfXml, tooManySheets } from './problems';
import type { WorkbookPackage } from './open-package';
import type { WorkbookLimits } from './workbook';

/** A part read as XML; a part that is not there is read as nothing. */
export const readPart = async (
  workbook: WorkbookPackage,
  path: string,
  listener: XmlListener,
): Promise<'read' | 'absent'> => {
  const bytes = await workbook.part(path);
  if (bytes === undefined) return 'absent';
  try {
    await readXml(bytes, listener);
    return 'read';
  } catch (error) {
    throw error instanceof XmlError ? problemOfXml(error.fault) : error;
  }
};

export interface SheetPart {
  readonly name: string;
  /** Null for sheets that hold no table. */
  readonly path: string | null;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Days are counted from 1904 instead of 1900. */
  readonly since1904: boolean;
}

/** Finds the tables of the workbook by its relations, the way a spreadsheet program does. */
export const readWorkbookParts = async (workbook: WorkbookPackage, limits: WorkbookLimits): Promise<WorkbookParts> => {
  await refuseMacroKinds(workbook);
  const main = (await relationsOf(workbook, '_rels/.rels', '')).find(({ kind }) => kind === 'officeDocument')?.path;
  if (main === undefined || !main.endsWith('.xml')) throw notAWorkbook();
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await relationsOf(workbook, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const declared: { name: string; id: string }[] = [];
  let since1904 = false;
  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name === 'sheet') declared.push({ name: attributes['name'] ?? '', id: relationIdIn(attributes) });
  };
  if ((await readPart(workbook, main, { open })) === 'absent') throw notAWorkbook();
  if (declared.length > limits.sheets) throw tooManySheets({ most: limits.sheets });
  const pathOf = (wanted: string): string | null => relations.find(({ kind }) => kind === wanted)?.path ?? null;
  return {
    sheets: declared.map(({ name, id }) => {
      const relation = relations.find((candidate) => candidate.id === id);
      if (relation === undefined) throw damagedWorkbook();
      return { name, path: relation.kind === 'worksheet' ? relation.path : null };
    }),
    sharedStrings: pathOf('sharedStrings'),
    styles: pathOf('styles'),
    since1904,
  };
};

const refuseMacroKinds = async (workbook: WorkbookPackage): Promise<void> => {
  const open = (_name: string, attributes: Readonly<Record<string, string>>): void => {
    if (/macroenabled|vbaproject|ms-office\.activex/i.test(attributes['ContentType'] ?? '')) throw macrosInside();
  };
  await readPart(workbook, '[Content_Types].xml', { open });
};

interface Relation {
  readonly id: string;
  /** Last part of its type: `worksheet`, `sharedStrings`. */
  readonly kind: string;
  readonly path: string;
}

const relationsOf = async (workbook: WorkbookPackage, path: string, folder: string): Promise<readonly Relation[]> => {
  const relations: Relation[] = [];
  const open = (name: string, { Id, Type, Target, TargetMode }: Readonly<Record<string, string>>): void => {
    if (name !== 'Relationship' || TargetMode === 'External' || Target === undefined) return;
    const kind = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1);
    relations.push({ id: Id ?? '', kind, path: Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}` });
  };
  await readPart(workbook, path, { open });
  return relations;
};

/** `r:id`, whatever the prefix is called in this file. */
const relationIdIn = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
