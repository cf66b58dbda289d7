import type { Translator } from '../../../platform/i18n';
import type { PreviewLine } from '../domain/derived/preview';
import { decimalsOf } from './present-definition';
import { countView, presentMissing, type CountView } from './present-entry';
import type { Outcome } from './read-variable';

export interface OutcomeView {
  readonly rows: readonly (CountView & { readonly share: string })[];
  readonly total: CountView;
  readonly missing: readonly CountView[];
  readonly everyone: CountView;
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  readonly protection: string | null;
}

/** Below this a percentage says too much (domain 3.6, rule 6). */
const FEWEST_FOR_PERCENT = 10;
/** A rule of thumb that evaluators know. */
const LEAST_ALPHA = 0.7;

export const presentOutcome = (outcome: Outcome, translator: Translator): OutcomeView => {
  const { t, format } = translator;
  const { counts, lines } = outcome;
  const share = (count: number | null): string =>
    count === null || counts.answered === null || counts.answered < FEWEST_FOR_PERCENT
      ? '–'
      : format.percent(count / counts.answered);
  const isAnyHidden = [...counts.categories, ...counts.states, counts.answered].includes(null);
  return {
    rows: lines.map((line, at) => ({
      ...lineText(line, translator),
      ...countView(counts.categories[at], translator),
      share: share(counts.categories[at] ?? null),
    })),
    total: { code: '', label: t('variables:preview.total'), ...countView(counts.answered, translator) },
    missing: presentMissing(counts, translator),
    everyone: { code: '', label: t('variables:preview.everyone'), ...countView(counts.all, translator) },
    notes: notesOf(outcome, translator),
    warnings: warningsOf(outcome, translator),
    protection: isAnyHidden ? t('variables:protection', { smallest: counts.smallestGroup }) : null,
  };
};

const lineText = (line: PreviewLine, { t, format }: Translator): { readonly code: string; readonly label: string } => {
  if (line.kind === 'category') return { code: line.code, label: line.label };
  const shown = (value: number): string => format.decimal(value, decimalsOf(value));
  const label =
    line.from === line.to
      ? shown(line.from)
      : t('variables:preview.range', { from: shown(line.from), to: shown(line.to) });
  return { code: '', label };
};

const notesOf = ({ summary, reliability, lines }: Outcome, { t, format }: Translator): readonly string[] => {
  const isNumber = lines.length === 0 || lines.some(({ kind }) => kind === 'numbers');
  const numbers =
    summary === null
      ? t('variables:preview.noSummary')
      : t('variables:preview.summary', {
          n: format.integer(summary.n),
          mean: format.decimal(summary.mean, 2),
          median: format.decimal(summary.median, 2),
          sd: summary.sd === null ? '–' : format.decimal(summary.sd, 2),
        });
  return [...(isNumber ? [numbers] : []), ...(reliability === null ? [] : [alphaText(reliability, { t, format })])];
};

const alphaText = (
  { alpha }: NonNullable<Outcome['reliability']>,
  { t, format }: Pick<Translator, 't' | 'format'>,
): string => {
  if (alpha?.alpha == null) return t('variables:preview.noAlpha');
  const text = t('variables:preview.alpha', { alpha: format.decimal(alpha.alpha, 2), n: format.integer(alpha.n) });
  return alpha.alpha < LEAST_ALPHA ? `${text} ${t('variables:preview.lowAlpha')}` : text;
};

const warningsOf = ({ sensitive, strange, counts }: Outcome, { t, format }: Translator): readonly string[] => [
  ...(sensitive ? [t('variables:preview.sensitive')] : []),
  ...strange.map(({ text, n }) =>
    n === null
      ? t('variables:preview.strangeFew', { text, smallest: counts.smallestGroup })
      : t('variables:preview.strange', { text, n: format.integer(n) }),
  ),
];
