import { writeJson } from '../interchange/json/envelope';
import { TEMPLATES } from '../templates';

/** A template as a questionnaire file, by the file's name; undefined where there is no such template. */
export const templateFile = (name: string): string | undefined => {
  const template = TEMPLATES.find(({ definition }) => `${definition.code}.json` === name);
  return template === undefined ? undefined : writeJson(template.definition);
};
