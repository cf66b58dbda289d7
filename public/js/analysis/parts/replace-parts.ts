/** Puts the parts of another copy of this page in the place of those of the same name. */
export const takeParts = (page: HTMLElement, incoming: Document): void => {
  for (const part of page.querySelectorAll<HTMLElement>('[data-part]')) {
    const name = part.dataset['part'] ?? '';
    const successor = incoming.querySelector(`[data-results] [data-part="${name}"]`);
    part.replaceChildren(
      ...(successor === null ? [] : [...successor.childNodes].map((node) => document.adoptNode(node))),
    );
  }
};

export const fillPart = (page: HTMLElement, name: string, children: readonly Node[]): void => {
  page.querySelector(`[data-part="${name}"]`)?.replaceChildren(...children);
};
