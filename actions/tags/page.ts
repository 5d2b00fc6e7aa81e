import type { Page } from '#report';

import type { TagsDocument } from './document.ts';

export const page = ({ repository, names }: TagsDocument): Page => ({
  title: `Names of ${repository}`,
  blocks:
    names.length === 0
      ? [{ kind: 'paragraph', text: 'This event gives no name.' }]
      : [
          {
            kind: 'table',
            head: ['Name', 'Rule', 'State', 'Why'],
            rows: names.map(({ tag, rule, state, why }) => [
              { kind: 'code', text: tag },
              rule,
              state,
              why,
            ]),
          },
        ],
});
