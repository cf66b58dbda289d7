import { capitalised, type Translator } from '../../../platform/i18n';
import { isMarginVariable, LIMITS, shownCounts, type WeightDraft } from '../domain/weights';
import type { Variable } from '../domain/variables/variable';
import type { WeightPreview, WeightsDesk } from '.';
import { presentDiagnosis, type DiagnosisView } from './present-diagnosis';
import { presentFaults, type FaultView } from './present-faults';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly isChosen: boolean;
}

interface CellView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly n: string;
  readonly isWrong: boolean;
  /** Category that it counts with; null: it stands alone. */
  readonly joined: {
    readonly name: string;
    readonly value: string;
    readonly text: string;
    readonly key: string;
  } | null;
}

export interface WeightFormView {
  readonly address: string;
  readonly list: string;
  readonly dataset: { readonly code: string; readonly title: string };
  readonly variables: readonly { readonly id: string; readonly label: string; readonly options: readonly Option[] }[];
  readonly methods: readonly Option[];
  readonly units: readonly Option[];
  readonly bases: readonly Option[];
  readonly trimmings: readonly Option[];
  readonly fields: {
    readonly name: string;
    readonly label: string;
    readonly seen: number;
    readonly lower: string;
    readonly upper: string;
    readonly share: string;
  };
  readonly isNewVersion: boolean;
  readonly margins: readonly { readonly title: string; readonly cells: readonly CellView[] }[];
  /** Typed for what is not on the page: it comes back with the variables. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** The rest of the form while there are no categories to show. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly sample: string | null;
  readonly faults: readonly FaultView[];
  readonly wrong: readonly string[];
  readonly diagnosis: DiagnosisView | null;
}

export interface FormState {
  readonly draft: WeightDraft;
  readonly name: string;
  readonly label: string;
  readonly seen: number;
  /** Null before anything was asked for. */
  readonly preview: WeightPreview | null;
  /** A fault of the name or of the moment. */
  readonly refusal: FaultView | null;
}

const FEWEST_CHOICES = 4;
const TRIMMING_NAMES = { none: 'bez', bounds: 'granice', quantile: 'kwantyl' } as const;

export const presentForm = (desk: WeightsDesk, state: FormState, translator: Translator): WeightFormView => {
  const { t } = translator;
  const { set } = desk.dataset;
  const { draft, preview } = state;
  const home = `/badania/${desk.evaluation.id}/wagi`;
  const reading = preview?.reading ?? null;
  const ids = new Map(
    (reading?.margins ?? []).flatMap(({ cells }, margin) =>
      cells.map(({ key }, cell) => [key, `cel-${margin + 1}-${cell + 1}`] as const),
    ),
  );
  const faults = [
    ...(state.refusal === null ? [] : [state.refusal]),
    ...presentFaults(preview?.faults ?? [], (key) => ids.get(key) ?? 'sumy', translator, desk.evaluation.smallestGroup),
  ];
  const wrong = faults.map(({ href }) => href.slice(1));
  const choose = (key: string, values: Readonly<Record<string, boolean>>): readonly Option[] =>
    Object.entries(values).map(([value, isChosen]) => ({ value, text: t(`weights:${key}.${value}`), isChosen }));
  const { trimming } = draft;
  return {
    address: `${home}/nowa`,
    list: `${home}?${new URLSearchParams({ zbior: desk.dataset.code }).toString()}`,
    dataset: { code: desk.dataset.code, title: desk.dataset.title },
    variables: variableChoices(desk, draft.variables, translator),
    methods: choose('method', { raking: draft.method === 'raking', komorki: draft.method === 'cells' }),
    units: choose('unit', { liczby: draft.unit === 'totals', odsetki: draft.unit === 'shares' }),
    bases: [
      { value: '', text: t('weights:base.none'), isChosen: draft.base === '' },
      ...[...set.variables.values()].filter(isBase).map((variable) => optionOf(variable, [draft.base])),
    ],
    trimmings: choose('trimming', {
      bez: trimming.kind === 'none',
      granice: trimming.kind === 'bounds',
      kwantyl: trimming.kind === 'quantile',
    }),
    fields: { name: state.name, label: state.label, seen: state.seen, ...trimming },
    isNewVersion: state.seen > 0,
    margins: presentMargins(desk, state, { ids, wrong }, translator),
    hidden: hiddenFields(state),
    kept: [
      ...[...draft.totals].map(([key, value]) => ({ key, name: `cel=${key}`, value })),
      ...[...draft.joined].map(([key, value]) => ({ key, name: `scal=${key}`, value })),
    ].filter(({ key, value }) => !ids.has(key) && value !== ''),
    sample: reading === null || reading.margins.length === 0 ? null : sampleAddress(home, desk, draft),
    faults,
    wrong,
    diagnosis: preview?.diagnosis ? presentDiagnosis(preview.diagnosis, translator) : null,
  };
};

