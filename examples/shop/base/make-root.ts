import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { rootCertificates } from 'node:tls';

// Makes root/: the file tree of the base image. On glibc Linux it holds the Node that runs this script, and the
// libraries that it links; elsewhere all but Node, and the image builds but does not start. Arguments: another name for
// root/, and another program to be the node in it.
const root = join(import.meta.dirname, process.argv[2] ?? 'root');
const node = process.argv[3] ?? process.execPath;

const links = { bin: 'usr/bin', sbin: 'usr/sbin', lib: 'usr/lib', lib64: 'usr/lib64' } as const;
const folders = ['etc/ssl/certs', 'home/app', 'tmp', 'usr/bin', 'usr/lib', 'usr/lib64', 'usr/sbin'];
const files: Readonly<Record<string, string>> = {
  'etc/passwd': [
    'root:x:0:0:root:/root:/sbin/nologin',
    'app:x:10001:10001:application:/home/app:/sbin/nologin',
    'nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin',
    '',
  ].join('\n'),
  'etc/group': ['root:x:0:', 'app:x:10001:', 'nogroup:x:65534:', ''].join('\n'),
  'etc/nsswitch.conf': ['passwd: files', 'group: files', 'hosts: files dns', ''].join('\n'),
  'etc/ssl/certs/ca-certificates.crt': `${rootCertificates.join('\n')}\n`,
  'usr/lib/os-release': [
    'ID=acme-node',
    'NAME="Acme Node base"',
    `VERSION_ID=${process.versions.node}`,
    `PRETTY_NAME="Acme base with Node ${process.versions.node}"`,
    '',
  ].join('\n'),
};

/** Where a file of this machine goes: /lib and the like are links into /usr in the image. */
function inside(path: string): string {
  const [, top = ''] = /^\/([^/]+)/.exec(path) ?? [];
  return join(root, top in links ? `/usr${path}` : path);
}

/** Copies a file to its real path, and keeps the name it is asked for by as a link. */
function take(path: string): void {
  const real = realpathSync(path);
  const asked = inside(join(realpathSync(dirname(path)), basename(path)));
  const target = inside(real);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(real, target);
  chmodSync(target, 0o755);
  if (asked === target || lstatSync(asked, { throwIfNoEntry: false }) !== undefined) return;
  mkdirSync(dirname(asked), { recursive: true });
  symlinkSync(relative(dirname(asked), target), asked);
}

/** The libraries and the loader that a program of this machine starts with. */
const linked = (program: string): readonly string[] =>
  execFileSync('ldd', [program], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /(\/\S+) \(0x/.exec(line)?.[1] ?? []);

rmSync(root, { recursive: true, force: true });
for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, name));
for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
symlinkSync('../usr/lib/os-release', join(root, 'etc/os-release'));
chmodSync(join(root, 'tmp'), 0o1777);

const { header } = process.report.getReport() as { readonly header: object };
if (process.platform === 'linux' && 'glibcVersionRuntime' in header) {
  copyFileSync(node, join(root, 'usr/bin/node'));
  chmodSync(join(root, 'usr/bin/node'), 0o755);
  linked(node).forEach(take);
  console.log(`${relative('', root)}: Node ${process.versions.node}`);
} else {
  console.log(`${relative('', root)}: without Node, this is no Linux with glibc`);
}
