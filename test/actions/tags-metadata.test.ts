import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { gitHubHost, listen, run, terminalHost, type Listening, type Streams } from '#io';

import { parts } from '../../actions/host.ts';
import { table } from '../../actions/table.ts';
import { trees } from '../packages/git/repository.ts';

const home = mkdtempSync(join(tmpdir(), 'metadata-'));
const commit = '860c1904a1ce19322e91ac35af1ab07466440c37';
const asked: string[] = [];
let gitHub: Listening;
const make = trees();

beforeAll(async () => {
  const answers: Readonly<Record<string, unknown>> = {
    '/repos/octocat/Hello-World': {
      name: 'Hello-World',
      description: 'Say "hello", <world>',
      html_url: 'https://github.com/octocat/Hello-World',
      default_branch: 'main',
      license: { spdx_id: 'MIT' },
    },
    [`/repos/octocat/Hello-World/commits/${commit}`]: {
      commit: { committer: { date: '2021-02-03T04:05:06Z' } },
    },
  };
  gitHub = await listen(
    async ({ url: { pathname } }) => {
      asked.push(pathname);
      const answer = answers[pathname];
      const body = Buffer.from(JSON.stringify(answer ?? {}));
      return { status: answer === undefined ? 404 : 200, headers: {}, body };
    },
    { signal: new AbortController().signal },
  );
});
afterAll(async () => {
  await gitHub.close();
  rmSync(home, { recursive: true });
});

let files = 0;
const file = (text = ''): string => {
  const path = join(home, `file-${(files += 1)}`);
  writeFileSync(path, text);
  return path;
};

function streams() {
  let text = '';
  const stdout = new PassThrough();
  stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const all = { stdin: new PassThrough(), stdout, stderr: stdout } as unknown as Streams;
  return { all, text: () => text };
}

/** Names and values, as the runner reads them from one of its files. */
function read(path: string): Readonly<Record<string, string>> {
  const found = readFileSync(path, 'utf8').matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n?\2$/gm);
  return Object.fromEntries(
    [...found].map(([, name = '', , value = '']) => [name, value] as const),
  );
}

/** Runs the action as a step: inputs by name, then whatever the runner says otherwise. */
async function step(
  inputs: Readonly<Record<string, string>>,
  runner: Readonly<Record<string, string>> = {},
  { cwd = home, payload = {} }: { readonly cwd?: string; readonly payload?: unknown } = {},
) {
  asked.length = 0;
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: gitHub.url.href,
    GITHUB_REPOSITORY: 'octocat/Hello-World',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: file(JSON.stringify(payload)),
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_SHA: commit,
    GITHUB_OUTPUT: file(),
    GITHUB_ENV: file(),
    GITHUB_STEP_SUMMARY: file(),
    RUNNER_TEMP: home,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...runner,
  };
  const { all, text } = streams();
  const host = await gitHubHost({ env, cwd: () => cwd }, parts, all);
  const exit = await run(await table.tags.load(), host);
  return {
    exit,
    stdout: text(),
    outputs: read(env.GITHUB_OUTPUT),
    variables: read(env.GITHUB_ENV),
    summary: readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'),
    asked: [...asked],
  };
}

const block = {
  images: 'org/app\nname=ghcr.io/MyUSER/MyApp',
  tags: `type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=edge`,
};

