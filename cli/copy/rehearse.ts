import { digestOf, isDigest, readsOf, type Digest, type Repository } from '#oci';

/** The repository as it is read, with writes that do nothing and say what they would have done. */
export function rehearsal(repository: Repository): Repository {
  const standing = async (at: Parameters<Repository['resolve']>[0]) =>
    (await repository.resolve(at))?.digest;
  return {
    ...readsOf(repository),
    putBlob: async ({ digest }) => ((await repository.hasBlob(digest)) ? 'there' : 'stored'),
    putManifest: async (bytes, mediaType, { algorithm } = {}) => ({
      mediaType,
      digest: digestOf(bytes, algorithm),
      size: bytes.length,
    }),
    async tag(name) {
      const before: Digest | undefined = await standing(name);
      return { before, guarantee: 'read-back' };
    },
    remove: async (at) => isDigest(at) && (await standing(at)) !== undefined,
  };
}
