import type { LinkShown } from './present-number';
import type { NumberProof } from './read-number';

/** A number and what stands behind it, unrounded. */
export const presentNumberJson = (proof: NumberProof, shown: LinkShown | null) => {
  const { evaluation, dataset, wanted, variable, table, at, value, unweighted, states, versions } = proof;
  const [block] = table.blocks;
  return {
    evaluation: evaluation.id,
    resultState: evaluation.resultState,
    dataset: { code: dataset.code, cut: dataset.cut, dataCut: dataset.dataCut },
    number: wanted,
    wording: variable.origin?.kind === 'item' ? variable.origin.wording : variable.label,
    column: table.columns[at] ?? null,
    value: value?.value ?? null,
    interval: value?.cell.interval ?? null,
    base: block?.bases[at] ?? null,
    hidden: block?.hidden[at] ?? null,
    unweighted: unweighted?.value ?? null,
    states,
    tests: block?.tests.filter(({ variable: name }) => name === table.columns[at]?.variable) ?? [],
    versions: versions.map(({ version, hash, publishedAt }) => ({ version, hash, publishedAt })),
    link:
      shown === null
        ? null
        : { code: shown.link.code, cut: shown.link.cut, told: shown.link.value, isSame: shown.isSame },
  };
};
