export const id = 337;
export const ids = [337];
export const modules = {

/***/ 5337:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openHistory: () => (/* reexport */ openHistory),
  terminalEvent: () => (/* reexport */ terminalEvent)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/io/errors.ts
var errors = __webpack_require__(2420);
;// CONCATENATED MODULE: ./packages/git/command.ts

// What the folder's own configuration may not do to us: run hooks or monitors, page, swap commits, read a name as a pattern.
const hardened = [
    '--no-pager',
    '--no-optional-locks',
    '--no-replace-objects',
    '--literal-pathspecs',
    ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap((setting) => ['-c', setting]),
];
// Sentences are read below, so they have to be English; nobody sits there to be asked for a password.
const environment = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '' };
const seconds = { local: 60, network: 300 };
/** Git in one folder. */
function gitIn(where) {
    return async (args, how = {}) => {
        const limit = how.network ? seconds.network : seconds.local;
        const timeout = AbortSignal.timeout(limit * 1000);
        try {
            const { code, stdout, stderr, truncated } = await where.exec.run('git', [...hardened, ...args], {
                cwd: how.cwd ?? where.cwd,
                env: environment,
                signal: AbortSignal.any([where.signal, timeout]),
                maxBytes: how.maxBytes ?? 1 << 20,
            });
            if (truncated)
                throw new errors/* Failed */.cV(3, 'git', `git ${verb(args)} said more than can be read`);
            return {
                code,
                stdout,
                get text() {
                    return decode(stdout);
                },
                stderr: decode(stderr),
            };
        }
        catch (error) {
            if (!timeout.aborted || where.signal.aborted)
                throw error;
            throw new errors/* Failed */.cV(3, 'git', `git ${verb(args)} did not end within ${limit} seconds`);
        }
    };
}
/** The answer of a command that has no reason to fail. */
async function asked(git, args, how) {
    const answer = await git(args, how);
    if (answer.code !== 0)
        throw refusal(args, answer);
    return answer;
}
/** Git's own reason as the end of one sentence. */
function refusal(args, { code, stderr }) {
    const lines = stderr.split('\n').filter((line) => line !== '');
    const reason = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0];
    const said = reason === undefined ? `exit code ${code}` : JSON.stringify(withoutSecrets(reason));
    return new errors/* Failed */.cV(3, 'git', `git ${verb(args)} failed: ${said}`);
}
// A remote's URL may carry a token.
const withoutSecrets = (line) => line.replace(/\/\/[^@/\s]*@/g, '//***@');
const verb = (args) => args[0] ?? '';
const decode = (bytes) => new TextDecoder().decode(bytes);

;// CONCATENATED MODULE: ./packages/git/changes.ts




const most = 100_000;
const output = { maxBytes: 64 << 20 };
/**
 * As `History.changes`; `folder` is absolute or relative to the top. A file that git was told not to look at
 * (`assume-unchanged`, sparse checkouts) is `changed`: nobody knows better. `./` is the folder itself.
 * @throws UsageError when the folder is not there or outside, Failed above 100 000 changes
 */
