import type { Translator } from '../../../platform/i18n';
import type { Evaluation } from '../../evaluations';
import { GENERATED_PARTS, type EditorBlock, type StoredReport } from '../domain';
import { fingerprint, withoutId } from '../domain/edit';
import { readRichText } from '../domain/rich-text';
import { blockAddress, placeOnPage, reportAddress } from './addresses';
import { labelOf } from './block-names';
import type { BlockInput } from './inputs';
import { presentDataForm } from './present-data-form';
import type { DataDesk } from './read-data-desk';
import { isData } from './read-material';
import { isTyped, TYPED_KINDS, typedContent } from './typed-block';

export type BlockPageReason = 'zapisie' | 'dodaniu' | 'zmianie' | 'adresie';

export interface ShownBlock {
  readonly evaluation: Evaluation;
  readonly report: StoredReport;
  readonly block: EditorBlock;
  /** From 1 in the report. */
  readonly number: number;
  readonly name: string;
  readonly desk: DataDesk;
  readonly reason: BlockPageReason | null;
  readonly divided: string;
  readonly typed?: BlockInput;
  readonly fault?: string;
  readonly theirs?: EditorBlock;
}

/** The page of one block: everything that can be set of it. */
export const presentBlockPage = (shown: ShownBlock, translator: Translator) => {
  const { report, block, name, reason, fault, typed, theirs } = shown;
  const { t } = translator;
  const home = blockAddress(report, block.id);
  return {
    name,
    report: report.title,
    home,
    id: block.id,
    /** Where the buttons of the chapter's page are answered. */
    chapter: reportAddress(report),
    back: placeOnPage(report, block.id, 'zapisie'),
    kind: block.kind,
    seen: typed?.odcisk ?? fingerprint(block),
    note: reason === null || reason === 'dodaniu' ? null : t(`report-editor:block-page.note.${reason}`),
    fault: fault ?? null,
    conflict: theirs === undefined ? null : t('report-editor:block-page.conflict', { name: report.changedBy }),
    theirs: theirs === undefined ? null : { text: theirsText(theirs, t), address: home },
    text: isTyped(block) ? presentText(shown, translator) : null,
    data: isData(block) ? presentDataForm(shown, translator) : null,
    finding: block.kind === 'finding' ? presentFindings(shown, block, t) : null,
    generated:
      block.kind === 'generated'
        ? GENERATED_PARTS.map((value) => ({
            value,
            text: t(`report-editor:part.${value}`),
            isChosen: value === (typed?.czesc ?? block.what),
          }))
        : null,
    places: [
      { value: '', text: t('report-editor:block-page.beginning'), isChosen: report.blocks[0] === block },
      ...report.blocks
        .map((one, index) => ({
          value: one.id,
          text: t('report-editor:block-page.behind', { number: index + 1, label: labelOf(one, t) }),
          isChosen: report.blocks[index + 1] === block,
        }))
        .filter(({ value }) => value !== block.id),
    ],
  };
};

const theirsText = (block: EditorBlock, t: Translator['t']): string =>
  'text' in block && block.text !== '' ? block.text : labelOf(block, t);

const presentText = ({ block, typed }: ShownBlock, { t }: Translator) => {
  const stored = isTyped(block) ? withoutId(block) : null;
  const kind = typed?.rodzaj ?? (isTyped(block) ? block.kind : 'text');
  const text = typed?.tekst ?? (stored !== null && 'text' in stored ? stored.text : '');
  const level = typed?.poziom ?? (block.kind === 'heading' ? String(block.level) : '2');
  const source = typed?.zrodlo ?? (block.kind === 'quote' ? block.source : '');
  const content = typedContent(kind, { text, level, source });
  return {
    kinds: TYPED_KINDS.map((value) => ({ value, text: t(`report-editor:kind.${value}`), isChosen: value === kind })),
    text,
    isHeading: kind === 'heading',
    isQuote: kind === 'quote',
    levels: ['1', '2', '3'].map((value) => ({
      value,
      text: t(`report-editor:level.${value}`),
      isChosen: value === level,
    })),
    source,
    /** As it will be read. */
    blocks: content.kind === 'heading' ? [] : readRichText(content.text),
  };
};

const presentFindings = (
  { desk, report, typed }: ShownBlock,
  block: Extract<EditorBlock, { kind: 'finding' }>,
  t: Translator['t'],
) => {
  const chosen = typed?.wynik ?? block.finding;
  const display = typed?.pokaz ?? block.display;
  return {
    address: `/badania/${encodeURIComponent(report.evaluationId)}/wnioski/wyniki`,
    options: desk.findings.map(({ id, number, title, state }) => ({
      value: id,
      text: t('report-editor:finding.name', { number, title }),
      hint: state === 'ready' ? null : t('report-editor:finding.draft'),
      isChosen: id === chosen,
    })),
    displays: (['both', 'figure', 'table', 'text'] as const).map((value) => ({
      value,
      text: t(`report-editor:display.${value}`),
      isChosen: value === display,
    })),
  };
};
