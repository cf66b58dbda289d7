import { addUp } from './parts/add-up';
import { autosave } from './parts/autosave';
import { countCharacters } from './parts/count-characters';
import { keepExclusive } from './parts/keep-exclusive';
import { rankInPlace } from './parts/rank-in-place';
import { repeatAnswers } from './parts/repeat-answers';
import { revealQuestions } from './parts/reveal-questions';
import { sendOnce } from './parts/send-once';
import type { Texts } from './parts/texts';

/* Everything here makes a page faster that works without it. */

document.querySelector<HTMLElement>('.err-summary')?.focus();

const form = document.querySelector<HTMLFormElement>('.q-form');
if (form !== null) {
  const texts = JSON.parse(form.dataset['texts'] ?? '{}') as Texts;
  if (!('preview' in form.dataset)) autosave(form, texts);
  keepExclusive(form);
  rankInPlace(form, texts);
  countCharacters(form, texts);
  addUp(form);
  repeatAnswers(form);
  revealQuestions(form);
  sendOnce(form);
}
