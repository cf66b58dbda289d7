import { compileVersion, faultsIn, type CompiledVersion, type DefinitionFault } from '..';
import type { QuestionnaireDefinition } from '../definition';

/** A draft as far as it can be asked: its faults, or, without any, the version they do not stand in the way of. */
export interface MadeReady {
  readonly faults: readonly DefinitionFault[];
  /** Null while there are faults. */
  readonly compiled: CompiledVersion | null;
}

export const makeReady = (definition: QuestionnaireDefinition): MadeReady => {
  const faults = faultsIn(definition);
  return { faults, compiled: faults.length > 0 ? null : compileVersion(definition) };
};