test('the block of metadata-action gives its outputs, variables and bake files', async () => {
  const { exit, outputs, variables } = await step(
    { ...block, 'bake-target': 'app', labels: 'org.opencontainers.image.created=now' },
    { DOCKER_METADATA_ANNOTATIONS_LEVELS: 'manifest,index' },
  );
  expect(exit).toBe(0);
  const tags = ['1.2.3', '1.2', 'latest'];
  const all = ['org/app', 'ghcr.io/myuser/myapp'].flatMap((image) =>
    tags.map((tag) => `${image}:${tag}`),
  );
  const json = JSON.parse(outputs.json ?? '') as {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: readonly string[];
  };
  expect(json).toMatchObject({ tags: all, 'tag-names': tags });
  expect(json.labels['org.opencontainers.image.description']).toBe('Say "hello", <world>');
  expect(outputs).toMatchObject({
    version: '1.2.3',
    tags: all.join('\n'),
    'tag-names': tags.join('\n'),
    labels: Object.entries(json.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n'),
    annotations: json.annotations.join('\n'),
  });
  expect(json.annotations.filter((line) => line.includes('title'))).toEqual([
    'manifest:org.opencontainers.image.title=Hello-World',
    'index:org.opencontainers.image.title=Hello-World',
  ]);
  const bake = (name: string): unknown => JSON.parse(readFileSync(outputs[name] ?? '', 'utf8'));
  const args = { DOCKER_META_IMAGES: 'org/app,ghcr.io/myuser/myapp', DOCKER_META_VERSION: '1.2.3' };
  expect(bake('bake-file-tags')).toEqual({ target: { app: { tags: all, args } } });
  expect(bake('bake-file-labels')).toEqual({ target: { app: { labels: json.labels } } });
  expect(bake('bake-file-annotations')).toEqual({
    target: { app: { annotations: json.annotations } },
  });
  expect(bake('bake-file')).toEqual({ target: { app: { tags: all, labels: json.labels, args } } });
  expect(variables).toEqual(
    Object.fromEntries(
      Object.entries(outputs)
        .filter(([name]) => !['image', 'digest', 'metadata'].includes(name))
        .map(([name, value]) => [
          `DOCKER_METADATA_OUTPUT_${name.replaceAll('-', '_').toUpperCase()}`,
          value,
        ]),
    ),
  );
});

test('GitHub is asked for the repository, and for the commit only when its date is needed', async () => {
  const repository = '/repos/octocat/Hello-World';
  expect((await step(block)).asked).toEqual([repository]);
  const tags = "{{commit_date 'YYYYMMDD'}}";
  const dated = await step({ tags });
  expect([dated.asked.sort(), dated.outputs.tags]).toEqual([
    [repository, `${repository}/commits/${commit}`],
    '20210203',
  ]);
  const head_commit = { id: commit, timestamp: '2022-03-04T23:00:00-05:00' };
  const told = await step({ tags }, {}, { payload: { head_commit } });
  expect([told.asked, told.outputs.tags]).toEqual([[repository], '20220305']);
});

test('where GitHub does not answer, the event knows the repository', async () => {
  const away = { GITHUB_REPOSITORY: 'octocat/gone' };
  const repository = { name: 'gone', html_url: 'https://x/gone', default_branch: 'main' };
  const { exit, outputs, stdout } = await step(block, away, { payload: { repository } });
  expect([exit, outputs.labels]).toEqual([0, expect.stringContaining('image.title=gone')]);
  expect(stdout).toContain('::warning::labels are taken from the event: GitHub was asked for');
  const lost = await step(block, away);
  expect([lost.exit, lost.outputs]).toEqual([3, {}]);
  expect(lost.stdout).toMatch(/^::error::GitHub was asked for [^\n]*\(404\)[^\n]*\n$/);
});

test('separators stand between the items, and variables can be switched off', async () => {
  const { outputs, variables } = await step(
    { ...block, 'sep-tags': ', ', 'sep-labels': ';', 'sep-annotations': ' | ' },
    { DOCKER_METADATA_SET_OUTPUT_ENV: 'false' },
  );
  expect(outputs['tag-names']).toBe('1.2.3, 1.2, latest');
  expect(outputs.labels?.split(';')).toHaveLength(8);
  expect(outputs.annotations?.split(' | ')).toHaveLength(8);
  expect(variables).toEqual({});
  const wrong = await step(block, { DOCKER_METADATA_SET_OUTPUT_ENV: 'maybe' });
  expect(wrong.stdout).toBe(
    '::error::DOCKER_METADATA_SET_OUTPUT_ENV must be true or false, not "maybe"\n',
  );
});

test('a label with a newline stands in quotes, as the next step reads lists', async () => {
  const { outputs } = await step({ labels: '"note=one\ntwo ""three"""' });
  expect(outputs.labels).toContain('"note=one\ntwo ""three"""\n');
});

test('a hostile branch writes no output, no command and no markup', async () => {
  const branch = 'x<<EOF%0A::set-output name=version::9<img>$(id)';
  const { exit, outputs, summary, stdout } = await step(
    { images: 'org/app', labels: 'branch={{branch}}' },
    { GITHUB_REF: `refs/heads/${branch}` },
  );
  expect(exit).toBe(0);
  expect(outputs.version).toBe('x-EOF-0A-set-output-name-version-9-img-id-');
  expect(outputs.labels).toContain(`branch=${branch}`);
  expect(summary).not.toContain('<img>');
  expect(stdout).not.toMatch(/^::set-output/m);
});

test('pull_request_target is named after its pull request, on events that the pipeline refuses too', async () => {
  const runner = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_REF: 'refs/heads/main' };
  const { outputs } = await step({ images: 'org/app' }, runner, { payload: { number: 7 } });
  expect(outputs.tags).toBe('org/app:pr-7');
  const wrong = await step({ images: 'org/app' }, runner);
  expect([wrong.exit, wrong.stdout]).toEqual([
    2,
    '::error::the payload of pull_request_target must name the number of its pull request\n',
  ]);
});