/** What the step of the totals carries along unseen. */
const hiddenFields = ({
  name: typed,
  label,
  draft,
}: FormState): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries({
    nazwa: typed,
    opis: label,
    jednostka: draft.unit === 'totals' ? 'liczby' : 'odsetki',
    poczatkowa: draft.base,
    przyciecie: TRIMMING_NAMES[draft.trimming.kind],
    dolna: draft.trimming.lower,
    gorna: draft.trimming.upper,
    odsetek: draft.trimming.share,
  }).map(([name, value]) => ({ name, value }));

const sampleAddress = (home: string, { dataset }: WeightsDesk, { method, variables }: WeightDraft): string =>
  `${home}/wzor.csv?${new URLSearchParams([
    ['zbior', dataset.code],
    ['metoda', method === 'cells' ? 'komorki' : 'raking'],
    ...variables.map((name) => ['zmienna', name]),
  ]).toString()}`;

const isBase = (variable: Variable): boolean =>
  variable.kind === 'number' && variable.level === 'weight' && variable.origin?.kind !== 'weight';

export const nameOf = ({ name, label }: Pick<Variable, 'name' | 'label'>): string =>
  name === label ? capitalised(label) : `${name}. ${label}`;

const optionOf = (variable: Variable, chosen: readonly string[]): Option => ({
  value: variable.name,
  text: nameOf(variable),
  isChosen: chosen.includes(variable.name),
});

const variableChoices = (
  { dataset: { set } }: WeightsDesk,
  chosen: readonly string[],
  { t }: Translator,
): WeightFormView['variables'] => {
  const possible = [...set.variables.values()].filter(({ name }) => isMarginVariable(set, name));
  const places = Math.min(LIMITS.margins, Math.max(FEWEST_CHOICES, chosen.length + 1));
  return Array.from({ length: places }, (_, at) => ({
    id: `zmienna-${at + 1}`,
    label: t('weights:variable', { number: at + 1 }),
    options: [
      { value: '', text: t('weights:no-variable'), isChosen: chosen[at] === undefined },
      ...possible.map((variable) => optionOf(variable, chosen.slice(at, at + 1))),
    ],
  }));
};

const presentMargins = (
  { evaluation, dataset: { set } }: WeightsDesk,
  { draft, preview }: FormState,
  { ids, wrong }: { readonly ids: ReadonlyMap<string, string>; readonly wrong: readonly string[] },
  { t, format }: Translator,
): WeightFormView['margins'] =>
  (preview?.reading.margins ?? []).map(({ variables, cells }, at) => {
    const counts = shownCounts(preview?.reading.counts[at] ?? [], evaluation.smallestGroup);
    const labels = new Map(cells.map(({ key, label }) => [key, label]));
    return {
      title: variables.map(({ name }) => nameOf(set.variables.get(name) ?? { name, label: name })).join(' × '),
      cells: cells.map(({ key, label }, cell) => {
        const into = draft.joined.get(key);
        const intoLabel = into === undefined ? undefined : labels.get(into);
        const count = counts[cell];
        return {
          id: ids.get(key) ?? '',
          name: `cel=${key}`,
          label: capitalised(label),
          value: draft.totals.get(key) ?? '',
          n:
            count === null || count === undefined
              ? t('weights:hidden-n')
              : t('weights:n', { n: format.integer(count) }),
          isWrong: wrong.includes(ids.get(key) ?? ''),
          joined:
            into === undefined || intoLabel === undefined
              ? null
              : { name: `scal=${key}`, value: into, key, text: t('weights:joined', { label: intoLabel }) },
        };
      }),
    };
  });
