import { setInterval } from 'node:timers';

import { run, terminalHost } from '#io';

import { action, noGit } from './stage.fixture.ts';

/** A run that waits for a child: `polite` ends when it is told to, `deaf` never does by itself. */
const [how] = process.argv.slice(2);

const waiting = action(async (io) => {
  const folder = await io.temporary();
  const child = io.exec.run('sh', ['-c', 'sleep 300 & echo $!; wait'], {
    signal: io.signal,
    maxBytes: 100,
    onLine: (pid) => {
      io.log.info(`ready ${pid} ${folder}`);
    },
  });
  if (how === 'deaf') {
    child.catch(() => undefined);
    setInterval(() => undefined, 1000);
    await new Promise(() => undefined);
  }
  await child;
  return {};
});

const command = { args: ['shop', '--json'], env: process.env, cwd: () => process.cwd() };
process.exitCode = await run(waiting, await terminalHost(command, noGit, process));
