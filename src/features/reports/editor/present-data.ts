import { capitalised, type Translator } from '../../../platform/i18n';
import { isShare } from './read-moves';
import type { BlockContext } from './present-block';
import { peopleIn, type DataBlock } from './read-material';
import type { SourceWords } from './word-source';
import type { Moves } from './read-moves';

export interface DataView {
  readonly badge: { readonly text: string; readonly tone: string; readonly icon: string };
  readonly title: string;
  readonly about: string;
  /** Address of the page of differences; null where nothing is newer. */
  readonly differences: string | null;
  readonly action: 'freeze' | 'refresh' | null;
}

export const presentData = (block: DataBlock, context: BlockContext, translator: Translator): DataView => {
  const { t } = translator;
  const words = context.material.words.get(block.id);
  const isFrozen = block.source.kind === 'frozen';
  const isAsked = (words?.rows.length ?? 0) > 0;
  const title = block.title === '' ? (words?.question ?? '') : block.title;
  const moves = context.moves.get(block.id);
  return {
    badge: isFrozen
      ? { text: t('report-editor:data.frozen'), tone: '', icon: 'snowflake' }
      : { text: t('report-editor:data.live'), tone: 'badge-info', icon: 'radio' },
    title: title === '' ? t(isAsked ? 'report-editor:nameless' : 'report-editor:data.nothing-asked') : title,
    about: [
      words === undefined || !isAsked ? '' : wordsOfSource(words, translator),
      isFrozen ? frozenText(block, context, translator) : isAsked ? t('report-editor:data.will-change') : '',
    ]
      .filter((text) => text !== '')
      .join(' '),
    differences:
      moves === undefined
        ? null
        : `/badania/${context.report.evaluationId}/raporty/${context.report.id}/bloki/${block.id}/odswiez`,
    action: isFrozen ? 'refresh' : isAsked ? 'freeze' : null,
  };
};

/** "Pytanie 9, kolumny: instytucja; filtr: typ – stała współpraca; waga: waga." */
export const wordsOfSource = ({ rows, columns, weight, filter, isThere }: SourceWords, { t }: Translator): string => {
  const parts = [
    t('report-editor:source.rows', { count: rows.length, names: rows.join(', ') }),
    ...(columns.length === 0 ? [] : [t('report-editor:source.columns', { names: columns.join(', ') })]),
    ...filter.map(({ name, labels }) => t('report-editor:source.filter', { name, labels: labels.join(', ') })),
    ...(weight === null ? [] : [t('report-editor:source.weight', { name: weight })]),
  ];
  return `${capitalised(parts.join('; '))}.${isThere ? '' : ` ${t('report-editor:source.gone')}`}`;
};

const frozenText = (block: DataBlock, { material, moves, number: _ }: BlockContext, translator: Translator): string => {
  const { t, format } = translator;
  const table = block.source.kind === 'frozen' ? material.frozen.get(block.source.publication) : undefined;
  if (table === undefined) return t('report-editor:data.lost');
  const told = t('report-editor:data.told', {
    day: format.dayOfMonth(table.frozenAt.toISOString().slice(0, 10)),
    n: format.integer(peopleIn(table)),
  });
  const found = moves.get(block.id);
  return found === undefined ? told : `${told} ${movesText(found, translator)}`;
};

/** "Nowe dane (n = 341) zmieniają 3 z 20 liczb, żadną o więcej niż 2 pp." */
export const movesText = ({ today, hasNewer, numbers, moved }: Moves, { t, format }: Translator): string => {
  if (today === null) return t('report-editor:moves.gone');
  const n = format.integer(peopleIn(today));
  if (moved.length === 0 && !hasNewer) return t('report-editor:moves.same');
  if (moved.length === 0) return t('report-editor:moves.none', { n, numbers: format.integer(numbers) });
  const shared = { n, count: moved.length, numbers: format.integer(numbers) };
  const [first] = moved;
  if (first === undefined || first.before === null || first.after === null || !isShare(first))
    return t('report-editor:moves.some', shared);
  const points = Math.abs(first.after - first.before) * 100;
  return points < 1
    ? t('report-editor:moves.under-one', shared)
    : t('report-editor:moves.up-to', { ...shared, points: format.decimal(points, 1) });
};