test('without a name it is said, and the step goes on', async () => {
  const { exit, outputs, stdout } = await step({ tags: 'type=edge' });
  expect([exit, outputs.version, outputs.tags]).toEqual([0, '', '']);
  expect(stdout).toBe('::warning::no name came out of this event: look at the rules of tags\n');
});

test('explain says of every name and of every silent rule where it stands and why', async () => {
  const { summary, outputs } = await step({ ...block, explain: 'true', offline: 'true' });
  expect(summary).toContain('tags line 2, type=semver,pattern={{major}}.{{minor}}: version');
  expect(summary).toContain('Rules that gave no name');
  expect(summary).toContain('the event is of no branch');
  expect(summary).toContain('What stands in org/app could not be looked at');
  const plain = await step(block);
  expect(plain.summary).not.toContain('tags line 2');
  expect(outputs.tags).toBe(plain.outputs.tags);
});

test('a registry is asked only to explain, and then only read', async () => {
  const requests: string[] = [];
  const registry = await listen(
    async ({ method, url: { pathname } }) => {
      requests.push(method);
      const list = pathname.endsWith('/tags/list') ? { name: 'acme/shop', tags: ['1.3.0'] } : {};
      const status = pathname === '/v2/' || 'tags' in list ? 200 : 404;
      const headers = { 'content-type': 'application/json' };
      return { status, headers, body: Buffer.from(JSON.stringify(list)) };
    },
    { signal: new AbortController().signal },
  );
  const images = `${registry.url.host}/acme/shop`;
  await step({ ...block, images });
  expect(requests).toEqual([]);
  const { summary, exit, outputs } = await step({ ...block, images, explain: 'true' });
  await registry.close();
  expect([exit, outputs.version]).toEqual([0, '1.2.3']);
  expect(summary).toContain('3.0 stands there and is higher');
  expect(new Set(requests)).toEqual(new Set(['HEAD', 'GET']));
});

test('an event on which names are only computed is told, and what is wrong in an input ends it', async () => {
  const runner = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_REF: 'refs/heads/main' };
  const wanted = { images: 'org/app', explain: 'true', offline: 'true' };
  const told = await step(wanted, runner, { payload: { number: 7 } });
  expect([told.exit, told.outputs['tag-names']]).toEqual([0, 'pr-7']);
  expect(told.summary).toContain('is not one that ecluse runs on');
  for (const [input, value] of [
    ['expect', 'sha256:1'],
    ['store', 'ftp://x/y'],
  ] as const) {
    const wrong = await step({ ...wanted, [input]: value });
    expect([input, wrong.exit]).toEqual([input, 2]);
  }
  const word = await step({ image: 'org/app', moving: 'lates', explain: 'true' });
  expect([word.exit, word.stdout]).toEqual([2, expect.stringContaining('knows no "lates"')]);
});

