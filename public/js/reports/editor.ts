import { autosaveBlocks, type Texts } from './parts/autosave-blocks';
import { followCurrent } from './parts/follow-current';

/* Everything here makes a page faster that works without it. */

const form = document.querySelector<HTMLFormElement>('#rozdzial');
if (form !== null) {
  const texts = JSON.parse(form.dataset['texts'] ?? '{}') as Texts;
  autosaveBlocks(form, texts, () => {
    document.querySelector<HTMLIFrameElement>('[data-preview]')?.contentWindow?.location.reload();
  });
  followCurrent(form, texts.after);
}
