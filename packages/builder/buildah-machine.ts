import { readFile } from 'node:fs/promises';

import type { ResolvedPlan } from '#dockerfile';
import type { Io } from '#io';
import { formatPlatform } from '#oci';

/** QEMU's names of architectures, where they differ from OCI's. */
const qemuNames: Readonly<Record<string, string>> = {
  '386': 'i386',
  amd64: 'x86_64',
  arm64: 'aarch64',
};

/** Why programs of the plan cannot run on this machine; undefined when they can. */
export async function unrunnable(
  machine: Io['machine'],
  plan: ResolvedPlan,
  platform: string,
): Promise<string | undefined> {
  for (const resolved of plan.stages) {
    const run = resolved.stage.instructions.find(({ keyword }) => keyword === 'RUN');
    const wanted = resolved.platform ?? platform;
    if (run === undefined || (await runs(machine, wanted))) continue;
    const place = `${plan.dockerfile.file}:${run.line}`;
    return `programs for ${wanted} do not run on ${formatPlatform(machine)} without QEMU (${place})`;
  }
  return undefined;
}

async function runs(machine: Io['machine'], platform: string): Promise<boolean> {
  const [os, architecture = ''] = platform.split('/');
  if (os !== machine.os) return false;
  if (architecture === machine.architecture) return true;
  if (architecture === '386' && machine.architecture === 'amd64') return true;
  const name = qemuNames[architecture] ?? architecture;
  if (!/^[a-z0-9_]+$/.test(name)) return false;
  const handler = await readFile(`/proc/sys/fs/binfmt_misc/qemu-${name}`, 'utf8').catch(() => '');
  return handler.startsWith('enabled');
}
