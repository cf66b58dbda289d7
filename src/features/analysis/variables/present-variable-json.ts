import { MISSING_CODES } from './present-entry';
import type { ReadVariable } from './read-variable';

/** A derived variable for programs: definition, unrounded result, log; null counts are hidden. */
export const presentVariableJson = ({ desk, change, isCurrent, outcome, fault, history, users }: ReadVariable) => ({
  evaluation: { id: desk.evaluation.id, title: desk.evaluation.title },
  dataset: { code: desk.dataset.code, title: desk.dataset.title, dataCut: desk.dataset.dataCut },
  smallestGroup: desk.evaluation.smallestGroup,
  name: change.name,
  version: change.version,
  isCurrent,
  label: change.label,
  derivation: change.derivation,
  sources: change.pins,
  usedBy: users.map(({ name, version }) => ({ name, version })),
  fault: fault === null ? null : { kind: fault.kind, details: fault.details },
  result:
    outcome === null
      ? null
      : {
          sensitive: outcome.sensitive,
          bases: { all: outcome.counts.all, asked: outcome.counts.asked, answered: outcome.counts.answered },
          missing: Object.fromEntries(MISSING_CODES.map((code, at) => [code, outcome.counts.states[at] ?? null])),
          lines: outcome.lines.map((line, at) => ({ ...line, n: outcome.counts.categories[at] ?? null })),
          summary: outcome.summary,
          reliability: outcome.reliability,
        },
  log: history.map(({ version, kind, by, at, label, derivation }) => ({
    version,
    kind,
    by: by.name,
    at: at.toISOString(),
    label,
    derivation,
  })),
});
