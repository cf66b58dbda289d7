import type { Composing } from '../composing';
import { presentFinding } from '../compose-finding';
import { criterionOf } from '../datasets';
import { missing, together, under, type Drawn } from '../drawn';
import { codeOfCriterion, CRITERIA_IN_ORDER, nameOfCriterion } from './criteria';
import { ownDatasets, questionsOf, type Question } from './questions';
import { readyFindings } from './ready';
import { presentAll } from './results-by-module';

/** Findings and questions under their criterion; what has none, and who answered, comes last. */
export const resultsByCriterion = async (composing: Composing): Promise<Drawn> => {
  const { translator } = composing;
  const questions = (await ownDatasets(composing)).flatMap(questionsOf);
  const findings = await readyFindings(composing);
  const own = findings.flatMap(({ criterion }) => (criterion?.kind === 'own' ? criterion.name : []));
  const parts: Drawn[] = [];
  const known: readonly string[] = [...new Set<string>([...CRITERIA_IN_ORDER, ...own])];
  for (const code of [...known, null]) {
    const told: Drawn[] = [];
    for (const finding of findings)
      if (codeOfCriterion(finding.criterion) === code) told.push(await presentFinding(finding, composing, 'text'));
    const asked = questions.filter((question) => isOf(question, code, known));
    const text = code === null ? translator.t('compose:criterion.none') : nameOfCriterion(code, translator);
    const part = together(...told, await presentAll(asked, composing, 'short'));
    parts.push(under({ kind: 'heading', level: 2, text }, part));
  }
  const all = together(...parts);
  return all.blocks.length === 0 ? missing(translator.t('compose:missing.answers')) : all;
};

/** Statements of one question share its criterion. */
const isOf = ({ variables: [first] }: Question, code: string | null, known: readonly string[]): boolean => {
  const criterion = first === undefined ? null : criterionOf(first);
  return code === null ? criterion === null || !known.includes(criterion) : criterion === code;
};
