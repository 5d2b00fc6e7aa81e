import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { Workshop } from '../support/workshop.ts';

interface Row {
  readonly title: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly before?: (workshop: Workshop) => void;
  readonly args: readonly string[];
  readonly code: number;
  readonly says: string;
}

const config = (text: string) => ({ 'ecluse.yml': text });
const dockerfile = (text: string) => ({ Dockerfile: text });
const digest = `sha256:${'0'.repeat(64)}`;

const rows: readonly Row[] = [
  {
    title: 'a command that is none',
    args: ['bulid'],
    code: 2,
    says: '"bulid" is not a command',
  },
  {
    title: 'a flag that is none',
    args: ['run', '--bilder', 'x'],
    code: 2,
    says: '--builder',
  },
  {
    title: 'a builder that is none',
    args: ['run', '--builder', 'kaniko'],
    code: 2,
    says: 'input "builder" must be one of auto, builtin, buildah, not "kaniko"',
  },
  {
    title: 'a malformed reference',
    args: ['tags', 'ghcr.io/Acme/shop'],
    code: 2,
    says: '"ghcr.io/Acme/shop" is not an image reference: a repository name is lower case',
  },
  {
    title: 'a malformed tag',
    args: ['promote', 'ghcr.io/acme/shop:-x', '--environment', 'dev'],
    code: 2,
    says: '"-x" is not a tag',
  },
  {
    title: 'a malformed digest',
    args: ['promote', 'ghcr.io/acme/shop@sha256:12', '--environment', 'dev'],
    code: 2,
    says: '"sha256:12" is not a digest',
  },
  {
    title: 'a digest that is not there',
    args: ['promote', `ghcr.io/acme/shop@${digest}`, '--environment', 'dev'],
    code: 3,
    says: `${digest} is not in ghcr.io/acme/shop`,
  },
  {
    title: 'an environment that is none',
    args: ['promote', 'ghcr.io/acme/shop:1', '--environment', 'pred'],
    code: 2,
    says: 'there is no environment "pred"',
  },
  {
    title: 'no environment',
    args: ['promote'],
    code: 2,
    says: 'input "environment" is required',
  },
  {
    title: 'a rollback to nowhere',
    args: ['promote', '--environment', 'dev', '--rollback'],
    code: 2,
    says: 'a rollback needs "to"',
  },
  {
    title: 'an expectation that is no digest',
    args: ['promote', '--environment', 'dev', '--expect', 'yesterday'],
    code: 2,
    says: '"yesterday" is not a digest',
  },
  {
    title: 'an ecluse.yml that is no YAML',
    files: config('apiVersion: ecluse/v1\nimage: [\n'),
    args: ['run'],
    code: 2,
    says: 'ecluse.yml:',
  },
  {
    title: 'an unknown key of ecluse.yml',
    files: config('apiVersion: ecluse/v1\nimage: ghcr.io/acme/shop\nenvironment: {}\n'),
    args: ['run'],
    code: 2,
    says: 'ecluse.yml:3:1',
  },
  {
    title: 'a key of ecluse.yml that comes later',
    files: config('apiVersion: ecluse/v1\nimage: ghcr.io/acme/shop\nsigning: {keyless: true}\n'),
    args: ['run'],
    code: 2,
    says: 'signing',
  },
  {
    title: 'no ecluse.yml and no image',
    before: ({ tree }) => {
      rmSync(join(tree, 'ecluse.yml'));
    },
    args: ['run'],
    code: 2,
    says: 'there is no ecluse.yml here and no image is named',
  },
  {
    title: 'no Dockerfile',
    before: ({ tree }) => {
      rmSync(join(tree, 'Dockerfile'));
    },
    args: ['run'],
    code: 2,
    says: 'there is no Dockerfile at "Dockerfile"',
  },
  {
    title: 'a Dockerfile with an unknown instruction',
    files: dockerfile('FROM scratch\nCPY app /app\n'),
    args: ['run'],
    code: 2,
    says: 'Dockerfile:2',
  },
  {
    title: 'a target that is none',
    args: ['run', '--target', 'prod'],
    code: 2,
    says: '"prod"',
  },
  {
    title: 'a COPY of nothing',
    files: dockerfile('FROM scratch\nCOPY ap /app\n'),
    args: ['run'],
    code: 2,
    says: 'Dockerfile:2',
  },
  {
    title: 'a context link that leaves the context',
    files: dockerfile('FROM scratch\nCOPY way /app\n'),
    before: ({ tree }) => {
      symlinkSync('/etc/passwd', join(tree, 'way'));
      writeFileSync(join(tree, '.dockerignore'), '');
    },
    args: ['run'],
    code: 2,
    says: 'way',
  },
  {
    title: 'a base that is not in the store, with no network',
    files: dockerfile('FROM ghcr.io/acme/base/node:1\nCOPY app /app\n'),
    args: ['run', '--offline'],
    code: 3,
    says: 'ghcr.io/acme/base/node',
  },
  {
    title: 'RUN without an engine',
    files: dockerfile('FROM scratch\nRUN make\n'),
    args: ['run', '--builder', 'builtin'],
    code: 2,
    says: 'RUN at Dockerfile:2',
  },
  {
    title: 'a malformed platform',
    args: ['run', '--platforms', 'amd64'],
    code: 2,
    says: '"amd64"',
  },
  {
    title: 'a build argument without a value',
    args: ['run', '--build-args', 'A'],
    code: 2,
    says: 'input "build-args" must hold name=value, not "A"',
  },
  {
    title: 'a store that is a file',
    before: ({ store }) => {
      writeFileSync(store, '');
    },
    args: ['run'],
    code: 3,
    says: 'store',
  },
  {
    title: 'a ref that is none',
    args: ['run', '--ref=--upload-pack=x'],
    code: 2,
    says: '--upload-pack=x',
  },
];

