/** We are told to end: 128 and the number of the signal. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly exit: 130 | 143;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`ended by ${signal}`);
    this.exit = signal === 'SIGINT' ? 130 : 143;
  }
}

/**
 * Calls `first` with the first SIGINT or SIGTERM, and `second` with each after it.
 * GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and 2.5 s later kills.
 */
export function onSignals(
  first: (reason: Interrupted) => void,
  second: (reason: Interrupted) => void,
): () => void {
  let take = (reason: Interrupted) => {
    take = second;
    first(reason);
  };
  const listen = (signal: NodeJS.Signals) => {
    take(new Interrupted(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM'));
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return () => {
    process.off('SIGINT', listen);
    process.off('SIGTERM', listen);
  };
}
