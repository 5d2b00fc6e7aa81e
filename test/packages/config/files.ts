import { parseConfig } from '#config';
import { messageOf } from '#io';

/** Every key that there is. */
export const whole = `# what there is
apiVersion: ecluse/v1
images:
  shop:
    repository: ghcr.io/acme/shop
    tag-prefix: shop-
    build:
      context: .
      file: docker/Dockerfile
      target: runtime
      platforms: [linux/amd64, linux/arm64/v8]
      args: { NODE: '24', EMPTY: '' }
  worker:
    repository: localhost:5000/acme/worker
base:
  allowed: [ghcr.io/acme/base/*, docker.io/debian, scratch]
  owner: '@acme/platform'
labels:
  set: { com.acme.team: shop, org.opencontainers.image.vendor: 'Acme, Inc.' }
  required: [com.acme.team, org.opencontainers.image.licenses]
environments:
  prod:
    after: [preprod]
    promote: manual
    tag: production
  dev:
    promote: auto
  preprod:
    after: [dev]
    gates:
      layers:
        reclaimable: 20MB
        max-size: 1.5 GiB
        max-size-growth: 512
        max-layers: 30
        max-pull-cost: 100MB
        lowest-efficiency: 95%
        highest-wasted-bytes: 10MB
        highest-user-wasted-percent: 0.1
        not-root: true
        no-worse: [reclaimable, size]
`;
export const short = `apiVersion: ecluse/v1
image: ghcr.io/acme/shop
build: { target: runtime }
environments:
  dev: { promote: auto }
  prod: { after: [dev], repository: ghcr.io/acme-prod/shop }
`;

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const config = (text: string, file = 'ecluse.yml') => parseConfig(bytes(text), file);

/** The sentence with which a file is refused. */
export function refusal(content: string | Uint8Array, file = 'ecluse.yml'): string {
  try {
    parseConfig(typeof content === 'string' ? bytes(content) : content, file);
    return 'it was not refused';
  } catch (error) {
    return messageOf(error);
  }
}

/** A file with one image, and lines below it that start on line 3. */
export const withImage = (rest: string): string =>
  `apiVersion: ecluse/v1\nimage: ghcr.io/acme/shop\n${rest}`;

interface Bad {
  readonly what: string;
  readonly text: string;
  readonly says: string;
}
const layers = (rule: string): string =>
  `environments:\n  prod: { gates: { layers: { ${rule} } } }\n`;
const version = 'apiVersion: ecluse/v1\n';
const notYet = 'is not there yet in this version: remove it';

