import type { Translator } from '../../platform/i18n';
import {
  addressOfTable,
  presentGiven,
  presentStillFigure,
  type FigureCard,
  type FrozenTable,
  type Quote,
  type Recheck,
} from '../analysis';
import type { Evidence, NoteEvidence, QuoteEvidence, TableEvidence } from './domain';
import { factsOfFrozen, sourceOfTable, type Fact } from './present-facts';
import { presentRecheck, type RecheckView } from './present-recheck';
import { presentStanding, type StandingView } from './present-standing';
import { baseOfTable, type ProvenFinding } from './read-proven';
import type { Standings } from './read-standing';

interface Shared {
  readonly id: string;
  readonly heading: string;
  readonly remove: string;
}

export type EvidenceView = Shared &
  (
    | {
        readonly kind: 'table';
        readonly figures: readonly FigureCard[];
        readonly facts: readonly Fact[];
        /** What the rules made of it; empty where nothing. */
        readonly draft: string;
        readonly standing: StandingView | null;
        readonly recheck: RecheckView | null;
        readonly recheckPath: string;
        readonly tablePath: string;
      }
    /** Its record is gone from the store. */
    | { readonly kind: 'missing' }
    | { readonly kind: 'quote'; readonly text: string; readonly source: string; readonly withdrawn: string | null }
    | { readonly kind: 'note'; readonly text: string; readonly source: string }
  );

export interface EvidenceShown {
  readonly finding: ProvenFinding;
  readonly standings: Standings;
  readonly quotes: readonly Quote[];
  readonly recheck: Recheck | null;
  readonly page: string;
}

export const presentEvidence = (shown: EvidenceShown, translator: Translator): readonly EvidenceView[] =>
  shown.finding.evidence.map((one) => oneOf(one, shown, translator));

const oneOf = (evidence: Evidence, shown: EvidenceShown, translator: Translator): EvidenceView => {
  const remove = `${shown.page}/dowody/${evidence.id}/usun`;
  const id = `dowod-${evidence.id}`;
  switch (evidence.kind) {
    case 'table':
      return { id, remove, ...tableOf(evidence, shown, translator) };
    case 'quote':
      return { id, remove, ...quoteOf(evidence, shown, translator) };
    case 'note':
      return { id, remove, ...noteOf(evidence, translator) };
  }
};

type Own<Kind extends EvidenceView['kind']> = Omit<Extract<EvidenceView, { kind: Kind }>, 'id' | 'remove'>;

const tableOf = (
  evidence: TableEvidence,
  shown: EvidenceShown,
  translator: Translator,
): Own<'table'> | Own<'missing'> => {
  const { t } = translator;
  const frozen = shown.finding.tables.get(evidence.publication);
  if (frozen === undefined) return { kind: 'missing', heading: t('findings:evidence.missing') };
  return {
    kind: 'table',
    heading: sourceOfTable(frozen, baseOfTable(frozen), translator),
    figures: figuresOf(frozen, evidence.id, translator),
    facts: factsOfFrozen(frozen, translator),
    draft: evidence.draft === shown.finding.title ? '' : evidence.draft,
    standing: presentStanding(shown.standings.get(evidence.publication), frozen, translator),
    recheck:
      shown.recheck?.frozen.publication === evidence.publication ? presentRecheck(shown.recheck, translator) : null,
    recheckPath: `${shown.page}?przelicz=${evidence.id}#dowod-${evidence.id}`,
    tablePath: addressOfTable(frozen.evaluationId, { ...frozen, dataset: frozen.dataset.code }),
  };
};

/** Two tables of one question stand on one page: their headings are told apart. */
const figuresOf = (frozen: FrozenTable, id: string, translator: Translator): readonly FigureCard[] =>
  presentGiven(frozen, translator)
    .map(presentStillFigure)
    .map((figure) => ({ ...figure, anchor: `${figure.anchor}-${id.slice(0, 8)}` }));

const quoteOf = (
  { quote: id, text, source }: QuoteEvidence,
  { quotes }: EvidenceShown,
  { t }: Translator,
): Own<'quote'> => {
  const quote = quotes.find((one) => one.id === id);
  const withdrawn = quote?.withdrawn ?? null;
  return {
    kind: 'quote',
    heading: t('findings:evidence.quote'),
    text,
    source,
    withdrawn: withdrawn === null ? null : t('findings:evidence.withdrawn', { who: withdrawn.by.name }),
  };
};

const noteOf = ({ method, text, source, day }: NoteEvidence, { t, format }: Translator): Own<'note'> => ({
  kind: 'note',
  heading: t(`findings:method.${method}`),
  text,
  source: [source, ...(day === null ? [] : [format.day(day)])].join(' · '),
});
