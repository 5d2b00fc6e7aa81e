import { UsageError, type Inputs } from '#io';

/** What is done about a version that stands on another digest. */
export type OnExisting = 'fail' | 'adopt' | 'skip';

/** The same as an input, for the actions that give versions. */
export const existingInputs = {
  'on-existing': {
    type: 'one-of',
    values: ['fail', 'adopt', 'skip'],
    default: 'fail',
    description:
      'What to do when the version stands on another digest: `fail`, or `skip` what there is to do and end well. `adopt` needs provenance, which is not there yet.',
    since: '0.3.0',
  },
} as const satisfies Inputs;

/** @throws UsageError for `adopt`, which has to prove what it adopts */
export function refuseAdopt(onExisting: OnExisting): void {
  if (onExisting !== 'adopt') return;
  throw new UsageError(
    'on-existing: adopt needs verified provenance of what stands there, and nothing is signed yet: use fail or skip until signing is there',
    { input: 'on-existing' },
  );
}
