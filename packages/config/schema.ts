import * as v from 'valibot';

import { gates } from './gates.ts';
import { grammar } from './grammar.ts';
import { about, keys, list, map, name, oneOf, text, unique } from './terms.ts';

const build = keys(
  {
    context: v.optional(
      v.pipe(text(grammar.path), about('commit', 'The folder whose files the build may use.')),
      '.',
    ),
    file: v.optional(
      v.pipe(
        text(grammar.path),
        about('commit', 'The Dockerfile. Default: Dockerfile in the context.'),
      ),
    ),
    target: v.optional(
      v.pipe(text(grammar.stage), about('commit', 'The stage to build. Default: the last one.')),
    ),
    platforms: v.optional(
      v.pipe(
        list(text(grammar.platform)),
        about('commit', 'Platforms to build for. Default: that of the machine.', unique),
      ),
    ),
    args: v.optional(
      v.pipe(
        map(name(grammar.argName), text(grammar.argValue)),
        about('commit', 'Values for ARG in the Dockerfile.'),
      ),
    ),
  },
  ['test-target'],
);
const buildKey = v.optional(
  v.pipe(build, about('commit', 'How the image is built. Read from the tree of the commit.')),
);

const image = keys(
  {
    repository: v.pipe(
      text(grammar.repository),
      about('policy', 'Where the image is stored: registry and repository.'),
    ),
    'tag-prefix': v.optional(
      v.pipe(
        text(grammar.tagPrefix),
        about('policy', "What stands before the version in this image's git tags, such as shop-."),
      ),
    ),
    build: buildKey,
  },
  ['chart'],
);

const base = keys({
  allowed: v.pipe(
    list(text(grammar.base)),
    about('policy', 'Images that ours may stand on. A last "*" is one part of a path.', unique),
  ),
  owner: v.optional(
    v.pipe(text(grammar.owner), about('policy', 'Who answers for the base images.')),
  ),
});

const labels = keys({
  set: v.optional(
    v.pipe(
      map(name(grammar.labelKey), text(grammar.labelValue)),
      about('policy', 'Labels that every image gets, by key. Inputs of a build win over them.'),
    ),
  ),
  required: v.optional(
    v.pipe(
      list(text(grammar.labelKey)),
      about('policy', 'Keys of labels without which no image is stored.', unique),
    ),
  ),
});

const environment = keys(
  {
    after: v.optional(
      v.pipe(
        list(text(grammar.environmentName)),
        about('policy', 'Environments that a digest has to pass before this one.', unique),
      ),
    ),
    promote: v.optional(
      v.pipe(
        oneOf(['auto', 'manual']),
        about('policy', 'auto: a digest goes on by itself. manual: a person sends it.'),
      ),
      'manual',
    ),
    tag: v.optional(
      v.pipe(
        text(grammar.purposeTag),
        about('policy', 'The tag that stands for the environment. Default: its name.'),
      ),
    ),
    repository: v.optional(
      v.pipe(
        text(grammar.repository),
        about('policy', "Another repository to promote into. Default: the image's own."),
      ),
    ),
    gates: v.optional(
      v.pipe(gates, about('policy', 'What a digest has to be like to be promoted here.')),
    ),
  },
  ['passed-by', 'soak', 'freeze', 'maintenance'],
);

/** What `ecluse.yml` may say, key by key; what keys say about each other is in check.ts. */
export const schema = keys(
  {
    apiVersion: v.pipe(oneOf(['ecluse/v1']), about('policy', 'The version of this format.')),
    image: v.optional(
      v.pipe(
        text(grammar.repository),
        about(
          'policy',
          'Short for images with one image: its repository. Its name is the last part.',
        ),
      ),
    ),
    build: buildKey,
    images: v.optional(
      v.pipe(map(name(grammar.imageName), image), about('policy', 'The images, by name.')),
    ),
    base: v.optional(v.pipe(base, about('policy', 'Rules for base images.'))),
    labels: v.optional(v.pipe(labels, about('policy', 'The labels of all images.'))),
    environments: v.optional(
      v.pipe(
        map(name(grammar.environmentName), environment),
        about('policy', 'The environments that an image is promoted through, by name.'),
      ),
    ),
  },
  ['chart', 'lines', 'findings', 'signing', 'retention'],
);
export type Raw = v.InferOutput<typeof schema>;
export type RawBuild = v.InferOutput<typeof build>;
