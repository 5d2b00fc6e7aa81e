import type { Collector } from './collector.ts';

/** A line of the list of accounts, as far as it says who somebody is. */
export interface Account {
  readonly name: string;
  /** As written; what is no number is kept, since engines make something of it. */
  readonly uid: string;
}

/** https://man7.org/linux/man-pages/man5/passwd.5.html */
export const passwd: Collector<Account> = {
  name: 'passwd',
  version: 2,
  maxBytes: 1 << 20,
  wants: (path) => path === 'etc/passwd',
  parse: (_, bytes) =>
    Buffer.from(bytes)
      .toString('latin1')
      .split('\n')
      .flatMap((line) => {
        // A line that ends before its number counts for engines too: its number is 0.
        const [name = '', , uid = ''] = line.trim().split(':');
        return name === '' ? [] : [{ name, uid }];
      }),
};
