/**
 * Items are dragged to another place on the outline; the form that the place menu posts is posted here, too. Nothing needs
 * dragging: buttons and the menu do the same by keyboard.
 */
export const dragItems = (outline: HTMLElement): void => {
  const form = document.querySelector<HTMLFormElement>('[data-move]');
  if (form === null) return;
  let dragged: HTMLElement | undefined;

  for (const row of outline.querySelectorAll<HTMLElement>('[data-code]')) row.draggable = true;
  // A link is dragged as an address unless it says otherwise.
  for (const link of outline.querySelectorAll('a')) link.draggable = false;

  outline.addEventListener('dragstart', (event) => {
    dragged = (event.target as Element).closest<HTMLElement>('[data-code]') ?? undefined;
    event.dataTransfer?.setData('text/plain', dragged?.dataset['code'] ?? '');
  });
  outline.addEventListener('dragover', (event) => {
    const place = placeAt(event, dragged);
    mark(outline, place);
    if (place !== undefined) event.preventDefault();
  });
  outline.addEventListener('dragend', () => {
    mark(outline, undefined);
    dragged = undefined;
  });
  outline.addEventListener('drop', (event) => {
    const place = placeAt(event, dragged);
    const code = dragged?.dataset['code'];
    if (place === undefined || code === undefined) return;
    event.preventDefault();
    const field = form.querySelector<HTMLInputElement>('input[name="miejsce"]');
    if (field === null) return;
    field.value = place.dataset['place'] ?? '';
    form.action = `${location.pathname.replace(/\/(pytania|strony)\/.*$/, '')}/pytania/${code}/przenies`;
    form.submit();
  });
};

/** The row or page below the pointer; an item goes right after it. */
const placeAt = (event: DragEvent, dragged: HTMLElement | undefined): HTMLElement | undefined => {
  const place = (event.target as Element).closest<HTMLElement>('[data-place]') ?? undefined;
  return dragged === undefined || place === dragged ? undefined : place;
};

const mark = (outline: HTMLElement, place: HTMLElement | undefined): void => {
  for (const row of outline.querySelectorAll('.is-over')) row.classList.remove('is-over');
  place?.classList.add('is-over');
};
