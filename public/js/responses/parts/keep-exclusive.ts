/** "Żadne z powyższych" clears the other answers, and they clear it; the server does the same later. */
export const keepExclusive = (form: HTMLFormElement): void => {
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
    const isExclusive = 'exclusive' in target.dataset;
    for (const other of form.querySelectorAll<HTMLInputElement>(`input[name="${target.name}"]`))
      if (other !== target && (isExclusive || 'exclusive' in other.dataset)) other.checked = false;
  });
};
