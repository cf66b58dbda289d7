/**
 * The experts' sheet with scripts: spheres that were put in order come first among the scores, in that order, as they do after saving without
 * scripts; a sphere that has a place cannot be chosen for another.
 */
const expertSheet = document.querySelector<HTMLFormElement>('[data-sheet]');

if (expertSheet !== null) {
  const places = [...expertSheet.querySelectorAll<HTMLSelectElement>('select[name=miejsce]')];
  const [ranked, others] = ['ranked', 'others'].map((name) =>
    expertSheet.querySelector<HTMLElement>(`[data-rows=${name}]`),
  );
  /** In the order of the list, whatever has been ranked already. */
  const order = [...(places[0]?.options ?? [])].map(({ value }) => value).filter((value) => value !== '');
  const rows = new Map(
    [...expertSheet.querySelectorAll<HTMLElement>('[data-sphere]')].map((row) => [row.dataset['sphere'] ?? '', row]),
  );
  const rowsOf = (codes: readonly string[]): readonly HTMLElement[] => codes.flatMap((code) => rows.get(code) ?? []);

  const put = (body: HTMLElement | null | undefined, own: readonly HTMLElement[]): void => {
    body?.append(...own);
    const region = body?.closest<HTMLElement>('[role=region]');
    if (region !== null && region !== undefined) region.hidden = own.length === 0;
    const fold = body?.closest<HTMLElement>('details');
    if (fold !== null && fold !== undefined) fold.hidden = own.length === 0;
  };

  const arrange = (): void => {
    const chosen = [...new Set(places.map(({ value }) => value).filter((value) => value !== ''))];
    for (const place of places)
      for (const option of place.options)
        option.disabled = option.value !== place.value && chosen.includes(option.value);
    put(ranked, rowsOf(chosen));
    put(others, rowsOf(order.filter((code) => !chosen.includes(code))));
  };

  if (others !== null) {
    for (const place of places) place.addEventListener('change', arrange);
    arrange();
  }
  expertSheet.querySelector<HTMLElement>('[role=alert]')?.focus();
}
