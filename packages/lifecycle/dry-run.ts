import { Failed } from '#io';

/** What a piece of writing gives; in a dry run, whose first write ends it, `otherwise`. */
export async function unlessDry<T, O>(write: () => Promise<T>, otherwise: O): Promise<T | O> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Failed && error.code === 'dry-run') return otherwise;
    throw error;
  }
}
