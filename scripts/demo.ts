import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';

const root = resolve(import.meta.dirname, '..');

const usage = `npm run demo [-- options]
  --builder buildah   build with an engine, from the Dockerfile that has RUN in it
  --store URL         a registry instead of a folder, such as http://127.0.0.1:5000
  --node FILE         another program to be the node of the base image: a small one is compressed sooner
  --clean             leave nothing behind`;

interface Story {
  readonly home: string;
  readonly store: string;
  readonly builder: string;
  readonly cli: string;
  readonly node: string;
}

/** What one command of the story should end with. */
type Ending = 0 | 1;

const clock = Date.UTC(2026, 0, 5, 9, 0, 0) / 1000;
let commits = 0;

/** A child's environment: nothing of the user's git configuration or of a surrounding workflow. */
function environment({ home, store }: Story): NodeJS.ProcessEnv {
  const time = `${clock + commits * 3600} +0000`;
  return {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: process.env.TMPDIR,
    LANG: 'C.UTF-8',
    ECLUSE_STORE: store,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@acme.test',
    GIT_AUTHOR_DATE: time,
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@acme.test',
    GIT_COMMITTER_DATE: time,
    NO_UPDATE_NOTIFIER: '1',
  };
}

const heading = (text: string): void => {
  console.log(`\n${styleText(['bold'], text)}`);
};
let chapters = 0;
const chapter = (title: string): void => {
  heading(`${++chapters} · ${title}`);
};

/** Runs a command as a person would, and shows it. */
async function run(
  story: Story,
  folder: string,
  command: readonly string[],
  { ending = 0, quiet = false }: { readonly ending?: Ending; readonly quiet?: boolean } = {},
): Promise<void> {
  const [name = '', ...args] = command;
  if (!quiet) console.log(styleText(['cyan'], `\n${folder} $ ${command.join(' ')}`));
  const program = name === 'ecluse' ? process.execPath : name;
  const child = spawn(program, name === 'ecluse' ? [story.cli, ...args] : args, {
    cwd: join(story.home, folder),
    env: environment(story),
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('exit', done);
  });
  if (code !== ending) {
    throw new Error(`${command.join(' ')} ended with ${String(code)}, not ${ending}`);
  }
  if (ending !== 0) console.log(styleText(['dim'], `exit code ${ending}`));
}

async function commit(story: Story, folder: string, message: string): Promise<string> {
  commits += 1;
  await run(story, folder, ['git', 'add', '--all'], { quiet: true });
  await run(story, folder, ['git', 'commit', '--quiet', '--message', message]);
  const head = spawnSync('git', ['rev-parse', 'HEAD'], {
    cwd: join(story.home, folder),
    env: environment(story),
    encoding: 'utf8',
  });
  return head.stdout.trim();
}

/** A git repository of its own, with what the example has in this folder. */
async function repository(story: Story, folder: string, from: string): Promise<void> {
  cpSync(from, join(story.home, folder), { recursive: true, verbatimSymlinks: true });
  await run(story, folder, ['git', 'init', '--quiet', '--initial-branch=main'], { quiet: true });
  // The base holds a Node binary: compressing it would take longer than everything else here.
  await run(story, folder, ['git', 'config', 'core.compression', '0'], { quiet: true });
}

