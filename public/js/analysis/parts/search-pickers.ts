/** Lists of boxes: a quick search in the long ones, closed by Escape, by a click beside them and by opening another. */
export const searchPickers = (page: Document): void => {
  const pickers = [...page.querySelectorAll<HTMLDetailsElement>('details[data-picker]')];
  for (const picker of pickers) {
    searchIn(picker);
    picker.addEventListener('toggle', () => {
      if (!picker.open) return;
      for (const other of pickers) if (other !== picker) other.open = false;
      picker.querySelector<HTMLInputElement>('[data-search]')?.focus();
    });
    picker.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !picker.open) return;
      picker.open = false;
      picker.querySelector('summary')?.focus();
    });
  }
  page.addEventListener('click', ({ target }) => {
    for (const picker of pickers) if (target instanceof Node && !picker.contains(target)) picker.open = false;
  });
};

const searchIn = (picker: HTMLDetailsElement): void => {
  const field = picker.querySelector<HTMLInputElement>('[data-search]');
  const nothing = picker.querySelector<HTMLElement>('.picker-nothing');
  const options = [...picker.querySelectorAll<HTMLElement>('.picker-option')];
  if (field?.parentElement == null) return;
  field.parentElement.hidden = false;
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    for (const option of options) option.hidden = !words.every((word) => plain(option.textContent).includes(word));
    if (nothing) nothing.hidden = options.some(({ hidden }) => !hidden);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
};

/** "Łatwość" is found by "latwosc". */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
