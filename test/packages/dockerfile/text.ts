import { parseDockerfile, type Dockerfile, type Instruction } from '#dockerfile';

/** A Dockerfile from its lines. */
export const file = (...lines: readonly string[]): Dockerfile =>
  parseDockerfile(`${lines.join('\n')}\n`, 'Dockerfile');

/** The instructions of a stage that has these lines. */
export const inStage = (...lines: readonly string[]): readonly Instruction[] =>
  file('FROM scratch', ...lines).stages[0]?.instructions ?? [];

/** What a call throws, as one sentence. */
export function sentence(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}
