import { readFileSync } from 'node:fs';

import { countLine, type Report } from './count-line.ts';

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

const [file = '', failedSteps = '0', exitCode = '0'] = process.argv.slice(2);
console.log(
  countLine(read(file), { failedSteps: Number(failedSteps), exitCode: Number(exitCode) }),
);
