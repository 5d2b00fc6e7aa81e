import { refInput, standing, type Inputs } from '#io';
import { existingInputs, movingKinds, orderNames } from '#version';

const since = '0.1.0';
const compute = '0.2.0';
const writing = '0.3.0';

export const inputs = {
  image: {
    type: 'text',
    description:
      'The image: `name` shows the names that the event gives it, `name@sha256:…` writes them. Names are computed from rules where it is left out, or where `tags` or another list stands beside it.',
    positional: true,
    since,
  },
  images: {
    type: 'lines',
    description:
      'Images to name, as `name` or `name=…,enable=…`. Without any, tags are names alone.',
    since: compute,
  },
  tags: {
    type: 'lines',
    description:
      'Rules that give names, as `type=…,key=value`. Without any: a schedule, a branch, a git tag and a pull request give one each.',
    since: compute,
  },
  flavor: {
    type: 'lines',
    description:
      'What holds for all rules: `latest=auto|true|false`, `prefix=…,onlatest=…`, `suffix=…,onlatest=…`.',
    since: compute,
  },
  labels: {
    type: 'lines',
    description: 'Labels beside those of OCI, or instead of them, as `key=value`.',
    since: compute,
  },
  annotations: {
    type: 'lines',
    description: 'Annotations beside those of OCI, or instead of them, as `key=value`.',
    since: compute,
  },
  context: {
    type: 'one-of',
    values: ['workflow', 'git'],
    description:
      "Where ref and commit come from: the workflow's event, which is the default in a workflow, or what git has checked out.",
    since: compute,
  },
  'sep-tags': {
    type: 'text',
    description: 'What stands between the tags of an output; a newline when it is left out.',
    verbatim: true,
    since: compute,
  },
  'sep-labels': {
    type: 'text',
    description: 'What stands between the labels of an output; a newline when it is left out.',
    verbatim: true,
    since: compute,
  },
  'sep-annotations': {
    type: 'text',
    description: 'What stands between the annotations of an output; a newline when it is left out.',
    verbatim: true,
    since: compute,
  },
  'bake-target': {
    type: 'text',
    description: 'The target of the bake files.',
    default: 'docker-metadata-action',
    since: compute,
  },
  explain: {
    type: 'flag',
    description:
      'Say for each name which line it came from, and for each line that gave none why not; and, read from the repositories of the images, what each name stands on and whether it would move.',
    since: compute,
  },
  'tag-prefix': {
    type: 'text',
    description: 'What stands before the version in git tags, such as `shop-`.',
    default: '',
    since,
  },
  moving: {
    type: 'list',
    description:
      'Names that a release takes when it is the highest of their line: `latest`, `major` (`1`), `minor` (`1.4`), or `none`. Rules say it themselves.',
    default: movingKinds.join(', '),
    since: writing,
  },
  order: {
    type: 'one-of',
    values: orderNames,
    description:
      'How versions are read and compared; `revisions` is semver with rebuilds behind the release, and counts where it is left out, but for rules of which all that read a version are `type=pep440` or `type=calver`.',
    since: writing,
  },
  'revision-suffix': {
    type: 'text',
    description: 'What stands before the count of rebuilds in a version, as in `1.4.2-r3`.',
    default: '-r',
    since: writing,
  },
  expect: {
    type: 'list',
    description:
      'Digests that you have looked at: a moving name that stands on one of them may be moved, though nothing here tells its version.',
    since: writing,
  },
  ...existingInputs,
  ...refInput,
  ...standing,
  'github-token': {
    ...standing['github-token'],
    description:
      "The token that asks GitHub about the repository, and logs in to the repository's own registry.",
  },
} as const satisfies Inputs;
