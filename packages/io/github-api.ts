import { boundedText } from './bounded-file.ts';
import { Failed, messageOf } from './errors.ts';
import type { GitHubAccess } from './github-door.ts';
import type { Transport } from './io.ts';
import { isLoopback } from './loopback.ts';
import { quote } from './quote.ts';

type Answer = Awaited<ReturnType<Transport['send']>>;

const maxBytes = 8 * 1024 * 1024;
const seconds = 30;
const mostRedirects = 3;
const redirects = new Set([301, 302, 307, 308]);

/** As `gitHubJson` of the door. https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api */
export async function gitHubJson({ io, token }: GitHubAccess, path: string): Promise<unknown> {
  const url = locate(io.env.get('GITHUB_API_URL') ?? '', path);
  const signal = AbortSignal.any([io.signal, AbortSignal.timeout(seconds * 1000)]);
  try {
    return await answerOf({ url, token, signal, transport: io.transport });
  } catch (error) {
    if (
      io.signal.aborted ||
      (Error.isError(error) && error instanceof Failed && error.code === code)
    ) {
      throw error;
    }
    const why = signal.aborted ? `it did not answer within ${seconds} s` : messageOf(error);
    throw failed(url, why, error);
  }
}

const code = 'github';

const failed = (url: URL, why: string, cause?: unknown): Failed =>
  new Failed(3, code, `GitHub was asked for ${quote(url.href)}: ${why}`, { cause });

function locate(base: string, path: string): URL {
  const api = base === '' ? 'https://api.github.com' : base.replace(/\/+$/, '');
  if (!URL.canParse(`${api}${path}`)) {
    throw new Failed(3, code, `GITHUB_API_URL must be a URL, not ${quote(api)}`);
  }
  const url = new URL(`${api}${path}`);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
    return url;
  throw failed(url, 'the token would go over plain http: GITHUB_API_URL must start with https');
}

async function answerOf(request: {
  readonly url: URL;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  readonly transport: Transport;
}): Promise<unknown> {
  const { token, signal, transport } = request;
  let { url } = request;
  for (let left = mostRedirects; ; left -= 1) {
    const answer = await transport.send({ method: 'GET', url, headers: headersOf(token), signal });
    const { location } = answer.headers;
    if (!redirects.has(answer.status) || location === undefined) return jsonOf(url, answer);
    answer.body.destroy();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    // A repository that was renamed. The token is for this host alone.
    if (left === 0 || next?.origin !== url.origin) throw failed(url, 'it redirects elsewhere');
    url = next;
  }
}

const headersOf = (token: string | undefined): Readonly<Record<string, string>> => ({
  accept: 'application/vnd.github+json',
  'user-agent': 'ecluse',
  'x-github-api-version': '2022-11-28',
  ...(token !== undefined && token !== '' && { authorization: `Bearer ${token}` }),
});

async function jsonOf(url: URL, { status, body }: Answer): Promise<unknown> {
  if (status !== 200) {
    body.destroy();
    throw failed(url, refusals[status] ?? `it answered ${status}`);
  }
  const text = await boundedText(body, 'the answer of GitHub', maxBytes);
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    throw failed(url, 'the answer is not JSON');
  }
}

const refusals: Readonly<Partial<Record<number, string>>> = {
  401: 'the token is not valid (401): check "github-token"',
  403: 'the token may not read it, or too much was asked (403): check "github-token" and its permissions',
  404: 'it is not there, or the token may not read it (404): the job needs contents: read',
  429: 'too much was asked (429): try again later',
};
