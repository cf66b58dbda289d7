import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import type { BlockId, PublishedReport, StoredReport } from '../domain';
import { fingerprintOfTitle } from '../domain/edit';
import { reportAddress } from './addresses';
import type { ChapterAt } from './chapter-at';
import type { ShownEditor } from './editor-page';
import type { MadeEdit } from './history';
import { ADDABLE, type Addable } from './inputs';
import { presentBlock, type BlockView } from './present-block';
import { presentChecks, type CheckView } from './present-checks';
import { presentNote, type NoteView } from './present-note';
import { ICONS } from './block-names';
import type { Material } from './read-material';
import type { Moves } from './read-moves';

export interface EditorMaterial extends ChapterAt, Omit<ShownEditor, 'block' | 'chapter'> {
  readonly evaluation: Evaluation;
  readonly report: StoredReport;
  /** Of the study, for the tabs. */
  readonly reports: readonly StoredReport[];
  /** Of the study, newest first. */
  readonly versions: readonly PublishedReport[];
  readonly material: Material;
  readonly moves: ReadonlyMap<BlockId, Moves>;
  /** The person's last edit that can be taken back. */
  readonly last: MadeEdit | null;
}

export interface EditorView {
  readonly title: string;
  readonly home: string;
  readonly state: string;
  readonly published: string | null;
  readonly lead: string;
  readonly saved: string;
  readonly publish: { readonly text: string; readonly address: string };
  readonly compare: { readonly text: string; readonly address: string } | null;
  readonly tabs: readonly { readonly text: string; readonly address: string; readonly isCurrent: boolean }[];
  readonly cut: readonly { readonly term: string; readonly text: string }[];
  readonly hasLive: boolean;
  readonly rename: { readonly title: string; readonly seen: string };
  readonly outline: string;
  readonly chapters: readonly {
    readonly number: number;
    readonly text: string;
    readonly range: string;
    readonly address: string;
    readonly isCurrent: boolean;
  }[];
  readonly chapter: {
    readonly number: number;
    readonly title: string;
    readonly range: string | null;
    readonly blocks: readonly BlockView[];
  };
  readonly add: {
    readonly after: BlockId | '';
    readonly legend: string;
    readonly isFocused: boolean;
    readonly kinds: readonly { readonly value: string; readonly text: string; readonly icon: string }[];
  };
  readonly faults: readonly { readonly field: string; readonly text: string }[];
  readonly note: NoteView | null;
  readonly undo: { readonly text: string; readonly value: string } | null;
  readonly preview: {
    /** The chapter in a frame, and on a page of its own. */
    readonly frame: string;
    readonly whole: string;
    readonly pdf: string;
    readonly label: string;
    readonly before: PreviewLink | null;
    readonly here: string;
    readonly after: PreviewLink | null;
  };
  readonly checks: readonly CheckView[];
  /** For the script that saves while people type. */
  readonly texts: Readonly<Record<string, string>>;
}

interface PreviewLink {
  readonly text: string;
  readonly address: string;
}

export const presentEditor = (shown: EditorMaterial, translator: Translator): EditorView => {
  const { report, reports, chapter, chapters, current, faults, reason } = shown;
  const { t, format } = translator;
  const home = reportAddress(report);
  const blocks = chapter.blocks.map((block, index) =>
    presentBlock(block, { ...shown, number: chapter.first + index, isCurrent: block.id === current }, translator),
  );
  const currentNumber = report.blocks.findIndex(({ id }) => id === current) + 1;
  return {
    title: report.title,
    home,
    ...presentHead(shown, translator),
    saved: t('report-editor:saved', { time: format.time(report.changedAt) }),
    tabs: reports.map((one) => ({
      text: one.title,
      address: reportAddress(one),
      isCurrent: one.id === report.id,
    })),
    hasLive: report.blocks.some((block) => block.kind === 'data' && block.source.kind === 'live'),
    rename: { title: report.title, seen: fingerprintOfTitle(report.title) },
    outline: t('report-editor:outline', { number: chapters.length }),
    chapters: chapters.map((one) => ({
      number: one.number,
      text: nameOf(one, t),
      range: rangeOf(one, t) ?? '',
      address: `${home}?rozdzial=${one.number}`,
      isCurrent: one.number === chapter.number,
    })),
    chapter: { number: chapter.number, title: nameOf(chapter, t), range: rangeOf(chapter, t), blocks },
    add: {
      after: current ?? '',
      legend: current === null ? t('report-editor:add.first') : t('report-editor:add.after', { number: currentNumber }),
      isFocused: reason === 'miejscu',
      kinds: ADDABLE.map((value: Addable) => ({ value, text: t(`report-editor:kind.${value}`), icon: ICONS[value] })),
    },
    faults: [...(faults ?? [])].map(([id, fault]) => ({
      field: `t-${id}`,
      text: t('report-editor:fault.too-long', { ...fault }),
    })),
    note: presentNote(shown, translator),
    undo: undoOf(shown, t),
    preview: previewOf(shown, translator),
    checks: presentChecks(shown, translator),
    texts: Object.fromEntries(
      ['saved', 'failed', 'offline', 'stopped', 'conflict', 'after'].map((name) => [
        name,
        t(`report-editor:autosave.${name}`),
      ]),
    ),
  };
};

