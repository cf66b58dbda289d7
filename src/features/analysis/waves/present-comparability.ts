import type { Translator } from '../../../platform/i18n';
import type { PlannedColumn } from '../domain/waves';
import type { MissingReason } from './choose';
import type { OpenDraft } from './open-draft';
import { presentComparability, reasonsOf, type ComparabilityView } from './present-draft';
import { shortened } from './present-files';
import type { OptionView } from './present-matching';

interface AnswerRow {
  /** `r12-3`. */
  readonly field: string;
  readonly text: string;
  readonly options: readonly OptionView[];
}

interface PairRow {
  readonly place: number;
  readonly column: string;
  readonly words: string;
  readonly ours: string;
  readonly oursWords: string;
  readonly comparability: ComparabilityView;
  /** What the rules say, whatever was decided. */
  readonly byRules: string;
  readonly options: readonly OptionView[];
  readonly reason: string;
  readonly error: string | null;
  readonly answers: readonly AnswerRow[];
}

export interface PairsView {
  readonly pairs: readonly PairRow[];
  readonly errors: readonly { readonly address: string; readonly text: string }[];
}

/** Fields of one form are limited. */
const MOST_PAIRS = 100;
const MOST_ANSWERS = 700;

export const presentPairs = (
  translator: Translator,
  open: OpenDraft,
  withoutReason: readonly MissingReason[] = [],
): PairsView => {
  const { t } = translator;
  const matched = open.built.columns.filter(({ target }) => target !== null).slice(0, MOST_PAIRS);
  let room = MOST_ANSWERS;
  const pairs = matched.map((column) => {
    const place = open.table.header.indexOf(column.described.name);
    const answers = answersOf(translator, column, place);
    room -= answers.length;
    const isMissing = withoutReason.some((one) => one.place === place);
    return presentPair(translator, column, {
      place,
      answers: room < 0 ? [] : answers,
      error: isMissing ? t('waves:pairs.reason-missing') : null,
    });
  });
  return {
    pairs,
    errors: withoutReason.map(({ place, column }) => ({
      address: `#u${place}`,
      text: t('waves:pairs.reason-missing-at', { column }),
    })),
  };
};

const presentPair = (
  translator: Translator,
  column: PlannedColumn,
  rest: Pick<PairRow, 'place' | 'answers' | 'error'>,
): PairRow => {
  const { t } = translator;
  const { described, target, judgement, comparability, reason } = column;
  return {
    ...rest,
    column: described.name,
    words: described.label === described.name ? '' : described.label,
    ours: target?.field ?? '',
    oursWords: target?.variable.label ?? '',
    comparability: presentComparability(translator, column),
    byRules: judgement === null ? '' : reasonsOf(translator, judgement),
    options: (['same', 'recoded', 'apart'] as const).map((kind) => ({
      value: kind,
      text: t(`waves:comparability.${kind}`),
      isChosen: comparability === kind,
    })),
    reason: reason ?? '',
  };
};

/** Which answer of ours each answer of the wave is; none where they are the same anyway. */
const answersOf = ({ t }: Translator, column: PlannedColumn, place: number): readonly AnswerRow[] => {
  const { variable, target, recoding, judgement } = column;
  const ours = target?.variable;
  if (variable.kind !== 'category' || ours?.kind !== 'category') return [];
  if (judgement?.reasons.every((reason) => reason === 'same' || reason === 'one-word') === true) return [];
  return variable.categories.map(({ code, label }, at) => {
    const to = recoding.get(code);
    return {
      field: `r${place}-${at}`,
      text: code === label ? code : shortened(`${code} ${label}`),
      options: [
        { value: '?', text: t('waves:pairs.no-counterpart'), isChosen: to === undefined },
        ...ours.categories.map((category) => ({
          value: `a:${category.code}`,
          text: shortened(category.label),
          isChosen: to === category.code,
        })),
        { value: '', text: t('waves:fix.empty'), isChosen: to === null },
      ],
    };
  });
};