/** Wrong by the form of a key or value: the JSON Schema refuses these too. */
export const badByForm: readonly Bad[] = [
  {
    what: 'an unknown key',
    text: withImage('environmens: {}\n'),
    says: '3:1: environmens is not a key here, did you mean "environments"?',
  },
  {
    what: 'an unknown key deep down',
    text: withImage('environments:\n  prod:\n    promot: auto\n'),
    says: '5:5: environments.prod.promot is not a key here, did you mean "promote"?',
  },
  {
    what: 'a key that is like no other',
    text: withImage('build: { dockerfile: x }\n'),
    says: '3:10: build.dockerfile is not a key here: write context, file, target, platforms, args',
  },
  ...['chart', 'lines', 'findings', 'signing', 'retention'].map((key) => ({
    what: `${key}, which comes later`,
    text: withImage(`${key}: {}\n`),
    says: `3:1: ${key} ${notYet}`,
  })),
  ...['passed-by', 'soak', 'freeze', 'maintenance'].map((key) => ({
    what: `${key} of an environment, which comes later`,
    text: withImage(`environments:\n  prod: { ${key}: {} }\n`),
    says: `4:11: environments.prod.${key} ${notYet}`,
  })),
  {
    what: 'a gate that comes later',
    text: withImage('environments:\n  prod: { gates: { signed: {} } }\n'),
    says: `4:20: environments.prod.gates.signed ${notYet}`,
  },
  {
    what: 'a size that is none',
    text: withImage(layers('reclaimable: 20 MO')),
    says: '4:43: environments.prod.gates.layers.reclaimable must be a size such as 512, 20MB or 1GiB, not "20 MO"',
  },
  {
    what: 'a size below nothing',
    text: withImage(layers('max-size: -1')),
    says: '4:40: environments.prod.gates.layers.max-size must be a size such as 512, 20MB or 1GiB, not -1',
  },
  {
    what: 'a part that is more than all',
    text: withImage(layers('lowest-efficiency: 95')),
    says: '4:49: environments.prod.gates.layers.lowest-efficiency must be a part from 0 to 1, such as 0.95 or 95%, not 95',
  },
  {
    what: 'a count that is none',
    text: withImage(layers('max-layers: 2.5')),
    says: '4:42: environments.prod.gates.layers.max-layers must be a whole number, not 2.5',
  },
  {
    what: 'a switch that is none',
    text: withImage(layers("not-root: 'yes'")),
    says: '4:40: environments.prod.gates.layers.not-root must be true or false, not "yes"',
  },
  {
    what: 'a comparison twice',
    text: withImage(layers('no-worse: [size, size]')),
    says: '4:47: environments.prod.gates.layers.no-worse[1] is there twice: remove one',
  },
  {
    what: 'a comparison that is none',
    text: withImage(layers('no-worse: [sise]')),
    says: '4:41: environments.prod.gates.layers.no-worse[0] must be reclaimable or size or layers or pull-cost or not-root or efficiency or wasted-bytes or user-wasted-percent, not "sise", did you mean "size"?',
  },
  {
    what: 'a label whose key has a space',
    text: withImage('labels: { set: { a b: c } }\n'),
    says: '3:18: labels.set["a b"] must be a key of 1 to 255 printable characters without spaces and "=", not "a b"',
  },
  {
    what: 'a label whose value has an escape',
    text: withImage('labels: { set: { a: "\\e[31m" } }\n'),
    says: '3:21: labels.set.a must be text without control characters, not "\\u001b[31m"',
  },
  {
    what: 'a label that is a number',
    text: withImage('labels: { set: { a: 1 } }\n'),
    says: '3:21: labels.set.a must be text: put it in quotes',
  },
  {
    what: 'a required label twice',
    text: withImage('labels: { required: [a, a] }\n'),
    says: '3:25: labels.required[1] is there twice: remove one',
  },
  {
    what: 'labels in a list',
    text: withImage('labels: { set: [a=b] }\n'),
    says: '3:16: labels.set must be keys with values, not a list',
  },
  {
    what: 'an unknown key of labels',
    text: withImage('labels: { require: a }\n'),
    says: '3:11: labels.require is not a key here, did you mean "required"?',
  },
  {
    what: 'a test target, which comes later',
    text: withImage('build: { test-target: test }\n'),
    says: `3:10: build.test-target ${notYet}`,
  },
  {
    what: 'a chart of an image, which comes later',
    text: `${version}images: { shop: { repository: ghcr.io/acme/shop, chart: {} } }\n`,
    says: `2:50: images.shop.chart ${notYet}`,
  },
  {
    what: 'no apiVersion',
    text: '# empty\nimage: ghcr.io/acme/shop\n',
    says: '2:1: apiVersion is missing: write apiVersion: ecluse/v1',
  },
  {
    what: 'another apiVersion',
    text: 'apiVersion: ecluse/v2\nimage: ghcr.io/acme/shop\n',
    says: '1:13: apiVersion must be ecluse/v1, not "ecluse/v2", did you mean "ecluse/v1"?',
  },
  {
    what: 'no image',
    text: version,
    says: '1:1: the file names no image: write image: REGISTRY/NAME, or images',
  },
  {
    what: 'both forms of images',
    text: withImage('images: { shop: { repository: ghcr.io/acme/shop } }\n'),
    says: '2:1: image and images are the same: write one of them',
  },
  {
    what: 'a build of no image',
    text: `${version}images: { shop: { repository: ghcr.io/acme/shop } }\nbuild: {}\n`,
    says: '3:1: build belongs to image: with images, each has its own',
  },
  {
    what: 'an image without a repository',
    text: `${version}images:\n  shop:\n    build: {}\n`,
    says: '4:5: images.shop.repository is missing: write repository: REGISTRY/NAME',
  },
  {
    what: 'a repository with a tag',
    text: `${version}image: ghcr.io/acme/shop:1.0\n`,
    says: '2:8: image must be a repository with its registry and without a tag, such as ghcr.io/acme/shop, not "ghcr.io/acme/shop:1.0"',
  },
  {
    what: 'a repository without a registry',
    text: `${version}image: acme/shop\n`,
    says: '2:8: image must be a repository with its registry and without a tag, such as ghcr.io/acme/shop, not "acme/shop"',
  },
  {
    what: 'a repository in upper case',
    text: `${version}images: { shop: { repository: ghcr.io/Acme/shop } }\n`,
    says: '2:31: images.shop.repository must be a repository with its registry and without a tag, such as ghcr.io/acme/shop, not "ghcr.io/Acme/shop"',
  },
  {
    what: 'an image name in upper case',
    text: `${version}images: { Shop: { repository: ghcr.io/acme/shop } }\n`,
    says: '2:11: images.Shop must be a name in lower case letters and digits, joined by ".", "_" or "-", not "Shop"',
  },
  {
    what: 'a word that promote does not have',
    text: withImage('environments:\n  prod:\n    promote: maual\n'),
    says: '5:14: environments.prod.promote must be auto or manual, not "maual", did you mean "manual"?',
  },
  {
    what: 'a number where text is wanted',
    text: withImage('build: { args: { NODE: 24 } }\n'),
    says: '3:24: build.args.NODE must be text: put it in quotes',
  },
  {
    what: 'an environment that is empty',
    text: withImage('environments:\n  prod:\n'),
    says: '4:8: environments.prod must be keys with values (after, promote, tag, repository, gates), not empty',
  },
  {
    what: 'no environments behind the key',
    text: withImage('environments: {}\n'),
    says: '3:15: environments is empty: name at least one, or leave it out',
  },
  {
    what: 'an empty list where keys are wanted',
    text: withImage('build: []\n'),
    says: '3:8: build must be keys with values, not a list',
  },
  {
    what: 'a list where names are wanted',
    text: withImage('environments: [dev]\n'),
    says: '3:15: environments must be keys with values, not a list',
  },
  {
    what: 'text where a list is wanted',
    text: withImage('environments: { prod: { after: dev } }\n'),
    says: '3:32: environments.prod.after must be a list, not "dev"',
  },
  {
    what: 'a list in a list',
    text: withImage('environments: { prod: { after: [[dev]] } }\n'),
    says: '3:33: environments.prod.after[0] must be a name of 1 to 64 letters, digits, "_", "." and "-" that starts with a letter, not a list',
  },
  {
    what: 'a version as a purpose tag',
    text: withImage("environments: { prod: { tag: '1.4' } }\n"),
    says: '3:30: environments.prod.tag must be a purpose tag: up to 128 letters, digits, "_", "." and "-", a letter first, and not like a version (v1) or a claim (sha-…), not "1.4"',
  },
  {
    what: 'a claim as a purpose tag',
    text: withImage(`environments: { prod: { tag: sha-${'a'.repeat(40)} } }\n`),
    says: `3:30: environments.prod.tag must be a purpose tag: up to 128 letters, digits, "_", "." and "-", a letter first, and not like a version (v1) or a claim (sha-…), not "sha-${'a'.repeat(40)}"`,
  },
  {
    what: 'the name of an environment with a space',
    text: withImage("environments: { 'to prod': {} }\n"),
    says: '3:17: environments["to prod"] must be a name of 1 to 64 letters, digits, "_", "." and "-" that starts with a letter, not "to prod"',
  },
  {
    what: 'the name of an environment that is longer than a line',
    text: withImage(`environments: {${'e'.repeat(500)}: {}}\n`),
    says: `3:16: environments["${'e'.repeat(120)}…"] must be a name of 1 to 64 letters, digits, "_", "." and "-" that starts with a letter, not "${'e'.repeat(120)}…"`,
  },
  {
    what: 'a platform that is none',
    text: withImage('build: { platforms: [amd64] }\n'),
    says: '3:22: build.platforms[0] must be os/architecture or os/architecture/variant, such as linux/arm64, not "amd64"',
  },
  {
    what: 'an absolute path',
    text: withImage('build: { context: /etc }\n'),
    says: '3:19: build.context must be a path with "/" that starts at the folder of this file, not "/etc"',
  },
  {
    what: 'a URL as a context',
    text: withImage('build: { context: https://example.com/x.git }\n'),
    says: '3:19: build.context must be a path with "/" that starts at the folder of this file, not "https://example.com/x.git"',
  },
  {
    what: 'a path with control characters',
    text: withImage('build: { file: "a\\eb" }\n'),
    says: '3:16: build.file must be a path with "/" that starts at the folder of this file, not "a\\u001bb"',
  },
  {
    what: 'a pattern in the middle of a base',
    text: withImage('base: { allowed: [ghcr.io/*/node] }\n'),
    says: '3:19: base.allowed[0] must be scratch, a repository with its registry and without a tag, such as docker.io/library/debian, or all directly below a path, such as ghcr.io/acme/*, not "ghcr.io/*/node"',
  },
  {
    what: 'bases without any',
    text: withImage("base: { owner: '@acme' }\n"),
    says: '3:7: base.allowed is missing: write allowed: [REGISTRY/NAME]',
  },
  {
    what: 'an owner that is nobody',
    text: withImage('base: { allowed: [scratch], owner: acme }\n'),
    says: '3:36: base.owner must be a user or a team, such as @acme/platform, not "acme"',
  },
  {
    what: 'a base twice',
    text: withImage('base: { allowed: [scratch, scratch] }\n'),
    says: '3:28: base.allowed[1] is there twice: remove one',
  },
  {
    what: 'a prefix that does not end the name before a version',
    text: `${version}images: { shop: { repository: ghcr.io/acme/shop, tag-prefix: shop } }\n`,
    says: '2:62: images.shop.tag-prefix must be what stands before the version in a git tag, such as shop- or shop/, not "shop"',
  },
  {
    what: 'the name of an argument with a dash',
    text: withImage('build: { args: { node-version: x } }\n'),
    says: '3:18: build.args.node-version must be a name of letters, digits and "_" that does not start with a digit, not "node-version"',
  },
  {
    what: 'more environments than anybody has',
    text: withImage(
      `environments:\n${Array.from({ length: 101 }, (_, n) => `  e${n}: {}\n`).join('')}`,
    ),
    says: '4:3: environments has more than 100 names',
  },
  {
    what: 'text as the whole file',
    text: 'apiVersion\n',
    says: '1:1: the file must be keys with values (apiVersion, image, build, images, base, labels, environments), not "apiVersion"',
  },
];

