import type { Answer } from '../../../../src/features/questionnaires/domain/definition';
import type { Condition } from '../../../../src/features/questionnaires/domain/expression/expression';
import { isTrue } from '../../../../src/features/questionnaires/domain/expression/is-true';

/**
 * Shows and hides questions of the page as answers change, by the same engine that the server asks later. Without scripts
 * the server shows the page once more when its answers bring up questions.
 */
export const revealQuestions = (form: HTMLFormElement): void => {
  showOtherTexts(form);
  const dependants = [...form.querySelectorAll<HTMLElement>('[data-shown-if]')];
  const reveal = (): void => {
    showOtherTexts(form);
    if (dependants.length > 0) applyConditions(form, dependants);
  };
  for (const dependant of dependants) enable(dependant);
  form.addEventListener('change', reveal);
  form.addEventListener('input', reveal);
  reveal();
};

/** Its fields may be sent from now on; the server ignores those that routing hides. */
const enable = (dependant: HTMLElement): void => {
  for (const control of dependant.querySelectorAll<HTMLInputElement>('input, select, textarea, button'))
    control.disabled = false;
};

const applyConditions = (form: HTMLFormElement, dependants: readonly HTMLElement[]): void => {
  for (const dependant of dependants) {
    const condition = JSON.parse(dependant.dataset['shownIf'] ?? '') as Condition;
    dependant.hidden = !isTrue(condition, visibleAnswers(form));
  }
  for (const item of form.querySelectorAll<HTMLElement>('[data-item]')) {
    const rows = [...item.querySelectorAll<HTMLElement>('[data-row]')];
    if (rows.length > 0 && !('shownIf' in item.dataset)) item.hidden = rows.every((row) => row.hidden);
  }
  renumber(form);
};

/** Answers that count at this moment: earlier pages and what is shown here. */
const visibleAnswers = (form: HTMLFormElement): Readonly<Record<string, Answer>> => {
  const answers = JSON.parse(form.dataset['earlier'] ?? '{}') as Record<string, Answer>;
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '' || isHidden(form, name)) continue;
    const earlier = answers[name];
    answers[name] = isSeveral(form, name)
      ? [...((earlier ?? []) as string[]), ...value.split(',')]
      : plainNumber(value);
  }
  return answers;
};

const controlOf = (form: HTMLFormElement, name: string): Element | null =>
  form.querySelector(
    `input[name="${name}"]:not([type="hidden"]), select[name="${name}"], textarea[name="${name}"], [data-ranking="${name}"]`,
  );

const isHidden = (form: HTMLFormElement, name: string): boolean => controlOf(form, name)?.closest('[hidden]') != null;

const isSeveral = (form: HTMLFormElement, name: string): boolean => {
  const control = controlOf(form, name);
  return control?.getAttribute('type') === 'checkbox' || control?.hasAttribute('data-ranking') === true;
};

const plainNumber = (text: string): string =>
  /^[\d\s]+(,\d+)?$/.test(text) ? text.replace(/\s/g, '').replace(',', '.') : text;

/** The text beside "inna, jaka?" only when that answer is chosen. */
const showOtherTexts = (form: HTMLFormElement): void => {
  for (const box of form.querySelectorAll<HTMLElement>('.choices > [data-other]')) {
    const choice = box.previousElementSibling?.querySelector<HTMLInputElement>('input');
    box.hidden = choice?.checked !== true;
  }
};

const renumber = (form: HTMLFormElement): void => {
  let number = Number(form.dataset['firstNumber']);
  for (const place of form.querySelectorAll('[data-item]:not([hidden]) [data-number]')) {
    place.textContent = String(number);
    number += 1;
  }
};
