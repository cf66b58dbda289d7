import { cpus, loadavg, totalmem } from 'node:os';

export interface Row {
  readonly name: string;
  readonly metrics: Readonly<Record<string, number>>;
}

export interface Bench {
  readonly bench: string;
  readonly rows: readonly Row[];
  /** Quotients of two measurements of this run: they survive a change of machine. */
  readonly ratios: Readonly<Record<string, number>>;
}

const machine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
  load: loadavg().map((value) => Math.round(value * 100) / 100),
});

const rounded = (value: number): number => Number(value.toPrecision(4));

const metricsOf = ({ rows, ratios }: Bench): Record<string, number> => ({
  ...Object.fromEntries(
    rows.flatMap(({ name, metrics }) =>
      Object.entries(metrics).map(([metric, value]) => [`${name}.${metric}`, rounded(value)]),
    ),
  ),
  ...Object.fromEntries(Object.entries(ratios).map(([name, value]) => [`ratio.${name}`, rounded(value)])),
});

/** One JSON object on one line, or a table for people. */
export const printBench = (bench: Bench, asJson: boolean): void => {
  if (asJson) {
    console.log(JSON.stringify({ bench: bench.bench, machine: machine(), metrics: metricsOf(bench) }));
    return;
  }
  console.log(`bench ${bench.bench}`, machine());
  console.table(
    Object.fromEntries(
      bench.rows.map(({ name, metrics }) => [
        name,
        Object.fromEntries(Object.entries(metrics).map(([metric, value]) => [metric, rounded(value)])),
      ]),
    ),
  );
  console.table(
    Object.fromEntries(Object.entries(bench.ratios).map(([name, value]) => [name, { ratio: rounded(value) }])),
  );
};