/** Wrong by what keys say about each other, or by a rule that JSON Schema has no words for. */
export const badByMeaning: readonly Bad[] = [
  {
    what: 'gates that ask for nothing',
    text: withImage('environments:\n  prod: { gates: {} }\n'),
    says: '4:11: environments.prod.gates asks for nothing: name at least one gate, or leave it out',
  },
  {
    what: 'a gate that asks for nothing',
    text: withImage('environments:\n  prod: { gates: { layers: {} } }\n'),
    says: '4:20: environments.prod.gates.layers asks for nothing: name at least one gate, or leave it out',
  },
  {
    what: 'a size that no number holds',
    text: withImage(layers('max-size: 99999999TB')),
    says: '4:40: environments.prod.gates.layers.max-size is too large: "99999999TB"',
  },
  {
    what: 'labels that ask for nothing',
    text: withImage('labels: {}\n'),
    says: '3:1: labels asks for nothing: write set or required, or leave it out',
  },
  {
    what: 'a label that a build finds out',
    text: withImage('labels: { set: { org.opencontainers.image.base.name: x } }\n'),
    says: '3:18: labels.set["org.opencontainers.image.base.name"] is what a build finds out by itself: remove it',
  },
  {
    what: 'a label of our own',
    text: withImage('labels: { set: { dev.ecluse.recipe: x } }\n'),
    says: '3:18: labels.set["dev.ecluse.recipe"] is a key that only this product writes: remove it',
  },
  {
    what: 'labels that no registry would take',
    text: withImage(`labels: { set: { a: ${'x'.repeat(65_536)} } }\n`),
    says: '3:16: labels.set has more than 65536 bytes: shorten it',
  },
  {
    what: 'an environment after one that is not there',
    text: withImage('environments:\n  preprod: {}\n  prod: { after: [prepod] }\n'),
    says: '5:19: environments.prod.after[0] names "prepod", which is no environment here, did you mean "preprod"?',
  },
  {
    what: 'an environment after itself',
    text: withImage('environments: { prod: { after: [prod] } }\n'),
    says: '3:32: environments.prod.after goes in a circle: "prod" after "prod"',
  },
  {
    what: 'environments in a circle',
    text: withImage(
      'environments:\n  dev: {}\n  a: { after: [b, dev] }\n  b: { after: [c] }\n  c: { after: [a] }\n',
    ),
    says: '5:15: environments.a.after goes in a circle: "a" after "b" after "c" after "a"',
  },
  {
    what: 'an environment whose name is no purpose tag',
    text: withImage('environments: { v2: {} }\n'),
    says: '3:17: environments.v2 cannot be a tag as it is: give the environment another name, or a tag',
  },
  {
    what: 'two environments with one tag',
    text: withImage('environments:\n  prod: {}\n  live: { tag: prod }\n'),
    says: '5:16: environments.live.tag has the tag and repository of "prod": give it another tag',
  },
  {
    what: 'two environments with one tag in one repository, said in two ways',
    text: withImage(
      'environments:\n  prod: {}\n  live: { tag: prod, repository: ghcr.io/acme/shop }\n',
    ),
    says: '5:16: environments.live.tag has the tag and repository of "prod": give it another tag',
  },
  {
    what: 'two environments that GitHub takes for one',
    text: withImage('environments:\n  prod: {}\n  Prod: {}\n'),
    says: '5:3: environments.Prod and "prod" are one environment to GitHub: choose another name',
  },
  {
    what: 'two images in one repository',
    text: `${version}images:\n  a: { repository: docker.io/debian }\n  b: { repository: docker.io/library/debian }\n`,
    says: '4:20: images.b.repository is the repository of "a" too: two images need two',
  },
  {
    what: 'one repository for the environment of two images',
    text: `${version}images:\n  a: { repository: ghcr.io/acme/a }\n  b: { repository: ghcr.io/acme/b }\nenvironments:\n  prod: { repository: ghcr.io/acme/prod }\n`,
    says: '6:23: environments.prod.repository is one repository for 2 images: leave it out',
  },
  {
    what: 'a context above the repository',
    text: withImage('build: { context: a/../../b }\n'),
    says: '3:19: build.context leaves the repository: "a/../../b"',
  },
  {
    what: 'a Dockerfile above the repository',
    text: withImage('build: { file: .. }\n'),
    says: '3:16: build.file leaves the repository: ".."',
  },
  {
    what: 'a repository that is too long',
    text: `${version}image: ghcr.io/${'a'.repeat(256)}\n`,
    says: `2:8: image is wrong: "ghcr.io/${'a'.repeat(112)}…" is not an image reference: "${'a'.repeat(120)}…" is not a repository name; write registry/repository[:tag][@digest], oci:DIR[:tag], oci-archive:FILE[:tag] or docker-archive:FILE[:name][:tag]`,
  },
];

