import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { replaceLocked, type Patience } from '../../../packages/oci/lock.ts';
import { start, type Running } from './processes.ts';

let folder = '';
let target = '';
let scratch = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
  target = path.join(folder, 'target');
  scratch = path.join(folder, 'scratch');
  await mkdir(scratch);
  await writeFile(target, '');
});
const holders: Running[] = [];
afterEach(async () => {
  for (const { child } of holders) child.kill('SIGKILL');
  await Promise.all(holders.splice(0).map(({ end }) => end));
  await rm(folder, { recursive: true });
});

const append = (name: string, how: Patience = {}) =>
  replaceLocked(
    target,
    scratch,
    async () => Buffer.concat([await readFile(target), Buffer.from(`${name}\n`)]),
    how,
  );
const content = async () => (await readFile(target, 'utf8')).split('\n').slice(0, -1).sort();
const leftovers = async () => [
  ...(await readdir(scratch)),
  ...(await readdir(path.join(scratch, 'lock'))),
];

/** Another process that has the lock. */
async function holder(name: string): Promise<Running> {
  const running = start('lock-holder.ts', target, scratch, name);
  holders.push(running);
  expect(await running.next()).toBe('held');
  return running;
}
const names = Array.from({ length: 20 }, (_, index) => `n${String(index).padStart(2, '0')}`);

test('updates at once are all kept, and nothing is left over', async () => {
  await Promise.all(names.map((name) => append(name)));
  expect(await content()).toEqual(names);
  expect(await leftovers()).toEqual(['lock']);
});

test('a change that is none leaves the file and the lock alone', async () => {
  await replaceLocked(target, scratch, async () => undefined);
  expect(await content()).toEqual([]);
  expect(await leftovers()).toEqual(['lock']);
});

test('a change that fails gives the lock back', async () => {
  const failing = replaceLocked(target, scratch, async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await leftovers()).toEqual(['lock']);
  await append('next');
  expect(await content()).toEqual(['next']);
});

test('a living holder is waited for', async () => {
  const other = await holder('other');
  const mine = append('mine', { silenceMs: 10_000 });
  await sleep(100);
  expect(await content()).toEqual([]);
  other.child.stdin?.write('go\n');
  await mine;
  expect(await content()).toEqual(['mine', 'other']);
  expect((await other.end).code).toBe(0);
});

test('a holder that was killed is robbed at once, by one of many', async () => {
  const dead = await holder('dead');
  dead.child.kill('SIGKILL');
  await dead.end;
  const begun = performance.now();
  await Promise.all(names.map((name) => append(name, { silenceMs: 60_000 })));
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(await content()).toEqual(names);
});

test('a holder that fell asleep is robbed, and loses nothing when it wakes up', async () => {
  const asleep = await holder('asleep');
  asleep.child.kill('SIGSTOP');
  await Promise.all(names.map((name) => append(name, { silenceMs: 300 })));
  expect(await content()).toEqual(names);
  asleep.child.stdin?.write('go\n');
  asleep.child.kill('SIGCONT');
  // It learns that its lock is gone, and takes it again.
  expect(await asleep.next()).toBe('held');
  asleep.child.stdin?.write('go\n');
  expect((await asleep.end).code).toBe(0);
  expect(await content()).toEqual(['asleep', ...names]);
});

test('a holder of another boot is robbed only when it shows no life', async () => {
  const stranger = 'aaaa.another-boot.1.1.1';
  await mkdir(path.join(scratch, 'lock'));
  await writeFile(path.join(scratch, 'lock', stranger), '');
  const begun = performance.now();
  await append('mine', { silenceMs: 300 });
  expect(performance.now() - begun).toBeGreaterThan(300);
  expect(await content()).toEqual(['mine']);
});

test('a holder whose number another process has now is dead', async () => {
  const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '-')).trim();
  const other = await holder('other');
  const [held = ''] = await readdir(path.join(scratch, 'lock'));
  const [token = '', ...rest] = held.split('.');
  expect(rest[0]).toBe(boot);
  other.child.kill('SIGKILL');
  await other.end;
  await rm(path.join(scratch, 'lock', held));
  const pretender = [token, ...rest.slice(0, 2), process.pid, '1'].join('.');
  await writeFile(path.join(scratch, 'lock', pretender), '');
  // Without /proc nobody can know, and the silence decides.
  await append('mine', { silenceMs: boot === '-' ? 300 : 60_000 });
  expect(await content()).toEqual(['mine']);
});

test('waiting ends in a sentence, and with the signal', async () => {
  await holder('other');
  await expect(append('mine', { waitMs: 200 })).rejects.toMatchObject({
    code: 'locked',
    exit: 3,
    message: expect.stringMatching(/is locked by process "\d+" for more than 0.2 seconds/),
  });
  const signal = AbortSignal.timeout(100);
  await expect(append('mine', { signal })).rejects.toThrow();
  expect(await content()).toEqual([]);
});
