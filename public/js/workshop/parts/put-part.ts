/** What tells a form of a part from the others, whatever revision it was drawn from. */
const nameOf = (form: HTMLFormElement | null | undefined): string =>
  [...(form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])]
    .filter(({ name }) => name !== '_csrf' && name !== 'rewizja')
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');

/** Puts new markup in place of the old: what is open stays open, and the focus stays on the same button. */
export const putPart = (part: HTMLElement, html: string): void => {
  const focused = document.activeElement;
  const name = focused !== null && part.contains(focused) ? nameOf(focused.closest('form')) : '';
  const opened = new Set([...part.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent));
  part.innerHTML = html;
  for (const summary of part.querySelectorAll('details > summary'))
    if (opened.has(summary.textContent)) summary.parentElement?.setAttribute('open', '');
  if (name === '') return;
  const again = [...part.querySelectorAll('form')].find((form) => nameOf(form) === name);
  again?.querySelector<HTMLElement>('button')?.focus();
};
