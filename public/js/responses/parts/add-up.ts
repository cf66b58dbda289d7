import { sumSoFar } from '../../../../src/features/responses/domain/sum-so-far';
import { fill } from './texts';

/** A moment of quiet before the total is said, so that it is not read out with every figure typed. */
const QUIET_MS = 700;

/** "Razem: 60%. Zostało 40%." below the parts of a sum. */
export const addUp = (form: HTMLFormElement): void => {
  for (const box of form.querySelectorAll<HTMLElement>('[data-sum]')) {
    let timer = 0;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        say(box);
      }, QUIET_MS);
    });
  }
};

const say = (box: HTMLElement): void => {
  const status = box.querySelector('[role="status"]');
  const parts = [...box.querySelectorAll<HTMLInputElement>('.sum-row:not([hidden]) input')];
  const sum = sumSoFar(parts.map(({ value }) => value));
  const total = Number(box.dataset['sum']);
  const sentences = JSON.parse(box.dataset['sentences'] ?? '{}') as Readonly<Record<string, string>>;
  const sentence = sentences[sum === total ? 'exact' : sum < total ? 'less' : 'more'] ?? '';
  const rest = Math.round(Math.abs(total - sum) * 100) / 100;
  if (status !== null) status.textContent = fill(sentence, { sum: written(sum), rest: written(rest) });
};

const written = (number: number): string => String(number).replace('.', ',');
