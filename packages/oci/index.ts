export {
  algorithmOf,
  digestOf,
  Hasher,
  hexOf,
  isDigest,
  parseDigest,
  type Algorithm,
  type Digest,
} from './digest.ts';
export {
  formatPlatform,
  platformKey,
  isIndexType,
  isManifestType,
  mediaType,
  type Descriptor,
  type Platform,
} from './descriptor.ts';
export {
  Corrupt,
  Denied,
  NotThere,
  TagImmutable,
  TagMoved,
  Unreachable,
  type RepositoryError,
} from './errors.ts';
export {
  formatReference,
  isRepositoryPath,
  isTag,
  parseReference,
  parseRegistryReference,
  parseTag,
  pinned,
  type FileReference,
  type Reference,
  type RegistryReference,
  type Tag,
} from './reference.ts';
export { maxManifestBytes, parseJson, type JsonLimits } from './json.ts';
export { openArchive } from './archive.ts';
export { Check } from './check.ts';
export { createArchive, sealArchive } from './archive-write.ts';
export { copy, type Copied, type CopyRequest } from './copy.ts';
export { cosignSubject, cosignTags, isCosignTag } from './copy-cosign.ts';
export { forPlatforms, parsePlatform, type Part } from './copy-platforms.ts';
export { Standing } from './copy-standing.ts';
export { inParallel } from './parallel.ts';
export { plainHttp } from './plain-http.ts';
export { tagList, type TagList } from './tag-list.ts';
export { openLayout } from './layout.ts';
export { descriptorAnnotations, filePartOf, keepsDescriptors, type FilePart } from './local.ts';
export type { Patience } from './lock.ts';
export {
  asReferrer,
  children,
  isIndex,
  parseManifest,
  type ImageIndex,
  type ImageManifest,
  type Manifest,
} from './manifest.ts';
export { putBytes } from './put-bytes.ts';
export { readOnly } from './read-only.ts';
export { openStore, type StoreSettings } from './store.ts';
export { parseStore, type StorePlace } from './store-place.ts';
export { resolveReference, type Resolved } from './store-resolve.ts';
export { isReferrersTag, referrersTag } from './referrers-tag.ts';
export type {
  Guarantee,
  OpenRepository,
  PutManifest,
  PutTag,
  ReadBlob,
  Repository,
} from './repository.ts';
export {
  credentials,
  type Credential,
  type CredentialOptions,
  type Credentials,
  type IdentityToken,
  type Login,
  type NoCredential,
} from './credentials.ts';
export { registry, type RegistryOptions } from './registry.ts';
export { guarded, type Guard } from './server-auth.ts';
export { openFolder, type ServedFolder } from './server-folder.ts';
export { serve, type ServeOptions } from './server.ts';
export { whole, type Readable } from './whole.ts';
export { forwarding, readsOf } from './forward.ts';
