import type { Evaluation } from '../../evaluations';
import type { QuestionnaireDefinition } from '../domain';
import type { Draft, Drafts } from '../drafts';
import { materialise, TEMPLATES } from '../templates';
import { noSuchTemplate } from './problems';
import { owesOf } from './take-entries';

interface Needs {
  readonly drafts: Pick<Drafts, 'createDraft' | 'listDrafts'>;
}

/**
 * Begins a questionnaire of an evaluation from a template. Where the template's code is taken it gets a number.
 *
 * @throws Problem `bank.no-such-template` · `questionnaires.code-taken` when somebody took the code in the same moment
 */
export const startQuestionnaire =
  ({ drafts }: Needs) =>
  async (evaluation: Evaluation, templateCode: string, by: string): Promise<Draft> => {
    const template = TEMPLATES.find(({ definition }) => definition.code === templateCode);
    if (template === undefined) throw noSuchTemplate();
    const taken = new Set((await drafts.listDrafts(evaluation.id)).map(({ code }) => code));
    const definition = materialise(template.definition, { owes: owesOf(evaluation) });
    return drafts.createDraft(evaluation.id, by, { ...definition, code: freeCode(definition, taken) });
  };

const freeCode = ({ code }: QuestionnaireDefinition, taken: ReadonlySet<string>): string => {
  if (!taken.has(code)) return code;
  let number = 2;
  while (taken.has(`${code}-${number}`)) number += 1;
  return `${code}-${number}`;
};
