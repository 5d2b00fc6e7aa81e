export { type GivenBranch } from './default-branch.ts';
export { openHistory } from './open.ts';
export { terminalEvent } from './terminal-event.ts';
