export { exitCode, type ExitCode, type Gate } from './gate.ts';
export { resultSchema, type Outcome, type Result } from './result.ts';
