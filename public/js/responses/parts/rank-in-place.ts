import { moveInRanking, type RankingMove } from '../../../../src/features/questionnaires/domain/move-in-ranking';
import { fill, type Texts } from './texts';

/** Moves rows of a ranking without asking the server. The order goes with the form, as it does without scripts. */
export const rankInPlace = (form: HTMLFormElement, texts: Texts): void => {
  for (const box of form.querySelectorAll<HTMLElement>('[data-ranking]'))
    box.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('button[name="ruch"]');
      if (button === null) return;
      event.preventDefault();
      if (button.getAttribute('aria-disabled') === 'true') return;
      const [, kind = '', code = ''] = button.value.split(':');
      press(box, { kind: kind as RankingMove['kind'], code }, texts);
    });
};

const press = (box: HTMLElement, move: RankingMove, texts: Texts): void => {
  const carrier = box.querySelector<HTMLInputElement>('input[type="hidden"]');
  if (carrier === null) return;
  const most = Number(box.dataset['most']);
  const before = codesIn(carrier.value);
  const after = moveInRanking(clearFor(box, move, before), move, most);
  const label = labelOf(box, move.code);
  const place = rowsOf(box, 'ol')
    .concat(rowsOf(box, 'ul'))
    .findIndex((row) => row.dataset['choice'] === move.code);
  carrier.value = after.join(',');
  draw(box, after, most);
  say(box, after, move, label, most, texts);
  focusAfter(box, move, place - (move.kind === 'add' ? before.length : 0));
  carrier.dispatchEvent(new Event('change', { bubbles: true }));
};

const codesIn = (list: string | undefined): readonly string[] => (list ?? '').split(',').filter((code) => code !== '');

/** A choice that stands alone ("żadna") replaces the others and yields to them. */
const clearFor = (box: HTMLElement, { kind, code }: RankingMove, codes: readonly string[]): readonly string[] => {
  const alone = codesIn(box.dataset['alone']);
  if (kind !== 'add') return codes;
  return alone.includes(code) ? [] : codes.filter((other) => !alone.includes(other));
};

const rowsOf = (box: HTMLElement, list: 'ol' | 'ul'): HTMLElement[] => [
  ...box.querySelectorAll<HTMLElement>(`${list} > li`),
];

const labelOf = (box: HTMLElement, code: string): string =>
  box.querySelector(`li[data-choice="${code}"] [data-label]`)?.textContent ?? '';

const draw = (box: HTMLElement, chosen: readonly string[], most: number): void => {
  const all = codesIn(box.dataset['codes']);
  const labels = new Map(all.map((code) => [code, labelOf(box, code)]));
  const row = (kind: string, code: string): Node => copyOf(box, kind, code, labels.get(code) ?? '');
  box.querySelector('ol')?.replaceChildren(...chosen.map((code) => row('ranked', code)));
  box
    .querySelector('ul')
    ?.replaceChildren(...all.filter((code) => !chosen.includes(code)).map((code) => row('remaining', code)));
  const disable = (selector: string): void => {
    for (const button of box.querySelectorAll(selector)) button.setAttribute('aria-disabled', 'true');
  };
  disable('ol > li:first-child button[value*=":up:"]');
  disable('ol > li:last-child button[value*=":down:"]');
  if (chosen.length >= most) disable('ul button');
  for (const other of box.querySelectorAll<HTMLElement>('[data-other]'))
    other.hidden = !chosen.includes(other.dataset['other'] ?? '');
};

/** A row from the page's own template: the server wrote its words, here only code and label are put in. */
const copyOf = (box: HTMLElement, kind: string, code: string, label: string): Node => {
  const template = box.querySelector<HTMLTemplateElement>(`template[data-${kind}]`);
  const copy = document.importNode((template as HTMLTemplateElement).content, true);
  const put = (text: string): string => text.replace('@code', code).replace('@label', label);
  for (const element of copy.querySelectorAll('*')) {
    for (const attribute of element.attributes) attribute.value = put(attribute.value);
    if ('label' in (element as HTMLElement).dataset) element.textContent = label;
  }
  return copy;
};

const say = (
  box: HTMLElement,
  chosen: readonly string[],
  { kind, code }: RankingMove,
  label: string,
  most: number,
  texts: Texts,
): void => {
  const count = fill(chosen.length >= most ? texts.full : texts.chosen, { chosen: chosen.length, most });
  const moved =
    kind === 'remove'
      ? fill(texts.removed, { label })
      : fill(texts.place, { label, place: chosen.indexOf(code) + 1, chosen: chosen.length });
  const status = box.querySelector('[role="status"]');
  if (status !== null) status.textContent = `${moved}. ${count}`;
};

/** Arrows keep the focus; after adding and removing it goes to the row that took the place. */
const focusAfter = (box: HTMLElement, { kind, code }: RankingMove, place: number): void => {
  if (kind === 'up' || kind === 'down') {
    box.querySelector<HTMLElement>(`button[value$=":${kind}:${code}"]`)?.focus();
    return;
  }
  const rows = rowsOf(box, kind === 'add' ? 'ul' : 'ol');
  const row = rows[Math.min(place, rows.length - 1)] ?? rowsOf(box, 'ul')[0];
  [...(row?.querySelectorAll<HTMLElement>('button') ?? [])].at(-1)?.focus();
};
