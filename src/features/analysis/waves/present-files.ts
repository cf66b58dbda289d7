import type { Translator } from '../../../platform/i18n';
import type { OpenDraft } from './open-draft';

export interface FileView {
  readonly name: string;
  readonly note: string;
}

/** The two files and everything in them that is not taken as it stands. */
export interface FilesView {
  readonly data: FileView;
  readonly codebook: FileView | null;
  readonly remarks: readonly RemarkView[];
}

export interface RemarkView {
  readonly text: string;
  readonly places: readonly string[];
}

export const presentFiles = (translator: Translator, open: OpenDraft): FilesView => {
  const { t } = translator;
  const { draft, file, table, codebook, built } = open;
  const size = {
    rows: t('waves:count.rows', { count: table.rows.length }),
    columns: t('waves:count.columns', { count: table.header.length }),
  };
  return {
    data: {
      name: draft.data.name,
      note:
        file.kind === 'csv'
          ? t('waves:file.csv', {
              ...size,
              encoding: t(`waves:encoding.${file.encoding}`),
              separator: t(`waves:separator.${SEPARATORS[file.separator]}`),
            })
          : t('waves:file.xlsx', { ...size, sheet: file.sheet }),
    },
    codebook:
      draft.codebook === null || codebook === null
        ? null
        : {
            name: draft.codebook.name,
            note: t('waves:file.described', {
              described: built.columns.filter(({ isInCodebook }) => isInCodebook).length,
              columns: table.header.length,
            }),
          },
    remarks: remarksOf(translator, open),
  };
};

const SEPARATORS = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;

/** Places that are named one by one; the rest is counted. */
const MOST_PLACES = 200;

const remarksOf = ({ t }: Translator, { table, codebook, absent }: OpenDraft): readonly RemarkView[] => {
  const groups = new Map<string, string[]>();
  const add = (text: string, place: string): void => {
    const places = groups.get(text) ?? [];
    groups.set(text, places);
    if (place !== '' && places.length < MOST_PLACES) places.push(place);
  };
  for (const { kind, row, column, text } of table.remarks)
    add(
      t(`waves:remark.${kind}`),
      [
        row === 0 ? '' : t('waves:place.row', { row }),
        column === '' ? '' : t(`waves:place.${kind === 'other-sheet' ? 'sheet' : 'column'}`, { name: column }),
        text === '' ? '' : t('waves:place.text', { text: shortened(text) }),
      ]
        .filter((part) => part !== '')
        .join(', '),
    );
  for (const { kind, row, text } of codebook?.remarks ?? [])
    add(
      t(`waves:codebook-remark.${kind}`),
      `${t('waves:place.row', { row })}, ${t('waves:place.text', { text: shortened(text) })}`,
    );
  for (const name of absent) add(t('waves:remark.without-column'), name);
  return [...groups].map(([text, places]) => ({ text, places }));
};

const LONGEST = 80;
export const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
