import type { FrozenTable } from '../../../analysis';
import { presentGiven } from '../../../analysis';
import type { Block } from '../../../reports';
import type { Material, MaterialFinding } from '../../domain';
import { paragraph, sentences, writtenUnder, type Composing } from './composing';

/** 2. Conclusions that were on the wall, as they were then, with their figures, and what was said of each. */
export const conclusionsPart = (composing: Composing): readonly Block[] => {
  const { meeting } = composing.record;
  const { t, format } = composing.translator;
  const { frozen, discussed } = meeting;
  if (frozen.length === 0) return [paragraph(t('minutes:conclusions.none'))];
  const shown = discussed.flatMap((at) => frozen[at] ?? []);
  const left = frozen.filter((material) => !shown.includes(material));
  const numbering = { figure: 0 };
  return [
    ...sentences(
      t('minutes:conclusions.count', { shown: format.integer(shown.length), count: frozen.length }),
      shown.length === 0 ? null : t('minutes:conclusions.as-then'),
      left.length === 0 ? null : t('minutes:conclusions.left', { codes: left.map(codeOf(composing)).join(', ') }),
    ),
    ...shown.flatMap((material) => conclusion(material, composing, numbering)),
  ];
};

const codeOf =
  ({ translator: { t } }: Composing) =>
  ({ number }: Pick<Material, 'number'>): string =>
    t('minutes:conclusions.code', { number });

const conclusion = (material: Material, composing: Composing, numbering: { figure: number }): readonly Block[] => {
  const { t } = composing.translator;
  const note = composing.words.discussion.find((one) => one.conclusion === material.conclusion);
  return [
    { kind: 'heading', level: 3, text: `${codeOf(composing)(material)}. ${material.title}` },
    ...writtenUnder('', material.text).map(withoutHead),
    ...material.findings.flatMap((finding) => evidence(finding, composing, numbering)),
    ...writtenUnder(t('minutes:conclusions.discussion'), note?.text ?? ''),
  ];
};

/** A text without a name before it. */
const withoutHead = (block: Block): Block =>
  block.kind === 'paragraph' ? { ...block, runs: block.runs.filter(({ text }) => text !== ' ') } : block;

const evidence = (
  { number, title, tables, quotes, said = [] }: MaterialFinding,
  composing: Composing,
  numbering: { figure: number },
): readonly Block[] => {
  const { t } = composing.translator;
  return [
    {
      kind: 'paragraph',
      runs: [{ text: `${t('minutes:conclusions.finding', { number })} `, bold: true }, { text: title }],
    },
    ...tables.flatMap((id): readonly Block[] => {
      const table = composing.record.tables.get(id);
      return table === undefined
        ? [paragraph(t('minutes:conclusions.no-table'))]
        : figures(table, measureOf(said, id), composing, numbering);
    }),
    ...quotes.map(({ text, source }): Block => ({ kind: 'quote', text, source })),
  ];
};

type Said = NonNullable<MaterialFinding['said']>;

/** Of what the finding's sentence is: a mean, or shares. */
const measureOf = (said: Said, id: MaterialFinding['tables'][number]): string | null =>
  said.find(({ table }) => table === id)?.measure ?? null;

/** The figure that shows what the finding says, or every figure, with base, method and the day of the data. */
const figures = (
  table: FrozenTable,
  measure: string | null,
  composing: Composing,
  numbering: { figure: number },
): readonly Block[] => {
  const { t } = composing.translator;
  const all = presentGiven(table, composing.translator);
  const chosen = measure === null ? all : measure === 'srednia' ? all.slice(-1) : all.slice(0, 1);
  return chosen.map((figure): Block => ({
    kind: 'figure',
    figure,
    number: t('minutes:conclusions.figure', { number: (numbering.figure += 1) }),
    notes: [...(figure.flags ?? []), ...figure.notes, sourceOf(table, composing)],
  }));
};

const sourceOf = ({ dataset, dataCut }: FrozenTable, { record, translator: { t, format } }: Composing): string => {
  if (dataset.kind === 'wave') return t('minutes:conclusions.source-wave', { title: dataset.title });
  const state = record.meeting.results?.state ?? record.evaluation.resultState;
  return dataCut === null
    ? t(`minutes:conclusions.source.${state}`, { title: dataset.title })
    : t(`minutes:conclusions.source-day.${state}`, { title: dataset.title, day: format.day(dataCut) });
};