async function changesIn(git, root, folder) {
    const below = await belowTop(root, folder);
    const [shown, tracked] = await Promise.all([changes_status(git, root, below), files(git, root, below)]);
    const inner = await Promise.all(tracked.submodules.map((path) => submodule(git, (0,external_node_path_.join)(root, path), path)));
    const all = [...shown, ...tracked.unseen, ...inner.flat()];
    if (all.length > most) {
        throw new errors/* Failed */.cV(3, 'git', `more than ${most} paths below ${JSON.stringify(folder)} differ from the commit: ignore them in a .gitignore by folder`);
    }
    return all.map((change) => ({ ...change, path: seenFrom(below, change.path) }));
}
async function belowTop(root, folder) {
    const refuse = (why) => new errors/* UsageError */.eb(`the folder ${JSON.stringify(folder)} ${why} ${JSON.stringify(root)}`);
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(root, folder)).catch((error) => {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT' || (0,errors/* codeOf */.$N)(error) === 'ENOTDIR')
            throw refuse('is not in');
        throw error;
    });
    const below = (0,external_node_path_.relative)(root, real).split(external_node_path_.sep).join('/');
    if (below === '..' || below.startsWith('../'))
        throw refuse('lies outside of the git repository');
    return below;
}
const within = (below) => (below === '' ? [] : ['--', below]);
async function changes_status(git, root, below) {
    const args = [
        'status',
        '--porcelain=v2',
        '-z',
        '--no-renames',
        '--untracked-files=normal',
        '--ignored=matching',
        // A .gitmodules of the commit could say otherwise.
        '--ignore-submodules=none',
        ...within(below),
    ];
    const { text } = await asked(git, args, { cwd: root, ...output });
    return text.split('\0').flatMap(changeOf);
}
/** https://git-scm.com/docs/git-status#_porcelain_format_version_2 */
function changeOf(record) {
    const fields = record.split(' ');
    const rest = (from) => fields.slice(from).join(' ');
    switch (fields[0]) {
        case '1': {
            const isSubmodule = fields[2]?.startsWith('S') ?? false;
            return [{ path: `${rest(8)}${isSubmodule ? '/' : ''}`, kind: 'changed' }];
        }
        case 'u':
            return [{ path: rest(10), kind: 'changed' }];
        case '?':
            return [{ path: rest(1), kind: 'untracked' }];
        case '!':
            return [{ path: rest(1), kind: 'ignored' }];
        default:
            return [];
    }
}
/** What `status` does not tell: files that it does not look at, and where submodules are. */
async function files(git, root, below) {
    const args = ['ls-files', '-z', '-v', '--stage', ...within(below)];
    const { text } = await asked(git, args, { cwd: root, ...output });
    const unseen = [];
    const submodules = [];
    for (const record of text.split('\0')) {
        const path = record.slice(record.indexOf('\t') + 1);
        // S: skip-worktree; lower case: assume-unchanged. https://git-scm.com/docs/git-ls-files
        if (/^[Sa-z] /.test(record))
            unseen.push({ path, kind: 'changed' });
        if (record.startsWith('160000', 2))
            submodules.push(path);
    }
    return { unseen, submodules };
}
/** Status looks into a submodule, but not for what the submodule itself ignores. */
async function submodule(git, root, path) {
    const there = await (0,promises_.stat)((0,external_node_path_.join)(root, '.git')).then(() => true, () => false);
    if (!there)
        return [];
    const changes = await changesIn((args, how) => git(args, { ...how, cwd: root }), root, '.');
    return changes.map((change) => ({ ...change, path: `${path}/${change.path}` }));
}
function seenFrom(below, path) {
    if (below === '')
        return path;
    return path.startsWith(`${below}/`) ? path.slice(below.length + 1) || './' : './';
}

;// CONCATENATED MODULE: ./packages/git/names.ts
const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const forbidden = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^\/|[/.]$|(?:^|\/)\.|\.lock(?:\/|$)/;
/** A whole commit hash, SHA-1 or SHA-256. */
const isCommit = (text) => commit.test(text);
/**
 * May it stand behind `refs/heads/` or `refs/tags/`? Whatever passes is no pattern, no range and no revision
 * expression. https://git-scm.com/docs/git-check-ref-format
 */
const isRefName = (text) => text !== '' && text !== '@' && text.length <= 1000 && !forbidden.test(text);

;// CONCATENATED MODULE: ./packages/git/order.ts


