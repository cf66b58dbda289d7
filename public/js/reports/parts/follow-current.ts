/** The block in which somebody works is the current one: another is added after it. */
export const followCurrent = (form: HTMLFormElement, text: string): void => {
  const after = form.querySelector<HTMLInputElement>('input[name="po"]');
  const legend = form.querySelector<HTMLElement>('[data-add-legend]');
  form.addEventListener('focusin', (event) => {
    const block = (event.target as Element).closest<HTMLElement>('[data-block]');
    if (block === null || after === null || after.value === block.dataset['block']) return;
    for (const other of form.querySelectorAll('[data-block][aria-current]')) {
      other.classList.remove('current');
      other.removeAttribute('aria-current');
    }
    block.classList.add('current');
    block.setAttribute('aria-current', 'true');
    after.value = block.dataset['block'] ?? '';
    if (legend !== null) legend.textContent = text.replace('{number}', block.dataset['number'] ?? '');
  });
};
