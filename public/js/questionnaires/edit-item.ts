import { autosave, type Texts } from './parts/autosave-item';
import { changeLinesInPlace } from './parts/change-lines-in-place';
import { dragItems } from './parts/drag-items';

/* Everything here makes a page faster that works without it. */

const form = document.querySelector<HTMLFormElement>('#pytanie');
if (form !== null) {
  const texts = JSON.parse(form.dataset['texts'] ?? '{}') as Texts;
  const saving = autosave(form, texts);
  changeLinesInPlace(form, saving);
}
const outline = document.querySelector<HTMLElement>('[data-outline]');
if (outline !== null) dragItems(outline);
