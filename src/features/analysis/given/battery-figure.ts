import { segmentChart, type Figure, type Segment } from '../domain/figures';
import { countTogether, type DisclosedBlock, type GatheredBattery } from '../domain/tables';
import { tableOfBattery } from './battery-table';
import { captionOfBattery } from './caption';
import { fitting } from './drawn-columns';
import { nothingToDraw, notesOf } from './figure-notes';
import {
  chartLabel,
  labelText,
  nRangeText,
  nText,
  quotable,
  statementOf,
  statementText,
  type GivenWords,
} from './given-words';

const EVERYONE = 0;
const SEGMENT_HEIGHT = 28;

/** Code of the question, or the name of its first variable. */
export const batteryName = ({ item, blocks }: GatheredBattery): string => item ?? blocks[0]?.variable ?? '';

/** Statements on one scale, as the sector prints them: points of the scale by statements, then the ends and the mean. */
export const presentBattery = (battery: GatheredBattery, words: GivenWords): Figure => {
  const { t } = words;
  const { blocks } = battery;
  const sorted = blocks.toSorted((a, b) => topOf(b, battery) - topOf(a, battery));
  const drawn = fitting(sorted, (block) => statementLabel(block, words), SEGMENT_HEIGHT);
  const isDrawn = blocks.some((block) => topOf(block, battery) >= 0);
  const segments = segmentsOf(drawn, battery, words);
  return {
    id: `${batteryName(battery)}.rozklad`,
    kind: 'agreement',
    title: captionOfBattery(battery, words),
    sub: batterySub(battery, 'distribution', words),
    alt: altOf(sorted, battery, words),
    notes: [
      ...(isDrawn ? [] : [nothingToDraw(blocks, words)]),
      ...notesOf(blocks, words),
      t('frozen:notes.battery'),
      ...(drawn.length < sorted.length ? [t('frozen:notes.drawn', { count: drawn.length, all: sorted.length })] : []),
    ],
    legend: isDrawn
      ? segments.map(({ name, colour, isOutlined }) => ({
          text: name,
          colour,
          mark: isOutlined ? 'outline' : 'square',
        }))
      : [],
    table: tableOfBattery(battery, words),
    half: false,
    chart: isDrawn
      ? segmentChart(
          drawn.map((block) => rowOf(block, battery, words)),
          segments,
        )
      : null,
  };
};

const topOf = (block: DisclosedBlock, { ends }: GatheredBattery): number =>
  countTogether(block, ends.top, EVERYONE)?.share ?? -1;

const statementLabel = (block: DisclosedBlock, words: GivenWords): string =>
  chartLabel(statementOf(block, words), words);

const rowOf = (block: DisclosedBlock, battery: GatheredBattery, words: GivenWords) => {
  const label = statementLabel(block, words);
  const base = block.bases[EVERYONE] ?? null;
  if (base === null) return { label, hidden: words.t('frozen:hiddenCell') };
  const top = countTogether(block, battery.ends.top, EVERYONE);
  if (top === null) return { label, hidden: nText(base.n, words) };
  return { label, value: words.format.percent(top.share), valueSub: nText(base.n, words) };
};

/** Colours of 3 to 5 points, from the lowest; longer scales repeat none, their middle is one colour. */
const COLOURS: Readonly<Record<number, readonly string[]>> = {
  3: ['--k1', '--k3', '--k5'],
  4: ['--k1', '--k2', '--k4', '--k5'],
};

const coloursOf = (points: number): readonly string[] =>
  COLOURS[points] ??
  Array.from({ length: points }, (_, at) => {
    if (at < 2) return `--k${at + 1}`;
    return at >= points - 2 ? `--k${5 - (points - 1 - at)}` : '--k3';
  });

const segmentsOf = (
  drawn: readonly DisclosedBlock[],
  { blocks, ends }: GatheredBattery,
  words: GivenWords,
): readonly Segment[] => {
  const colours = coloursOf(ends.points.length);
  const segment = (code: string, look: Pick<Segment, 'colour' | 'labelColour' | 'isOutlined'>): Segment => {
    const name = labelText(blocks[0]?.rows.find((row) => row.code === code)?.label ?? code, words);
    return { name: quotable(name, words), ...look, parts: drawn.map((block) => partOf(block, code, name, words)) };
  };
  const silent = (blocks[0]?.rows ?? [])
    .filter(({ code }) => !ends.points.includes(code))
    .map(({ code }) => segment(code, { colour: '--surface', labelColour: '--ink-2', isOutlined: true }));
  return [
    ...ends.points.map((code, at) => {
      const colour = colours[at] ?? '--k3';
      return segment(code, { colour, labelColour: `${colour}-t` });
    }),
    ...silent.filter(({ parts }) => parts.some((part) => part !== null && part.share > 0)),
  ];
};

const partOf = (block: DisclosedBlock, code: string, name: string, words: GivenWords) => {
  const cell = block.rows.find((row) => row.code === code)?.cells[EVERYONE] ?? null;
  if (cell?.share == null) return null;
  const text = words.format.percent(cell.share);
  const tip = words.t('frozen:tip.value', {
    name: quotable(name, words),
    value: text,
    n: words.format.integer(cell.n),
  });
  return { share: cell.share, text: text.replace(/\s*%$/, ''), tip };
};

/** The question that the statements belong to, and the scale from end to end. */
export const batterySub = (
  { blocks, ends }: GatheredBattery,
  measure: 'distribution' | 'means',
  words: GivenWords,
): string => {
  const [first] = blocks;
  if (first === undefined) return '';
  const { item, question, statement } = words.wordingOf(first.variable);
  const labelOf = (code: string | undefined): string =>
    quotable(first.rows.find((row) => row.code === code)?.label ?? '', words);
  const scale = words.t('frozen:scale', { low: labelOf(ends.points[0]), high: labelOf(ends.points.at(-1)) });
  return [
    words.t(`frozen:measure.${measure}`),
    ...(statement === null ? [] : [words.t('frozen:asked', { code: item, question: quotable(question, words) })]),
    scale,
  ].join(' ');
};

const altOf = (sorted: readonly DisclosedBlock[], battery: GatheredBattery, words: GivenWords): string => {
  const { t, format } = words;
  const shown = sorted.filter((block) => topOf(block, battery) >= 0);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return nothingToDraw(battery.blocks, words);
  const [highest, lowest] = [topOf(first, battery), topOf(last, battery)];
  return t('frozen:alt.battery', {
    count: battery.blocks.length,
    n: nRangeText(
      shown.map(({ bases }) => bases[EVERYONE]?.n ?? 0),
      words,
    ),
    highest: quotable(statementText(first, words), words),
    highestValue: format.percent(highest),
    lowest: quotable(statementText(last, words), words),
    lowestValue: format.percent(lowest),
    difference: format.integer((highest - lowest) * 100),
  });
};