/** How two commits stand to each other, by what the clone holds. */
async function orderOf(git, a, b) {
    if (!isCommit(a) || !isCommit(b))
        return 'unknown';
    if (a === b)
        return 'same';
    const [forward, backward] = await Promise.all([isAncestor(git, a, b), isAncestor(git, b, a)]);
    if (forward)
        return 'before';
    if (backward)
        return 'after';
    if (forward === undefined || backward === undefined)
        return 'unknown';
    // A yes is always true. A no of a shallow clone only says that the path is cut.
    return (await isShallow(git)) ? 'unknown' : 'diverged';
}
/** Undefined when one of them is not in the clone. */
async function isAncestor(git, a, b) {
    const { code } = await git(['merge-base', '--is-ancestor', a, b]);
    return code === 0 ? true : code === 1 ? false : undefined;
}
async function isShallow(git) {
    return (await asked(git, ['rev-parse', '--is-shallow-repository'])).text.trim() === 'true';
}
/** As `History.distance`. A shallow clone cannot tell: it counts to where it is cut. */
async function distanceOf(git, from, to) {
    if (!isCommit(from) || !isCommit(to))
        return undefined;
    if (from === to)
        return 0;
    if (await isShallow(git))
        return undefined;
    const { code, text } = await git(['rev-list', '--count', `${from}..${to}`, '--']);
    return code === 0 ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./packages/git/refs.ts



/**
 * The commits behind references, by full name; what is not there is left out. `rev-parse refs/heads/main` is not asked:
 * where that branch is missing it takes a tag that is called `refs/heads/main`.
 */
async function commitsBehind(git, references) {
    const format = '--format=%(objecttype) %(objectname) %(refname)';
    const { text } = await asked(git, ['for-each-ref', format, '--', ...references]);
    const found = new Map();
    for (const line of text.split('\n')) {
        const [type = '', object = '', name = ''] = line.split(' ');
        // A pattern also finds what lies below it.
        if (!references.includes(name))
            continue;
        const commit = type === 'commit' ? object : await peeled(git, object);
        if (commit !== undefined)
            found.set(name, commit);
    }
    return found;
}
/** The commit behind a full or abbreviated hash, through annotated tags. */
async function peeled(git, hash) {
    const { code, text } = await git(['rev-parse', '--verify', '--quiet', `${hash}^{commit}`]);
    return code === 0 ? text.trim() : undefined;
}
/**
 * The commit that a name means: `HEAD`, `refs/heads/x`, `refs/tags/x`, the name of a branch or tag, of a branch of origin,
 * or a hash of at least four digits. No revision expressions.
 * @throws UsageError when a branch and a tag of that name stand on different commits
 */
async function commitOf(git, name) {
    if (name === 'HEAD')
        return (await headOf(git)).commit;
    if (!isRefName(name))
        return undefined;
    if (name.startsWith('refs/'))
        return (await commitsBehind(git, [name])).get(name);
    const places = ['heads', 'tags', 'remotes/origin'].map((place) => `refs/${place}/${name}`);
    const found = await commitsBehind(git, places);
    const [branch, tag, remote] = places.map((place) => found.get(place));
    if (branch !== undefined && tag !== undefined && branch !== tag) {
        throw new errors/* UsageError */.eb(`${JSON.stringify(name)} is a branch and a tag on different commits: write refs/heads/${name} or refs/tags/${name}`);
    }
    const named = branch ?? tag ?? remote;
    if (named !== undefined || !/^[0-9a-f]{4,64}$/.test(name))
        return named;
    return peeled(git, name);
}
/** As `History.head`. */
async function headOf(git) {
    const symbolic = await git(['symbolic-ref', '--quiet', 'HEAD']);
    const reference = symbolic.text.trim();
    if (symbolic.code !== 0)
        return { commit: await peeled(git, 'HEAD'), branch: undefined };
    const commit = (await commitsBehind(git, [reference])).get(reference);
    const heads = 'refs/heads/';
    return {
        commit,
        branch: reference.startsWith(heads) ? reference.slice(heads.length) : undefined,
    };
}
/** As `History.tagsAt`. */
async function tagsAt(git, commit) {
    if (!isCommit(commit))
        return [];
    const args = ['for-each-ref', `--points-at=${commit}`, '--format=%(refname)', '--', 'refs/tags/'];
    const { text } = await asked(git, args);
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => line.slice('refs/tags/'.length));
}

;// CONCATENATED MODULE: ./packages/git/fetch.ts




const fetch = [
    'fetch',
    '--quiet',
    '--no-tags',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
    '--no-recurse-submodules',
];
/** The URL of the remote that is called `origin`, as it was configured; undefined when there is none. */
async function originUrl(git) {
    const { code, text } = await git(['config', '--get', 'remote.origin.url']);
    return code === 0 ? text.replace(/\n$/, '') : undefined;
}
/** Is there a remote called `origin`? */
const hasOrigin = async (git) => (await originUrl(git)) !== undefined;
/**
 * Fetches a branch of origin to where git keeps it; its commit, or undefined when origin has no such branch.
 * @throws Failed when origin cannot be asked
 */
