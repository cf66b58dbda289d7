import { referencesOf, type CompiledVersion, type Condition, type Expression } from '../../questionnaires/domain';

/** A value that is worked out from answers, for a script that knows only the page before it. */
export interface Calculation {
  readonly code: string;
  readonly expression: Expression;
}

/** Whether answers on this page decide what the expression comes to, also by way of calculated values. */
export const dependsOnPage = (compiled: CompiledVersion, pageNumber: number, expression: Expression): boolean =>
  referencesOf(expression).some((code) => {
    const field = compiled.fieldByCode.get(code);
    if (field?.page !== pageNumber) return false;
    return field.kind !== 'calculated' || dependsOnPage(compiled, pageNumber, field.expression);
  });

/** The calculated values of this page that the conditions look at, each after those that it is made of. */
export const calculationsFor = (
  compiled: CompiledVersion,
  pageNumber: number,
  conditions: readonly Condition[],
): readonly Calculation[] => {
  const wanted = new Set<string>();
  const want = (expression: Expression): void => {
    for (const code of referencesOf(expression)) {
      const field = compiled.fieldByCode.get(code);
      if (field?.page !== pageNumber || field.kind !== 'calculated' || wanted.has(code)) continue;
      wanted.add(code);
      want(field.expression);
    }
  };
  conditions.forEach(want);
  return compiled.fields.flatMap((field) =>
    field.kind === 'calculated' && wanted.has(field.code) ? [{ code: field.code, expression: field.expression }] : [],
  );
};
