import type { Translator } from '../../../platform/i18n';
import { MODES, RECRUITMENTS, type Fieldwork } from '../domain/changes';
import type { WaveAbout } from './draft';
import type { OpenDraft } from './open-draft';
import { reasonsOf } from './present-draft';
import type { OptionView } from './present-matching';

export interface FieldworkView {
  readonly modes: readonly OptionView[];
  readonly recruitments: readonly OptionView[];
  readonly from: string;
  readonly to: string;
}

export interface ApprovalView {
  readonly about: WaveAbout;
  readonly fieldwork: FieldworkView;
  readonly errors: Readonly<Partial<Record<'tytul' | 'kod', string>>>;
  readonly facts: readonly string[];
  readonly comparable: readonly { readonly name: string; readonly note: string }[];
  readonly apart: readonly { readonly name: string; readonly note: string }[];
  readonly hash: string;
}

export const presentApproval = (
  translator: Translator,
  open: OpenDraft,
  about: WaveAbout,
  errors: ApprovalView['errors'] = {},
): ApprovalView => {
  const { t } = translator;
  const { built, draft, problems } = open;
  const matched = built.columns.filter(({ target }) => target !== null);
  const lines = (isApart: boolean) =>
    matched
      .filter(({ comparability }) => (comparability === 'apart') === isApart)
      .map(({ target, judgement, reason, described }) => ({
        name: target === null ? described.name : `${described.name} → ${target.field}`,
        note: reason ?? (judgement === null ? '' : reasonsOf(translator, judgement)),
      }));
  const settled = draft.choices.fixes.filter(({ becomes }) => becomes.kind !== 'empty').length;
  const left = built.columns.filter(({ choice }) => choice.use === 'leave').length;
  return {
    about,
    fieldwork: presentFieldwork(translator, about.fieldwork),
    errors,
    facts: [
      t('waves:approval.respondents', { count: built.set.n }),
      t('waves:approval.variables', { count: built.set.variables.size }),
      t('waves:approval.left', { count: left }),
      t('waves:approval.cells', { count: problems.reduce((sum, { rows }) => sum + rows.length, 0) }),
      t('waves:approval.settled', { count: settled }),
    ],
    comparable: lines(false),
    apart: lines(true),
    hash: draft.data.hash,
  };
};

export const presentFieldwork = ({ t }: Translator, { mode, recruitment, from, to }: Fieldwork): FieldworkView => ({
  modes: [
    { value: '', text: t('waves:fieldwork.unknown'), isChosen: mode === null },
    ...MODES.map((one) => ({ value: one, text: t(`waves:mode.${one}`), isChosen: one === mode })),
  ],
  recruitments: [
    { value: '', text: t('waves:fieldwork.unknown'), isChosen: recruitment === null },
    ...RECRUITMENTS.map((one) => ({
      value: one,
      text: t(`waves:recruitment.${one}`),
      isChosen: one === recruitment,
    })),
  ],
  from: from ?? '',
  to: to ?? '',
});
