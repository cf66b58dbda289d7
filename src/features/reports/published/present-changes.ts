import type { Translator } from '../../../platform/i18n';
import type { GivenTable } from '../../analysis';
import type { ComparedPair, MovedNumber } from '../domain';
import type { VersionChanges } from './prepare-publication';

export interface ChangesView {
  readonly summary: string;
  readonly tables: readonly MovedTable[];
  /** How many tables hold the same numbers; null where none does. */
  readonly same: string | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly texts: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly more: string | null;
  };
  readonly isSame: boolean;
}

interface MovedTable {
  readonly title: string;
  readonly sub: string;
  readonly rows: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  /** What is not listed: too much, or too small to be seen. */
  readonly more: string | null;
}

type Texts = Pick<Translator, 't' | 'format'>;

const MOST_ROWS = 40;
const MOST_TEXTS = 30;
const LONGEST_TEXT = 400;

/** What moved since the version before: numbers first, then tables, then words. */
export const presentChanges = ({ tables, texts }: VersionChanges, translator: Texts): ChangesView => {
  const { t } = translator;
  const moved = tables.pairs.filter((pair) => pair.moved.length > 0 || isRecounted(pair));
  const numbers = moved.reduce((sum, pair) => sum + pair.moved.length, 0);
  const same = tables.pairs.length - moved.length;
  const hidden = Math.max(0, texts.added.length - MOST_TEXTS) + Math.max(0, texts.removed.length - MOST_TEXTS);
  const isSame =
    moved.length + tables.added.length + tables.removed.length + texts.added.length + texts.removed.length === 0;
  return {
    isSame,
    summary: isSame
      ? t('published:changes.none')
      : [
          t('published:changes.numbers', { count: numbers }),
          t('published:changes.inTables', { count: moved.length }),
        ].join(' '),
    tables: moved.map((pair) => movedTable(pair, translator)),
    same: same === 0 ? null : t('published:changes.same', { count: same }),
    added: tables.added.map((table) => titleOf(table, translator)),
    removed: tables.removed.map((table) => titleOf(table, translator)),
    texts: {
      added: texts.added.slice(0, MOST_TEXTS).map(shortened),
      removed: texts.removed.slice(0, MOST_TEXTS).map(shortened),
      more: hidden === 0 ? null : t('published:changes.moreTexts', { count: hidden }),
    },
  };
};

const shortened = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text);

const isRecounted = ({ before, after }: ComparedPair<GivenTable>): boolean =>
  before.table.filtered !== after.table.filtered;

const movedTable = (pair: ComparedPair<GivenTable>, translator: Texts): MovedTable => {
  const { t, format } = translator;
  const rows = pair.moved.map((one) => ({
    what: wordsOf(one, translator),
    before: valueOf(one.before, one, translator),
    after: valueOf(one.after, one, translator),
  }));
  const seen = rows.filter(({ before, after }) => before !== after);
  const left = Math.max(0, seen.length - MOST_ROWS);
  const small = rows.length - seen.length;
  const rest = [
    ...(left > 0 ? [t('published:changes.moreNumbers', { count: left })] : []),
    ...(small > 0 ? [t('published:changes.smallNumbers', { count: small })] : []),
  ];
  return {
    title: titleOf(pair.after, translator),
    sub: t('published:changes.sub', {
      moved: format.integer(pair.moved.length),
      count: pair.numbers,
      before: format.integer(pair.before.table.filtered),
      after: format.integer(pair.after.table.filtered),
    }),
    rows: seen.slice(0, MOST_ROWS),
    more: rest.length === 0 ? null : rest.join(' '),
  };
};

const wordsOf = ({ question, row, column }: MovedNumber, { t }: Texts): string => {
  const name = typeof row === 'string' ? row : t(`published:summary.${row.summary}`);
  return [question, name, column ?? t('published:changes.total')].join(' · ');
};

const valueOf = (value: number | null, { kind, row }: MovedNumber, { t, format }: Texts): string => {
  if (value === null) return t('published:changes.hidden');
  const isShare = kind === 'share' || (typeof row !== 'string' && ['top-two', 'bottom-two'].includes(row.summary));
  return isShare ? format.percent(value, 1) : format.decimal(value);
};

/** `Wiedza pracowników, według: instytucja`. */
const titleOf = ({ table, names, request }: GivenTable, { t }: Texts): string => {
  const [first, ...others] = table.blocks.map(({ label }) => label);
  const rows = others.length === 0 ? (first ?? '') : t('published:changes.andOthers', { first, count: others.length });
  const nameOf = (name: string): string => names.find((one) => one.name === name)?.label ?? name;
  const columns = request.columns.map((column) => column.split('>').map(nameOf).join(' > '));
  return columns.length === 0 ? rows : t('published:changes.by', { rows, columns: columns.join(', ') });
};
