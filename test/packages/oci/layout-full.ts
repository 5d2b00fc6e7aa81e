// A process that stores a blob of a megabyte: `node layout-full.ts FOLDER`. It prints what came of it as JSON.
import { randomBytes } from 'node:crypto';

import { Failed } from '#io';
import { openLayout } from '#oci';

import { putSample, sample } from './samples.ts';

const [folder = ''] = process.argv.slice(2);
try {
  console.log(await putSample(openLayout(folder), sample(randomBytes(1_000_000))));
} catch (error) {
  if (!(error instanceof Failed)) throw error;
  const { code, exit, message } = error;
  console.log(JSON.stringify({ code, exit, message }));
}
