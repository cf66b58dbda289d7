import type { Answer } from '../../../../src/features/questionnaires/domain/definition';
import { evaluate, isTrue } from '../../../../src/features/questionnaires/domain/expression/evaluate';
import type { Condition, Expression } from '../../../../src/features/questionnaires/domain/expression/expression';

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
    dependant.hidden = !isTrue(condition, visibleAnswers(form), momentOf(form));
  }
  for (const item of form.querySelectorAll<HTMLElement>('[data-item]')) {
    const rows = [...item.querySelectorAll<HTMLElement>('[data-row]')];
    if (rows.length > 0 && !('shownIf' in item.dataset)) item.hidden = rows.every((row) => row.hidden);
  }
  for (const block of form.querySelectorAll<HTMLElement>('[data-block]'))
    block.hidden = block.querySelector('.q:not([hidden])') === null;
  renameButton(form);
  renumber(form);
};

const momentOf = (form: HTMLFormElement) => ({ today: form.dataset['today'] ?? '' });

/** "Zakończ ankietę" instead of "Dalej" where the answers end the questionnaire. */
const renameButton = (form: HTMLFormElement): void => {
  const ends = form.querySelector('[data-end]:not([hidden])') !== null;
  const name = form.querySelector<HTMLElement>('[data-ends]');
  const usual = form.querySelector<HTMLElement>('[data-goes-on]');
  if (name === null || usual === null) return;
  name.hidden = !ends;
  usual.hidden = ends;
};

/** Answers that count at this moment: earlier pages and what is shown here. */
const visibleAnswers = (form: HTMLFormElement): Readonly<Record<string, Answer>> => {
  const answers = JSON.parse(form.dataset['earlier'] ?? '{}') as Record<string, Answer>;
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '') continue;
    const control = controlOf(form, name);
    if (control?.closest('[hidden]') != null || isSilence(form, name, value)) continue;
    answers[name] = isSeveral(control)
      ? [...((answers[name] ?? []) as string[]), ...value.split(',')]
      : control?.matches('.q-number') === true
        ? numberIn(value)
        : value;
  }
  for (const { code, expression } of JSON.parse(form.dataset['calculations'] ?? '[]') as Calculation[]) {
    const value = evaluate(expression, answers, momentOf(form));
    if (value !== '') answers[code] = typeof value === 'string' ? value : Number(value);
  }
  return answers;
};

interface Calculation {
  readonly code: string;
  readonly expression: Expression;
}

const controlOf = (form: HTMLFormElement, name: string): Element | null =>
  form.querySelector(
    `input[name="${name}"]:not([type="hidden"]), select[name="${name}"], textarea[name="${name}"], [data-ranking="${name}"]`,
  );

/** "Trudno powiedzieć" is no answer to any condition. */
const isSilence = (form: HTMLFormElement, name: string, value: string): boolean =>
  [
    ...form.querySelectorAll<HTMLInputElement | HTMLOptionElement>(
      `[name="${name}"][data-missing], [name="${name}"] > [data-missing]`,
    ),
  ].some((choice) => choice.value === value);

const isSeveral = (control: Element | null): boolean =>
  control?.getAttribute('type') === 'checkbox' || control?.hasAttribute('data-ranking') === true;

const numberIn = (text: string): string | number => {
  const number = Number(text.replace(/\s/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : text;
};

/** The text beside "inna, jaka?" only when that answer is chosen. */
const showOtherTexts = (form: HTMLFormElement): void => {
  for (const box of form.querySelectorAll<HTMLElement>('.choices > [data-other]')) {
    const before = box.previousElementSibling;
    const list = box.parentElement?.querySelector('select');
    box.hidden =
      list == null
        ? before?.querySelector<HTMLInputElement>('input')?.checked !== true
        : list.value !== box.dataset['other'];
  }
};

const renumber = (form: HTMLFormElement): void => {
  let number = Number(form.dataset['firstNumber']);
  for (const place of form.querySelectorAll('[data-item]:not([hidden]) [data-number]')) {
    place.textContent = String(number);
    number += 1;
  }
};
