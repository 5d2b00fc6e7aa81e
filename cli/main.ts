import { startCli } from '../actions/index.ts';

await startCli();
