import type { ResolvedPlan } from '#dockerfile';
import { formatPlatform } from '#oci';

import type { Settings } from './buildah-settings.ts';
import type { BuildPlan } from './builder.ts';

/** Arguments of `buildah build`. Nothing secret is in them: every process of the machine can read them. */
export function buildArguments(
  { context, platform, args, epoch }: BuildPlan,
  { dockerfile, target }: ResolvedPlan,
  { dockerfile: file, ignore, policy, id }: Settings,
): readonly string[] {
  const isLast = target.index === dockerfile.stages.length - 1;
  // Buildah compares names letter by letter, so it gets the name as it is written.
  const name =
    target.name === undefined ? String(target.index) : (target.text.split(/\s+/).at(-1) ?? '');
  const pairs = (flag: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(values).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  return [
    'build',
    // In OCI's format Buildah ignores SHELL, even for the RUNs that come after it.
    ...['--format', 'docker', '--layers', '--force-rm', '--pull-always', '--identity-label=false'],
    ...['--signature-policy', policy, '--ignorefile', ignore, '--file', file, '--iidfile', id],
    ...['--platform', formatPlatform(platform), '--timestamp', String(epoch)],
    ...(isLast ? [] : ['--target', name]),
    ...pairs('--build-arg', args),
    '--',
    context,
  ];
}
