interface Heard {
  /** Connected, with what is true now. */
  readonly onHello: (state: string) => void;
  readonly onChange: () => void;
  readonly onLost: () => void;
}

const AGAIN_MS = 2_000;

/** The browser comes back after a break by itself, but not after an answer that is no stream: a proxy's apology, or too many connections. */
export const keepListening = (address: string, { onHello, onChange, onLost }: Heard): void => {
  const stream = new EventSource(address);
  stream.addEventListener('hello', (event) => {
    onHello(String(event.data));
  });
  stream.addEventListener('change', onChange);
  stream.addEventListener('error', () => {
    onLost();
    if (stream.readyState !== EventSource.CLOSED) return;
    // What changes meanwhile is asked for when it is heard again; the state of the hello says whether it is needed.
    setTimeout(
      () => {
        keepListening(address, { onHello, onChange, onLost });
      },
      AGAIN_MS + Math.random() * AGAIN_MS,
    );
  });
};
