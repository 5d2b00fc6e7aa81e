import type { Io } from './io.ts';

/** Node's names that differ from Go's, which OCI uses: https://go.dev/doc/install/source#environment */
const operatingSystems: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };
const architectures: Readonly<Record<string, string>> = {
  x64: 'amd64',
  ia32: '386',
  // Node runs on little-endian POWER alone.
  ppc64: 'ppc64le',
  mipsel: 'mipsle',
};

/** A platform of Node in OCI's words. */
export const machineOf = (platform: string, arch: string): Io['machine'] => ({
  os: operatingSystems[platform] ?? platform,
  architecture: architectures[arch] ?? arch,
});
