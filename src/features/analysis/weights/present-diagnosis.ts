import { capitalised, type Translator } from '../../../platform/i18n';
import type { Diagnosis, WeightBand } from '../domain/weights';

export interface DiagnosisView {
  readonly summary: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly hint: string | null }[];
  readonly margins: readonly {
    readonly title: string;
    readonly rows: readonly {
      readonly label: string;
      readonly n: string;
      readonly share: string;
      readonly target: string;
      readonly targetShare: string;
      readonly achievedShare: string;
    }[];
  }[];
  readonly heaviest: readonly { readonly weight: string; readonly people: string }[];
  readonly lightest: readonly { readonly weight: string; readonly people: string }[];
  readonly without: readonly string[];
  readonly trimmed: string | null;
}

/** A design effect above this costs half of the sample (Kish): said in words. */
const COSTLY = 2;
const EXACT = 0.0005;

export const presentDiagnosis = (diagnosis: Diagnosis, translator: Translator): DiagnosisView => {
  const { t, format } = translator;
  const fact = (name: string, value: string, hasHint = false) => ({
    label: t(`weights:facts.${name}`),
    value,
    hint: hasHint ? t(`weights:facts.${name}-hint`) : null,
  });
  const { all, n } = diagnosis;
  return {
    summary: [
      t('weights:diagnosis.rounds', { count: diagnosis.rounds }),
      diagnosis.largestMiss < EXACT
        ? t('weights:diagnosis.met')
        : t('weights:diagnosis.missed', { points: format.decimal(diagnosis.largestMiss * 100, 1) }),
      t(diagnosis.deff > COSTLY ? 'weights:diagnosis.costly' : 'weights:diagnosis.cost', {
        n: format.integer(n),
        effective: format.decimal(diagnosis.effectiveN, 0),
      }),
    ].join(' '),
    facts: [
      fact('n', t('weights:diagnosis.of', { n: format.integer(n), all: format.integer(all) })),
      fact('sum', format.decimal(diagnosis.sumOfWeights, 1)),
      fact('effectiveN', format.decimal(diagnosis.effectiveN, 1), true),
      fact('deff', format.decimal(diagnosis.deff, 3), true),
      fact('min', format.decimal(diagnosis.min, 3)),
      fact('max', format.decimal(diagnosis.max, 3)),
      fact('ratio', format.decimal(diagnosis.ratio, 1), true),
    ],
    margins: diagnosis.margins.map(({ label, cells }) => ({
      title: capitalised(label),
      rows: cells.map((cell) => ({
        label: capitalised(cell.label),
        n: format.integer(cell.n),
        share: format.percent(cell.share, 1),
        target: format.decimal(cell.target, Number.isInteger(cell.target) ? 0 : 1),
        targetShare: format.percent(cell.targetShare, 1),
        achievedShare: format.percent(cell.achievedShare, 1),
      })),
    })),
    heaviest: diagnosis.heaviest.map((band) => presentBand(band, translator)),
    lightest: diagnosis.lightest.map((band) => presentBand(band, translator)),
    without: diagnosis.without.map(({ label, people }) =>
      t('weights:diagnosis.without', { label: capitalised(label), count: people }),
    ),
    trimmed:
      diagnosis.limits === null
        ? null
        : t('weights:diagnosis.trimmed', {
            count: diagnosis.trimmed,
            lower: format.decimal(diagnosis.limits.lower, 3),
            upper: format.decimal(diagnosis.limits.upper, 3),
          }),
  };
};

const presentBand = ({ from, to, people }: WeightBand, { t, format }: Translator) => {
  const [low, high] = [format.decimal(from, 3), format.decimal(to, 3)];
  return { weight: low === high ? low : `${low}–${high}`, people: t('weights:people', { count: people }) };
};
