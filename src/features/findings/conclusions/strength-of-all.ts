import { strengthOf, type Conclusion, type Strength } from '../domain';
import { baseOfTable } from '../read-proven';
import type { WorkRead } from '../read-work';

/** How well conclusions are proven by all findings behind them together. */
export const strengthOfAll = (
  conclusions: readonly Pick<Conclusion, 'findings'>[],
  { findings, tables }: Pick<WorkRead, 'findings' | 'tables'>,
): Strength =>
  strengthOf(
    findings
      .filter(({ id }) => conclusions.some((one) => one.findings.includes(id)))
      .flatMap(({ evidence }) => evidence),
    (publication) => baseOfTable(tables.get(publication)),
  );
