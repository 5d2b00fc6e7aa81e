import { standing, type Inputs } from '#io';

const since = '0.2.0';

export const inputs = {
  source: {
    type: 'text',
    description:
      'What to copy: `name:tag`, `name@sha256:…`, `oci:DIR[:tag]`, `oci-archive:FILE[:tag]` or `docker-archive:FILE[:name][:tag]`.',
    positional: true,
    required: true,
    since,
  },
  destination: {
    type: 'text',
    description:
      'Where to: `name[:tag]`, `oci:DIR:tag` or `oci-archive:FILE[:tag]`. Without a tag no name is written.',
    positional: true,
    required: true,
    since,
  },
  platform: {
    type: 'list',
    description:
      'Only for these platforms, such as `linux/amd64`. The digest is then another one: that of the manifest of the one, or of a new index (default: all, and the digest stays).',
    since,
  },
  referrers: {
    type: 'flag',
    description:
      'Also what refers to the image: signatures, SBOMs, statements, and what refers to those.',
    default: 'true',
    since,
  },
  'cosign-tags': {
    type: 'flag',
    description: "Also cosign's tags `sha256-….sig`, `.att` and `.sbom` (default: as `referrers`).",
    since,
  },
  'all-tags': {
    type: 'flag',
    description: 'All tags of the repository, under the same names; neither side names a tag.',
    default: 'false',
    since,
  },
  ...standing,
} as const satisfies Inputs;
