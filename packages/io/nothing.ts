import type { Page } from '#report';

import { kindOf } from './names.ts';
import type { Nothing } from './nothing-schema.ts';

/** The event asks for nothing: not a failure, exit 0, with the reason for a person. */
export class NothingToDo extends Error {
  override readonly name = 'NothingToDo';
}

export const nothing = (reason: string): Nothing => ({
  kind: kindOf('nothing'),
  image: null,
  digest: null,
  results: [],
  reason,
});

export const nothingPage = ({ reason }: Nothing): Page => ({
  title: 'Nothing to do',
  blocks: [{ kind: 'paragraph', text: reason }],
});
