import { Failed, type Exec } from '#io';

export interface Answer {
  readonly code: number;
  readonly stdout: Uint8Array;
  /** The output as text; bytes that are not UTF-8 become U+FFFD. */
  readonly text: string;
  readonly stderr: string;
}
interface How {
  readonly cwd?: string;
  readonly maxBytes?: number;
  /** Talks to a remote: gets more time. */
  readonly network?: true;
}
/** Runs git with arguments; ends in an answer with an exit code, or in an error when git itself could not be asked. */
export type Git = (args: readonly string[], how?: How) => Promise<Answer>;

// What the folder's own configuration may not do to us: run hooks or monitors, page, swap commits, read a name as a pattern.
const hardened = [
  '--no-pager',
  '--no-optional-locks',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'].flatMap(
    (setting) => ['-c', setting],
  ),
];
// Sentences are read below, so they have to be English; nobody sits there to be asked for a password.
const environment = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '' };
const seconds = { local: 60, network: 300 };

/** Git in one folder. */
export function gitIn(where: {
  readonly exec: Exec;
  readonly cwd: string;
  readonly signal: AbortSignal;
}): Git {
  return async (args, how = {}) => {
    const limit = how.network ? seconds.network : seconds.local;
    const timeout = AbortSignal.timeout(limit * 1000);
    try {
      const { code, stdout, stderr, truncated } = await where.exec.run(
        'git',
        [...hardened, ...args],
        {
          cwd: how.cwd ?? where.cwd,
          env: environment,
          signal: AbortSignal.any([where.signal, timeout]),
          maxBytes: how.maxBytes ?? 1 << 20,
        },
      );
      if (truncated) throw new Failed(3, 'git', `git ${verb(args)} said more than can be read`);
      return {
        code,
        stdout,
        get text() {
          return decode(stdout);
        },
        stderr: decode(stderr),
      };
    } catch (error) {
      if (!timeout.aborted || where.signal.aborted) throw error;
      throw new Failed(3, 'git', `git ${verb(args)} did not end within ${limit} seconds`);
    }
  };
}

/** The answer of a command that has no reason to fail. */
export async function asked(git: Git, args: readonly string[], how?: How): Promise<Answer> {
  const answer = await git(args, how);
  if (answer.code !== 0) throw refusal(args, answer);
  return answer;
}

/** Git's own reason as the end of one sentence. */
export function refusal(args: readonly string[], { code, stderr }: Answer): Failed {
  const lines = stderr.split('\n').filter((line) => line !== '');
  const reason = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0];
  const said = reason === undefined ? `exit code ${code}` : JSON.stringify(withoutSecrets(reason));
  return new Failed(3, 'git', `git ${verb(args)} failed: ${said}`);
}

// A remote's URL may carry a token.
const withoutSecrets = (line: string): string => line.replace(/\/\/[^@/\s]*@/g, '//***@');
const verb = (args: readonly string[]): string => args[0] ?? '';
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