test.each(rows)(
  '$title: one sentence and exit $code',
  async ({ files, before, args, code, says }) => {
    using workshop = new Workshop(files);
    before?.(workshop);
    workshop.commit();
    const ran = await workshop.ecluse(...args);
    const sentences = ran.stderr.split('\n').filter((line) => line.startsWith('ecluse: '));
    expect({ code: ran.code, sentences }).toEqual({
      code,
      sentences: [expect.stringContaining(says)],
    });
    expect(ran.stderr).not.toMatch(/\n {4}at /);
  },
);

test('with --json the sentence is a document, and nothing else is on stdout', async () => {
  using workshop = new Workshop();
  workshop.commit();
  const { code, document } = await workshop.json('promote', '--environment', 'dev', '--rollback');
  expect(code).toBe(2);
  expect(document).toMatchObject({
    kind: 'https://ecluse.dev/error/v1',
    code: 'usage',
    exit: 2,
    input: 'to',
  });
});

test('outside a git repository a run says where it belongs', async () => {
  using workshop = new Workshop();
  rmSync(join(workshop.tree, '.git'), { recursive: true });
  const ran = await workshop.ecluse('run');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('is in no git repository');
});

test('in a repository without a commit a run says so', async () => {
  using workshop = new Workshop();
  const ran = await workshop.ecluse('run');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(/commit/);
});

test('a detached HEAD on no version tag is asked for --ref', async () => {
  using workshop = new Workshop();
  workshop.commit();
  workshop.git('checkout', '--quiet', '--detach');
  const ran = await workshop.ecluse('run');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('--ref');
});

test('in a shallow clone an order that cannot be known never passes, and the remedy is named', async () => {
  using workshop = new Workshop();
  workshop.commit();
  await workshop.ecluse('run');
  workshop.commit({ app: 'second\n' });
  const shallow = join(workshop.home, 'shallow');
  workshop.git('clone', '--quiet', '--depth', '1', `file://${workshop.tree}`, shallow);
  // The origin is gone: nothing can be fetched any more.
  rmSync(join(workshop.tree, '.git'), { recursive: true });
  using clone = workshop.at(shallow);
  clone.store = workshop.store;
  const ran = await clone.ecluse('run');
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('fetch-depth: 0');
});

test('branch and file names that inject reach no shell, no log command and no terminal', async () => {
  using workshop = new Workshop({ Dockerfile: 'FROM scratch\nCOPY files /files\n' });
  const hostile = ['$(touch owned)', '::error::owned', '\u001b]0;owned\u0007', '-rf', '`id`'];
  mkdirSync(join(workshop.tree, 'files'));
  for (const name of hostile) writeFileSync(join(workshop.tree, 'files', name), 'x');
  writeFileSync(join(workshop.tree, '.dockerignore'), '');
  workshop.git('switch', '--quiet', '--orphan', 'x;$(touch${IFS}owned)');
  workshop.commit();
  const ran = await workshop.ecluse('run', '--default-branch', 'x;$(touch${IFS}owned)');
  expect(ran.code).toBe(0);
  expect(readdirSync(workshop.tree)).not.toContain('owned');
  workshop.write({ 'files/more': 'dirty' });
  rmSync(join(workshop.tree, 'files', '::error::owned'));
  rmSync(join(workshop.tree, 'files', '\u001b]0;owned\u0007'));
  const dirty = await workshop.ecluse('run', '--default-branch', 'x;$(touch${IFS}owned)');
  expect(dirty.stdout + dirty.stderr).not.toMatch(/^::/m);
  expect(dirty.stdout + dirty.stderr).not.toContain('\u001b');
  expect(dirty.stdout).toContain('owned');
});
