import { repositories } from './soak-blobs.ts';
import { Complaint, type Hand } from './soak-hand.ts';
import { absent, type How, type Writes } from './soak-history.ts';
import {
  imageOf,
  keys,
  pathOf,
  pull,
  pushParts,
  putting,
  standingAt,
  untagged,
  written,
  type Image,
} from './soak-images.ts';

const shared = ['one', 'two'] as const;

/** Tags: those of this client alone, and those that all of them move. */
export class Tags {
  readonly #hand: Hand;
  /** Where own tags stand, by key; undefined where that is not known. */
  readonly #own = new Map<string, string | undefined>();

  constructor(hand: Hand) {
    this.#hand = hand;
  }

  /** Under one tag or two at once, on a condition or without one. */
  readonly push = async (): Promise<void> => {
    const { random } = this.#hand;
    const { repository, image } = await this.#image();
    if (image === undefined) return;
    const names = [this.#name(), this.#name()].slice(random.below(2));
    const tags = [...new Set(names)];
    const writes = written(repository, image, tags);
    const standing = this.#standing(repository, tags[0] ?? '');
    const isByDigest = tags.length > 1;
    const query = isByDigest ? `?${tags.map((tag) => `tag=${tag}`).join('&')}` : '';
    const path = `${pathOf(repository, isByDigest ? image.digest : (tags[0] ?? ''))}${query}`;
    const headers = isByDigest || random.below(2) === 0 ? {} : conditionOf(standing);
    const how = await this.#hand.write(writes, async (): Promise<How> => {
      await this.#hand.ask(putting(path, image, headers), 201);
      return 'done';
    });
    for (const tag of tags) {
      this.#own.set(keys.tag(repository, tag), how === 'done' ? image.digest : undefined);
    }
  };

  /** On a condition that does not hold. */
  readonly refused = async (): Promise<void> => {
    const { repository, image } = await this.#image();
    const tag = this.#name();
    if (image === undefined || this.#standing(repository, tag) === undefined) return;
    const wrong = { 'if-match': `"sha256:${'0'.repeat(64)}"` };
    await this.#hand.read(async () => {
      await this.#hand.ask(putting(pathOf(repository, tag), image, wrong), 412);
      return {};
    });
  };

  readonly pull = async (): Promise<void> => {
    const { random } = this.#hand;
    const tag = random.pick([this.#name(), `contested-${random.pick(shared)}`, 'free-one']);
    await pull(this.#hand, random.pick(repositories), tag);
  };

  readonly remove = async (): Promise<void> => {
    const repository = this.#hand.random.pick(repositories);
    const tag = this.#name();
    const place = keys.tag(repository, tag);
    const how = await this.#hand.remove(pathOf(repository, tag), untagged(repository, tag), place);
    this.#own.set(place, how === 'unknown' ? undefined : absent);
  };

  /** A manifest with its tags; only where it is known which they are. */
  readonly removeImage = async (): Promise<void> => {
    const { random } = this.#hand;
    const repository = random.pick(repositories);
    const prefix = keys.tag(repository, '');
    const own = [...this.#own].filter(([key]) => key.startsWith(prefix));
    const standing = own.filter(([, digest]) => digest !== absent);
    const digest = standing[random.below(Math.max(1, standing.length))]?.[1];
    if (digest === undefined || own.some(([, where]) => where === undefined)) return;
    const tags = own
      .filter(([, where]) => where === digest)
      .map(([key]) => key.slice(prefix.length));
    const place = keys.manifest(repository, digest);
    const writes: Writes = Object.fromEntries([
      [place, absent],
      ...tags.flatMap((tag) => Object.entries(untagged(repository, tag))),
    ]);
    const how = await this.#hand.remove(pathOf(repository, digest), writes, place);
    for (const tag of tags) {
      this.#own.set(keys.tag(repository, tag), how === 'unknown' ? undefined : absent);
    }
  };

  /** Reads where a tag stands, and moves it from there, as others do. */
  readonly contest = async (): Promise<void> => {
    const { repository, image } = await this.#image();
    if (image === undefined) return;
    const tag = `contested-${this.#hand.random.pick(shared)}`;
    let from = absent;
    await this.#hand.read(async () => {
      from = await standingAt(this.#hand, repository, tag);
      return { [keys.tag(repository, tag)]: from };
    });
    const asked = putting(pathOf(repository, tag), image, conditionOf(from));
    await this.#hand.write(
      written(repository, image, [tag]),
      async () => ((await this.#hand.ask(asked, 201, 412)).status === 201 ? 'done' : 'undone'),
      from,
    );
  };

  /** Moves or removes a tag that others move and remove, on no condition. */
  readonly free = async (): Promise<void> => {
    const repository = this.#hand.random.pick(repositories);
    const tag = `free-${this.#hand.random.pick(shared)}`;
    const path = pathOf(repository, tag);
    if (this.#hand.random.below(3) === 0) {
      await this.#hand.remove(path, untagged(repository, tag), keys.tag(repository, tag));
      return;
    }
    const image = imageOf(this.#hand.unique());
    if (!(await pushParts(this.#hand, repository, image))) return;
    await this.#hand.write(written(repository, image, [tag]), async (): Promise<How> => {
      await this.#hand.ask(putting(path, image), 201);
      return 'done';
    });
  };

  readonly list = async (): Promise<void> => {
    const repository = this.#hand.random.pick(repositories);
    await this.#hand.read(async () => {
      const listed = await tagsOf(this.#hand, repository, 1 + this.#hand.random.below(20));
      const own = [...this.#own.keys()].filter((key) => key.startsWith(keys.tag(repository, '')));
      return Object.fromEntries(
        own.map((key) => {
          const tag = key.slice(keys.tag(repository, '').length);
          return [keys.name(repository, tag), listed.has(tag) ? 'there' : absent];
        }),
      );
    });
  };

  #name(): string {
    return `${this.#hand.name}-${this.#hand.random.pick(['a', 'b', 'c', 'd', 'e'])}`;
  }

  #standing(repository: string, tag: string): string | undefined {
    const key = keys.tag(repository, tag);
    return this.#own.has(key) ? this.#own.get(key) : absent;
  }

  async #image(): Promise<{ readonly repository: string; readonly image: Image | undefined }> {
    const repository = this.#hand.random.pick(repositories);
    const image = imageOf(this.#hand.unique());
    const isPushed = await pushParts(this.#hand, repository, image);
    return { repository, image: isPushed ? image : undefined };
  }
}

/** That a tag stands there; none where that is not known. */
function conditionOf(standing: string | undefined): Readonly<Record<string, string>> {
  if (standing === undefined) return {};
  return standing === absent ? { 'if-none-match': '*' } : { 'if-match': `"${standing}"` };
}

/** Page by page. */
export async function tagsOf(hand: Hand, repository: string, page: number): Promise<Set<string>> {
  const found = new Set<string>();
  let path: string | undefined = `/v2/${repository}/tags/list?n=${page}`;
  while (path !== undefined) {
    const { status, headers, body } = await hand.ask({ method: 'GET', path }, 200, 404);
    if (status === 404) return found;
    const { tags } = JSON.parse(body.toString()) as { readonly tags: readonly string[] };
    for (const tag of tags) {
      if (found.has(tag)) throw new Complaint(`${path} lists ${tag} again`);
      found.add(tag);
    }
    path = /^<(.+)>; rel="next"$/.exec(String(headers.link))?.[1];
  }
  return found;
}