test('a flavor that is written is told with its line', async () => {
  const { summary } = await step({
    ...block,
    flavor: 'latest=true',
    explain: 'true',
    offline: 'true',
  });
  expect(summary).toContain('flavor line 1, latest=true');
});

test('what git has checked out is named when the context is git', async () => {
  const tree = make.init('trunk');
  tree.commit();
  tree.git('tag', 'v4.5.6');
  const tags = "type=ref,event=branch\ntype=ref,event=tag\ntype=raw,value={{commit_date 'YYYY'}}";
  const inGit = (runner: Readonly<Record<string, string>> = {}) =>
    step({ tags, context: 'git' }, runner, { cwd: tree.root });
  expect((await inGit()).outputs['tag-names']).toBe('trunk\n2026');
  tree.git('checkout', '--quiet', '--detach');
  expect((await inGit()).outputs['tag-names']).toBe('v4.5.6\n2026\nlatest');
  const merge = { GITHUB_REF: 'refs/heads/other', GITHUB_SHA: tree.git('rev-parse', 'HEAD') };
  expect((await inGit(merge)).outputs['tag-names']).toBe('other\n2026');
  tree.git('tag', 'v4.5.7');
  const { exit, stdout } = await inGit();
  expect(exit).toBe(2);
  expect(stdout).toContain('several git tags are: check out a branch or one tag');
});

test('versions are counted from the tags of git', async () => {
  const tree = make.init();
  tree.commit();
  tree.git('tag', 'v1.2.3-r1');
  const counted = (runner: Readonly<Record<string, string>> = {}, cwd = tree.root) =>
    step({ tags: 'type=revision,value=1.2.3\ntype=describe' }, runner, { cwd });
  const runner = { GITHUB_SHA: tree.git('rev-parse', 'HEAD'), GITHUB_REF: 'refs/heads/main' };
  expect((await counted(runner)).outputs['tag-names']).toBe('1.2.3-r2\nv1.2.3-r1');
  const { exit, stdout } = await counted(runner, make.clone(tree, '--depth=1', '--no-tags').root);
  expect([exit, stdout]).toEqual([
    2,
    '::error::this shallow clone holds no git tags, and a version is counted from them: check out with fetch-tags: true\n',
  ]);
});

test('a terminal takes the branch that HEAD is on, and asks nobody', async () => {
  const tree = make.init('trunk');
  tree.commit();
  asked.length = 0;
  const { all, text } = streams();
  const args = ['--images', 'acme/shop', '--tags', 'type=edge', '--tags', 'type=ref,event=branch'];
  const command = { args: [...args, '--default-branch', 'trunk', '--json'], cwd: () => tree.root };
  const env = { PATH: process.env.PATH ?? '', HOME: home };
  const host = await terminalHost({ ...command, env }, parts, all);
  expect(await run(await table.tags.load(), host)).toBe(0);
  expect(JSON.parse(text())).toMatchObject({
    repositories: ['acme/shop'],
    version: 'edge',
    names: [{ tag: 'edge' }, { tag: 'trunk' }],
  });
  expect(asked).toEqual([]);
});

test.each([
  [{ image: 'acme/shop', images: 'acme/shop' }, '"image" and "images" name the same thing'],
  [{ images: 'acme/shop', moving: 'none' }, 'moving has no use beside rules: leave it out'],
  [
    { images: 'acme/shop:1' },
    'images line 1, "acme/shop:1": an image must have neither tag nor digest',
  ],
])('%j is refused in one sentence', async (inputs, sentence) => {
  const { exit, stdout } = await step(inputs);
  expect(exit).toBe(2);
  expect(stdout).toMatch(/^::error::[^\n]+\n$/);
  expect(stdout).toContain(sentence);
});