const noAnchors = 'anchors and aliases are not read: write the value out';
const tooDeep = 'this is nested more than 16 deep';

/** Wrong before keys and values are looked at. */
export const badYaml: readonly Bad[] = [
  {
    what: 'an empty file',
    text: '',
    says: '1:1: the file must be keys with values (apiVersion, image, build, images, base, labels, environments), not empty',
  },
  {
    what: 'a key twice',
    text: `${version}image: ghcr.io/a/b\nimage: ghcr.io/a/c\n`,
    says: '3:1: image is there twice: remove one',
  },
  {
    what: 'a tab',
    text: withImage('build:\n\tcontext: .\n'),
    says: '4:1: a tab stands where spaces indent: use spaces',
  },
  {
    what: 'two documents',
    text: `${short}---\n${short}`,
    says: '7:1: a second document starts here: one file is one document',
  },
  { what: 'an anchor', text: withImage('build: &b { context: . }\n'), says: `3:11: ${noAnchors}` },
  { what: 'an alias of nothing', text: withImage('build: *b\n'), says: `3:8: ${noAnchors}` },
  {
    what: 'a tag',
    text: withImage('build: !!map { context: . }\n'),
    says: '3:14: the tag "tag:yaml.org,2002:map" is not read: remove it',
  },
  {
    what: 'a tag of its own',
    text: withImage('build: !x { context: . }\n'),
    says: '3:11: the tag "!x" is not read: remove it',
  },
  {
    what: 'a merge key',
    text: withImage('build:\n  <<: { context: . }\n'),
    says: '4:3: build["<<"] is not a key here: write context, file, target, platforms, args',
  },
  {
    what: 'a number as a key',
    text: withImage('8080: x\n'),
    says: '3:1: a key must be text: put it in quotes',
  },
  {
    what: 'a list as a key',
    text: withImage('? [a]\n: x\n'),
    says: '3:3: a key must be text: put it in quotes',
  },
  ...['__proto__', 'constructor', 'prototype'].map((name) => ({
    what: `${name} as the name of an environment`,
    text: withImage(`environments: { ${name}: {} }\n`),
    says: `3:17: environments.${name} is no name: choose another`,
  })),
  {
    what: 'a directive',
    text: `%YAML 1.1\n---\n${short}`,
    says: '1:1: directives are not read: remove it',
  },
  {
    what: 'quotes that do not end',
    text: withImage('build: "x\n'),
    says: '4:1: this is not YAML: "Missing closing \\"quote"',
  },
  {
    what: 'a value in a value',
    text: withImage('build: a: b\n'),
    says: '3:8: this is not YAML: "Nested mappings are not allowed in compact mappings"',
  },
  {
    what: 'nesting',
    text: withImage(`build: ${'['.repeat(20)}${']'.repeat(20)}\n`),
    says: `3:24: ${tooDeep}`,
  },
];