async function fetchBranch(git, name) {
    if (!(await hasOrigin(git)))
        return undefined;
    const into = `refs/remotes/origin/${name}`;
    // A depth would cut the history of a clone that is whole.
    const depth = (await isShallow(git)) ? ['--depth=1'] : [];
    const args = [...fetch, ...depth, 'origin', `+refs/heads/${name}:${into}`];
    const answer = await git(args, { network: true });
    if (answer.code === 0)
        return (await commitsBehind(git, [into])).get(into);
    if (answer.stderr.includes("couldn't find remote ref"))
        return undefined;
    const { message } = refusal(args, answer);
    throw new errors/* Failed */.cV(3, 'git', `${JSON.stringify(name)} is not in this clone, and ${message}: check out with fetch-depth: 0`);
}
/**
 * Fetches the commits, without their files, that a shallow clone lacks on the way to what is wanted. It is a try: offline,
 * or where origin does not give a commit by its hash, the clone stays as it is.
 */
async function deepen(git, wanted) {
    if (!(await hasOrigin(git)))
        return;
    for (const want of wanted) {
        if (!(await isShallow(git)))
            return;
        await git([...fetch, '--unshallow', '--filter=tree:0', 'origin', want], { network: true });
    }
}

;// CONCATENATED MODULE: ./packages/git/default-branch.ts





/**
 * The default branch: the event's, else `origin/HEAD`, else `main`, else `master`, else the input's. A branch that is known
 * by name and not in the clone is fetched; `main` and `master` are guesses and have to be there.
 * @throws UsageError for a given name that is none, Failed when origin cannot be asked
 */
async function findDefaultBranch(git, given) {
    if (given?.from === 'event')
        return standing(git, given.name, 'event');
    const origin = await originHead(git);
    const found = origin === undefined ? undefined : await standing(git, origin, 'origin/HEAD');
    if (found !== undefined)
        return found;
    for (const name of ['main', 'master']) {
        const commit = await newest(git, name);
        if (commit !== undefined)
            return { name, commit, from: name };
    }
    return given === undefined ? undefined : standing(git, given.name, 'input');
}
async function standing(git, name, from) {
    if (!isRefName(name)) {
        const input = from === 'input' ? { input: 'default-branch' } : {};
        throw new errors/* UsageError */.eb(`the default branch ${JSON.stringify(name)} is not a name that git allows`, input);
    }
    const commit = (await newest(git, name)) ?? (await fetchBranch(git, name));
    return commit === undefined ? undefined : { name, commit, from };
}
/**
 * Of the local branch and origin's, the newer one. When they have parted, or a shallow clone cannot tell, it is origin's:
 * that one went through review.
 */
async function newest(git, name) {
    const places = [`refs/heads/${name}`, `refs/remotes/origin/${name}`];
    const found = await commitsBehind(git, places);
    const [local, remote] = places.map((place) => found.get(place));
    if (local === undefined || remote === undefined)
        return local ?? remote;
    return (await isAncestor(git, remote, local)) ? local : remote;
}
async function originHead(git) {
    const { code, text } = await git(['symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD']);
    const place = 'refs/remotes/origin/';
    return code === 0 && text.startsWith(place) ? text.trim().slice(place.length) : undefined;
}

;// CONCATENATED MODULE: ./packages/git/file.ts



const maxBytes = 1 << 20;
/**
 * As `History.file`: a regular file of a commit, by its path from the top with `/`; undefined when the commit has none.
 * @throws UsageError when something else stands there or it is over 1 MiB, Failed when the commit is not in the clone
 */
async function fileAt(git, commit, path) {
    if (!isCommit(commit))
        throw notACommit(commit);
    if (!isInside(path))
        return undefined;
    const args = ['ls-tree', '-z', '--long', '--full-tree', commit, '--', path];
    const tree = await git(args);
    if (tree.code !== 0)
        throw refusal(args, tree);
    const [mode = '', , object = '', size = ''] = tree.text.split(/[ \t\0]+/);
    if (mode === '')
        return undefined;
    const where = `${JSON.stringify(path)} in commit ${commit.slice(0, 12)}`;
    if (!mode.startsWith('100')) {
        throw new errors/* UsageError */.eb(`${where} is ${kinds[mode] ?? 'no file'}: make it a regular file`);
    }
    if (Number(size) > maxBytes) {
        throw new errors/* UsageError */.eb(`${where} has ${size} bytes: at most ${maxBytes} are read`);
    }
    return (await asked(git, ['cat-file', 'blob', object], { maxBytes })).stdout;
}
const notACommit = (text) => new errors/* Failed */.cV(3, 'git', `${JSON.stringify(text)} is not a commit: 40 hexadecimal digits are wanted`);
const kinds = {
    '040000': 'a folder',
    '120000': 'a symbolic link',
    '160000': 'a submodule',
};
const isInside = (path) => !path.includes('\0') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