function edit(story: Story, file: string, change: (text: string) => string): void {
  const path = join(story.home, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has nothing to change`);
  writeFileSync(path, after);
}

const ecluse = (...args: readonly string[]) => ['ecluse', ...args];

async function base(story: Story): Promise<void> {
  chapter('The operations team releases the base image');
  await repository(story, 'base', join(root, 'examples/shop/base'));
  await run(story, 'base', [process.execPath, 'make-root.ts', 'root', story.node], { quiet: true });
  await commit(story, 'base', 'Node on a small root');
  await run(story, 'base', ['git', 'tag', 'v1.0.0']);
  await run(story, 'base', ecluse('run', '--ref', 'v1.0.0'));
}

async function application(story: Story): Promise<void> {
  chapter('A commit of the application goes as far as it may by itself');
  await repository(story, 'shop', join(root, 'examples/shop'));
  rmSync(join(story.home, 'shop/base'), { recursive: true });
  if (story.builder === 'builtin') {
    edit(story, 'shop/ecluse.yml', (text) =>
      text.replace('file: Dockerfile', 'file: Dockerfile.prebuilt'),
    );
  }
  await commit(story, 'shop', 'A shop');
  await run(story, 'shop', ecluse('run', '--builder', story.builder));

  chapter('A git tag puts the version on the image that is there, and builds nothing');
  await run(story, 'shop', ['git', 'tag', 'v1.0.0']);
  await run(story, 'shop', ecluse('run', '--ref', 'v1.0.0'));

  chapter('Production waits for a person');
  await run(story, 'shop', ecluse('promote', `${shop}:1.0.0`, '--environment', 'prod'));

  chapter('The next release, the same way');
  edit(story, 'shop/src/products.ts', (text) => text.replace('Lock gate', 'Lock gate, oak'));
  await commit(story, 'shop', 'Oak gates');
  await run(story, 'shop', ['git', 'tag', 'v1.1.0']);
  await run(story, 'shop', ecluse('run', '--builder', story.builder, '--ref', 'v1.1.0'));
  await run(story, 'shop', ecluse('promote', `${shop}:1.1.0`, '--environment', 'prod'));
}

/** Bytes that do not get smaller, the same each time. */
const picture = (): Buffer =>
  Buffer.concat(
    Array.from({ length: 65_536 }, (_, at) => createHash('sha256').update(`${at}`).digest()),
  );

/** How the Dockerfile brings its pictures; the same line without their owner brings them twice. */
const file = 'shop/Dockerfile.prebuilt';
const once = 'COPY --chown=app:app public/ public/';
const twice = `${once.replace('--chown=app:app ', '')}\n${once}`;

async function waste(story: Story): Promise<void> {
  chapter('Refused: a picture that the image stores twice');
  writeFileSync(join(story.home, 'shop/public/lock.bin'), picture());
  edit(story, file, (text) => text.replace(once, twice));
  await commit(story, 'shop', 'A picture of the lock');
  await run(story, 'shop', ecluse('run', '--builder', story.builder), { ending: 1 });

  chapter('Mended as the advice says: what is different from production');
  edit(story, file, (text) => text.replace(twice, once));
  await commit(story, 'shop', 'The picture once');
  await run(story, 'shop', ['git', 'tag', 'v1.2.0']);
  await run(story, 'shop', ecluse('run', '--builder', story.builder, '--ref', 'v1.2.0'));
}

async function refusals(story: Story): Promise<void> {
  chapter('Refused: a version is written once');
  await run(story, 'shop', ['git', 'tag', '--force', 'v1.0.0']);
  await run(story, 'shop', ecluse('run', '--ref', 'v1.0.0'), { ending: 1 });

  chapter('Refused: preprod does not go backwards by accident');
  await run(story, 'shop', ecluse('promote', `${shop}:1.0.0`, '--environment', 'preprod'), {
    ending: 1,
  });

  chapter("Refused: a branch cannot loosen production's policy for itself");
  await run(story, 'shop', ['git', 'switch', '--quiet', '--create', 'shortcut']);
  edit(story, 'shop/ecluse.yml', (text) =>
    text.replace(/after: \[preprod\]\n +promote: manual/, 'promote: auto'),
  );
  edit(story, 'shop/src/products.ts', (text) => text.replace('Lock gate, oak', 'Lock gate, tin'));
  const shortcut = await commit(story, 'shop', 'Straight to production');
  await run(story, 'shop', ecluse('run', '--builder', story.builder));
  await run(story, 'shop', ecluse('promote', `${shop}:sha-${shortcut}`, '--environment', 'prod'), {
    ending: 1,
  });
  await run(story, 'shop', ['git', 'switch', '--quiet', 'main']);
}

async function back(story: Story): Promise<void> {
  chapter('A rollback goes only to what has passed, and holds');
  await run(
    story,
    'shop',
    ecluse('promote', '--environment', 'prod', '--rollback', '--to', '1.0.0'),
  );
  chapter('The board');
  await run(story, 'shop', ecluse('status'));
  chapter('From what runs in production back to its commit');
  await run(story, 'shop', ecluse('trace', `${shop}:prod`));
}

const shop = 'ghcr.io/acme/shop';

const inspect = (store: string): string =>
  store.includes('://')
    ? `skopeo inspect --tls-verify=false docker://${store.replace(/^https?:\/\//, '')}/${shop}:prod`
    : `skopeo inspect oci:${join(store, shop)}:prod`;

/** What is left for a look around: the application, its history, and the store. */
function look({ home, store, cli }: Story, keep: boolean): void {
  rmSync(join(home, 'base'), { recursive: true, force: true });
  if (!keep) {
    rmSync(home, { recursive: true, force: true });
    return;
  }
  heading('Look further');
  console.log(`cd ${join(home, 'shop')} && export ECLUSE_STORE=${store}
node ${cli} status --json
node ${cli} promote --environment prod --resume
${inspect(store)}
rm -r ${home}`);
}

async function demo(): Promise<void> {
  const { values } = parseArgs({
    options: {
      builder: { type: 'string', default: 'builtin' },
      store: { type: 'string' },
      node: { type: 'string', default: process.execPath },
      clean: { type: 'boolean', default: false },
      cli: { type: 'string', default: join(root, 'dist/cli.js') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const home = mkdtempSync(join(tmpdir(), 'ecluse-demo-'));
  const store = values.store ?? join(home, 'store');
  const { builder, node } = values;
  const story: Story = { home, store, builder, node, cli: resolve(values.cli) };
  const started = performance.now();
  try {
    await base(story);
    await application(story);
    // It needs no engine, and each build of one takes its time.
    if (story.builder === 'builtin') await waste(story);
    await refusals(story);
    await back(story);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\nFrom two Dockerfiles to production and back in ${seconds} s.`);
  look(story, !values.clean);
}

try {
  await demo();
} catch (error) {
  console.error(`demo: ${Error.isError(error) ? error.message : String(error)}`);
  process.exitCode = 1;
}
