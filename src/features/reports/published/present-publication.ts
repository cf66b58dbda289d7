import type { Translator } from '../../../platform/i18n';
import type { FormFault } from './check-form';
import type { Prepared } from './prepare-publication';
import { presentChanges, type ChangesView } from './present-changes';
import { publicationAddress } from './publish-report';

export interface SentForm {
  readonly key: string;
  readonly state: 'preliminary' | 'final';
  readonly erratum: string;
  readonly faults: readonly FormFault[];
}

export interface PublicationView {
  readonly address: string;
  readonly editor: string;
  readonly protection: string;
  readonly results: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly checks: readonly Check[];
  readonly states: readonly { readonly value: string; readonly text: string; readonly isChosen: boolean }[];
  readonly stateHint: string;
  /** Whether to lead to where results are closed. */
  readonly stateLink: boolean;
  readonly erratum: { readonly isRequired: boolean; readonly isAsked: boolean; readonly text: string };
  readonly changes: ChangesView | null;
  readonly key: string;
  readonly revision: number;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
  readonly errorOf: Readonly<Record<string, string>>;
  readonly button: string;
  /** Nothing is in the report: there is nothing to be published. */
  readonly isEmpty: boolean;
}

interface Check {
  readonly tone: 'ok' | 'warn';
  readonly icon: string;
  readonly mark: string;
  readonly text: string;
}

type Texts = Pick<Translator, 't' | 'format'>;

const FIELDS: Readonly<Record<FormFault, string>> = { erratum: 'errata', changed: 'sprawdzenie', state: 'stan' };

export const presentPublication = (prepared: Prepared, sent: SentForm | null, translator: Texts): PublicationView => {
  const { evaluation, report, last, states, composed, changes } = prepared;
  const { t } = translator;
  const errors = (sent?.faults ?? []).map((fault) => ({
    field: FIELDS[fault],
    text: t(`published:publish.fault.${fault}`),
  }));
  const [usual = 'preliminary'] = states;
  return {
    address: publicationAddress(report),
    editor: `/badania/${evaluation.id}/raporty/${report.id}`,
    protection: `/badania/${evaluation.id}/ochrona`,
    results: `/badania/${evaluation.id}/wyniki-ostateczne`,
    title: report.title,
    facts: factsOf(prepared, translator),
    checks: checksOf(prepared, translator),
    states: states.map((value) => ({
      value,
      text: t(`published:state.${value}`),
      isChosen: value === (sent === null || !states.includes(sent.state) ? usual : sent.state),
    })),
    stateHint: t(`published:publish.stateHint.${hintOf(prepared)}`),
    stateLink: hintOf(prepared) === 'preliminary',
    erratum: { isRequired: last?.state === 'final', isAsked: last !== undefined, text: sent?.erratum ?? '' },
    changes: changes === null ? null : presentChanges(changes, translator),
    key: sent?.key ?? prepared.key,
    revision: report.revision,
    errors,
    errorOf: Object.fromEntries(errors.map(({ field, text }) => [field, text])),
    button: t('published:publish.button', { version: prepared.version }),
    isEmpty: composed.tree.blocks.length === 0,
  };
};

const hintOf = ({ evaluation, last }: Prepared): 'afterFinal' | 'final' | 'preliminary' => {
  if (last?.state === 'final') return 'afterFinal';
  return evaluation.resultState;
};

const factsOf = (
  { version, composed, toTell, toldBefore }: Prepared,
  { t, format }: Texts,
): PublicationView['facts'] => {
  const { dataCut, n } = composed.tree.about;
  const fact = (name: string, text: string) => ({ name: t(`published:publish.fact.${name}`), text });
  return [
    fact('version', format.integer(version)),
    fact('dataCut', dataCut === '' ? '–' : format.shortDay(dataCut)),
    fact('n', format.integer(n)),
    fact('toTell', format.integer(toTell)),
    fact('toldBefore', format.integer(toldBefore)),
  ];
};

const checksOf = ({ evaluation, composed, older }: Prepared, { t }: Texts): readonly Check[] => {
  const { tree, notices } = composed;
  const check = (isGood: boolean, text: string): Check => ({
    tone: isGood ? 'ok' : 'warn',
    icon: isGood ? 'check' : 'triangle-alert',
    mark: t(isGood ? 'published:check.good' : 'published:check.mind'),
    text,
  });
  return [
    ...(notices.length === 0
      ? [check(true, t('published:check.drawn'))]
      : notices.map(({ text }) => check(false, text))),
    tree.about.n > 0
      ? check(true, t('published:check.counted', { count: evaluation.smallestGroup }))
      : check(false, t('published:check.nothingCounted')),
    older === 0 ? check(true, t('published:check.fresh')) : check(false, t('published:check.older', { count: older })),
    ...(evaluation.demonstration ? [check(false, t('published:check.demonstration'))] : []),
  ];
};
