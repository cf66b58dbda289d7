import type { Variable } from '../variables/variable';
import { readVersionedName, type Pin } from './derivation';

/**
 * Variables of a set with others after them. Older versions of derived ones are not listed, but answer to
 * `name@version`, so that a number can be proved after its variable has changed.
 */
export class ExtendedVariables extends Map<string, Variable> {
  readonly #older: (pin: Pin) => Variable | undefined;

  constructor(
    asked: ReadonlyMap<string, Variable>,
    added: readonly Variable[],
    older: (pin: Pin) => Variable | undefined = () => undefined,
  ) {
    super(asked);
    for (const variable of added) this.set(variable.name, variable);
    this.#older = asked instanceof ExtendedVariables ? (pin) => asked.#older(pin) : older;
  }

  override get(name: string): Variable | undefined {
    const listed = super.get(name);
    if (listed !== undefined) return listed;
    const pin = readVersionedName(name);
    return pin === null ? undefined : this.#older(pin);
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }
}
