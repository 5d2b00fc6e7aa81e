export { exitCode, type ExitCode, type Gate, type Outcome, type Result } from './gate.ts';