type Head = Pick<EditorView, 'state' | 'published' | 'lead' | 'publish' | 'compare' | 'cut'>;

const presentHead = (shown: EditorMaterial, translator: Translator): Head => {
  const { evaluation, report, versions, material, chapters } = shown;
  const { t, format } = translator;
  const home = reportAddress(report);
  const own = versions.filter((one) => one.report === report.id);
  const [newest] = own;
  const next = (newest?.version ?? 0) + 1;
  const sources = report.blocks.flatMap((block) => (block.kind === 'data' ? [block.source.kind] : []));
  const { day } = material.head;
  const n = format.integer(material.head.n);
  return {
    state: t('report-editor:state.draft'),
    published:
      newest === undefined
        ? null
        : t('report-editor:state.published', {
            version: newest.version,
            day: format.dayOfMonth(newest.publishedAt.toISOString().slice(0, 10)),
          }),
    lead: [
      `${t('report-editor:lead.blocks', { count: report.blocks.length })}, ${t('report-editor:lead.chapters', { count: chapters.length })}.`,
      day === null ? t('report-editor:lead.nobody') : t('report-editor:lead.data', { day: format.day(day), n }),
    ].join(' '),
    publish: { text: t('report-editor:publish', { version: next }), address: `${home}/publikacja` },
    compare:
      newest === undefined
        ? null
        : {
            text: t('report-editor:compare', { version: newest.version }),
            address: `${home}/wersje/${newest.version}`,
          },
    cut: [
      {
        term: t('report-editor:cut.state'),
        text: t(`report-editor:cut.${evaluation.resultState === 'final' ? 'final' : 'preliminary'}`),
      },
      {
        term: t('report-editor:cut.data'),
        text: day === null ? t('report-editor:cut.none') : t('report-editor:cut.day', { day: format.shortDay(day), n }),
      },
      {
        term: t('report-editor:cut.blocks'),
        text: [
          t('report-editor:cut.live', { count: sources.filter((kind) => kind === 'live').length }),
          t('report-editor:cut.frozen', { count: sources.filter((kind) => kind === 'frozen').length }),
        ].join(', '),
      },
    ],
  };
};

const nameOf = ({ title, part }: ChapterAt['chapter'], t: Translator['t']): string => {
  const name =
    title === null ? t('report-editor:chapter.beginning') : title === '' ? t('report-editor:nameless') : title;
  return part === null ? name : t('report-editor:chapter.part', { name, number: part.number, of: part.of });
};

const rangeOf = ({ first, blocks }: ChapterAt['chapter'], t: Translator['t']): string | null => {
  if (blocks.length === 0) return null;
  const last = first + blocks.length - 1;
  return first === last ? t('report-editor:chapter.one', { first }) : t('report-editor:chapter.range', { first, last });
};

const undoOf = ({ last }: EditorMaterial, t: Translator['t']): EditorView['undo'] =>
  last === null
    ? null
    : {
        text: t('report-editor:undo', {
          what: t(`report-editor:edit.${last.kind}`, { count: Math.max(1, last.subjects.length) }),
        }),
        value: `cofnij:${last.id}`,
      };

const previewOf = ({ report, chapter, chapters }: EditorMaterial, { t }: Translator): EditorView['preview'] => {
  const home = reportAddress(report);
  const link = (number: number): PreviewLink | null =>
    chapters[number - 1] === undefined
      ? null
      : { text: t('report-editor:preview.chapter', { number }), address: `${home}?rozdzial=${number}` };
  return {
    frame: `${home}/podglad?rozdzial=${chapter.number}&rama=1`,
    whole: `${home}/podglad?rozdzial=${chapter.number}`,
    pdf: `${home}/podglad.pdf`,
    label: t('report-editor:preview.frame', { title: nameOf(chapter, t) }),
    before: link(chapter.number - 1),
    here: t('report-editor:preview.here', { number: chapter.number, of: chapters.length }),
    after: link(chapter.number + 1),
  };
};