;// CONCATENATED MODULE: ./packages/git/tags.ts



/** A hundred thousand tags with long names. */
const tags_maxBytes = 32 * 1024 * 1024;
/** As `History.tags`. */
async function allTags(git) {
    const args = ['for-each-ref', '--format=%(refname)', '--', 'refs/tags/'];
    const { text } = await asked(git, args, { maxBytes: tags_maxBytes });
    const tags = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.slice('refs/tags/'.length));
    return tags.length === 0 && (await isShallow(git)) ? undefined : tags;
}
/** As `History.describe`. https://git-scm.com/docs/git-describe */
async function describe(git, commit, match = '') {
    if (!isCommit(commit))
        return undefined;
    const only = match === '' ? [] : [`--match=${match}`];
    const args = ['describe', '--tags', ...only, commit];
    const answer = await git(args);
    if (answer.code === 0)
        return answer.text.trim();
    if (/cannot describe|No (?:annotated )?tags can describe/.test(answer.stderr))
        return undefined;
    throw refusal(args, answer);
}

;// CONCATENATED MODULE: ./packages/git/open.ts












/**
 * What git knows of the working tree that `cwd` is in; undefined outside of one.
 * @throws Failed when there is a repository and git is missing, refuses it, or cannot read it
 */
async function openHistory(how) {
    const root = await topOf(gitIn(how), how.cwd);
    return root === undefined
        ? undefined
        : historyOf(gitIn({ ...how, cwd: root }), root, how.defaultBranch);
}
function historyOf(git, root, given) {
    const defaultBranch = once(() => findDefaultBranch(git, given));
    const deepened = once(async () => {
        const { commit } = await headOf(git);
        const branch = await defaultBranch();
        await deepen(git, [
            ...(branch === undefined ? [] : [`refs/heads/${branch.name}`]),
            ...(commit === undefined ? [] : [commit]),
        ]);
    });
    return {
        root,
        defaultBranch,
        order: async (a, b, { fetch } = { fetch: true }) => {
            const order = await orderOf(git, a, b);
            if (order !== 'unknown' || !fetch || !(await isShallow(git)))
                return order;
            await deepened();
            return orderOf(git, a, b);
        },
        distance: (from, to) => distanceOf(git, from, to),
        file: (commit, path) => fileAt(git, commit, path),
        time: (commit) => timeOf(git, commit),
        author: (commit) => authorOf(git, commit),
        changes: (folder) => changesIn(git, root, folder),
        tagsAt: (commit) => tagsAt(git, commit),
        tags: () => allTags(git),
        describe: (commit, match) => describe(git, commit, match),
        commitOf: (name) => commitOf(git, name),
        head: () => headOf(git),
        origin: () => originUrl(git),
    };
}
function once(ask) {
    let answer;
    return () => (answer ??= ask());
}
async function timeOf(git, commit) {
    if (!isCommit(commit))
        throw notACommit(commit);
    const args = ['log', '-1', '--no-show-signature', '--format=%ct', commit, '--'];
    const { text } = await asked(git, args);
    const time = new Date(Number(text) * 1000);
    if (text.trim() === '' || Number.isNaN(time.getTime())) {
        throw new errors/* Failed */.cV(3, 'git', `the time of commit ${commit} cannot be read`);
    }
    return time;
}
const longestName = 200;
async function authorOf(git, commit) {
    if (!isCommit(commit))
        throw notACommit(commit);
    const args = ['log', '-1', '--no-show-signature', '--no-mailmap', '--format=%an', commit, '--'];
    const { code, text } = await git(args);
    const name = text.trim().slice(0, longestName);
    return code === 0 && name !== '' ? name : undefined;
}
async function topOf(git, cwd) {
    const args = ['rev-parse', '--show-toplevel'];
    const answer = await git(args).catch(async (error) => {
        if ((0,errors/* codeOf */.$N)(error) !== 'no-tool')
            throw error;
        const repository = await marked((0,external_node_path_.resolve)(cwd));
        if (repository === undefined)
            return undefined;
        const where = JSON.stringify(repository);
        throw new errors/* Failed */.cV(3, 'no-tool', `${where} is a git repository and git is missing: install git`, {
            cause: error,
        });
    });
    if (answer === undefined)
        return undefined;
    if (answer.code === 0)
        return answer.text.replace(/\n$/, '');
    if (isOutside(answer))
        return undefined;
    throw owned(answer) ?? refusal(args, answer);
}
/** Also in a bare repository, or in a repository's own folder: there is nothing to build there. */
const isOutside = ({ stderr }) => /not a git repository \(or any|cannot use bare repository|must be run in a work tree/.test(stderr);
/** https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory */
function owned({ stderr }) {
    const folder = /dubious ownership in repository at '(.*)'/.exec(stderr)?.[1];
    if (folder === undefined)
        return undefined;
    const where = JSON.stringify(folder);
    return new errors/* Failed */.cV(3, 'git', `git does not read ${where} because it belongs to another user: run git config --global --add safe.directory ${where}`);
}
async function marked(folder) {
    const there = await (0,promises_.stat)((0,external_node_path_.join)(folder, '.git')).then(() => true, () => false);
    if (there)
        return folder;
    return (0,external_node_path_.dirname)(folder) === folder ? undefined : marked((0,external_node_path_.dirname)(folder));
}

;// CONCATENATED MODULE: ./packages/git/terminal-event.ts

/**
 * What a command on a terminal is taken for: a push of the branch that HEAD is on; detached on exactly one version tag,
 * that tag; `ref` says otherwise.
 * @throws UsageError when it is none of these, with what to do
 */
async function terminalEvent(history, how) {
    if (how.ref !== undefined)
        return named(history, { ...how, ref: how.ref });
    const { commit, branch } = await history.head();
    if (commit === undefined) {
        throw new errors/* UsageError */.eb('the git repository has no commit yet: commit first');
    }
    return branch === undefined ? detached(history, commit, how) : { kind: 'push', commit, branch };
}
async function named(history, { ref, isVersion }) {
    const [branch, tag] = [terminal_event_short(ref, 'refs/heads/'), terminal_event_short(ref, 'refs/tags/')];
    const pushed = branch === undefined ? undefined : await history.commitOf(`refs/heads/${branch}`);
    const tagged = tag === undefined ? undefined : await history.commitOf(`refs/tags/${tag}`);
    const said = JSON.stringify(ref);
    if (pushed !== undefined && tagged !== undefined) {
        throw new errors/* UsageError */.eb(`${said} is a branch and a tag: write refs/heads/${ref} or refs/tags/${ref}`, { input: 'ref' });
    }
    if (branch !== undefined && pushed !== undefined) {
        return { kind: 'push', commit: pushed, branch };
    }
    if (tag !== undefined && tagged !== undefined)
        return { kind: 'tag', commit: tagged, tag };
    const commit = /^[0-9a-f]{4,64}$/.test(ref) ? await history.commitOf(ref) : undefined;
    if (commit !== undefined)
        return detached(history, commit, { ref, isVersion });
    throw new errors/* UsageError */.eb(`${said} is no branch, tag or commit of this git repository`, {
        input: 'ref',
    });
}
/** The name within its kind; undefined when a full name says that it is of another kind. */
function terminal_event_short(ref, place) {
    if (ref.startsWith(place))
        return ref.slice(place.length);
    return ref.startsWith('refs/') ? undefined : ref;
}
async function detached(history, commit, { ref, isVersion }) {
    const versions = (await history.tagsAt(commit)).filter(isVersion);
    const [tag, ...others] = versions;
    if (tag !== undefined && others.length === 0)
        return { kind: 'tag', commit, tag };
    const where = ref === undefined ? `HEAD is detached at ${shown(commit)}` : `commit ${shown(commit)}`;
    const what = tag === undefined
        ? 'no version tag is there'
        : `${versions.length} version tags are there (${versions
            .slice(0, 5)
            .map((name) => JSON.stringify(name))
            .join(', ')})`;
    throw new errors/* UsageError */.eb(`${where} and ${what}: name a branch or one tag with --ref`, {
        input: 'ref',
    });
}
const shown = (commit) => commit.slice(0, 12);

;// CONCATENATED MODULE: ./packages/git/index.ts





/***/ })

};
