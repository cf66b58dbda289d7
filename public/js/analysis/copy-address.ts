/** A button that copies the address beside it; without the clipboard, the address can be copied by hand. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const field = document.querySelector<HTMLInputElement>(`#${button.dataset['copy'] ?? ''}`);
  if (field === null || !('clipboard' in navigator)) continue;
  field.value = new URL(field.value, location.href).href;
  button.hidden = false;
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(field.value).then(() => {
      const told = document.querySelector<HTMLElement>('[data-copied]');
      if (told !== null) told.hidden = false;
    });
  });
}
