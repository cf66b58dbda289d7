/** A second press while the first is under way sends nothing. The server would count it once anyway. */
export const sendOnce = (form: HTMLFormElement): void => {
  const PATIENCE_MS = 8_000;
  let sentAtMs = -PATIENCE_MS;
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    const nowMs = performance.now();
    if (nowMs - sentAtMs < PATIENCE_MS) event.preventDefault();
    else sentAtMs = nowMs;
  });
  addEventListener('pageshow', () => {
    sentAtMs = -PATIENCE_MS;
  });
};
