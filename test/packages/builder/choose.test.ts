import { expect, test } from '@jest/globals';

import { chooseBuilder, type Builder } from '#builder';
import { Failed, UsageError } from '#io';

import { planOf } from './builds.ts';

const one = (name: string, answer: true | { readonly no: string }): Builder => ({
  name,
  can: async () => answer,
  build: () => Promise.reject(new Error('not asked for')),
});
const plan = planOf({ dockerfile: 'FROM scratch\n', context: '/nowhere' });
const able = one('able', true);
const unable = one('unable', { no: 'there is no such program' });

test('auto takes the first that can, and tells who was passed over', async () => {
  const choice = await chooseBuilder([unable, able, one('late', true)], plan, 'auto');
  expect(choice).toEqual({
    builder: able,
    passedOver: [{ name: 'unable', why: 'there is no such program' }],
  });
});

test('a name takes that one, whoever else could', async () => {
  const late = one('late', true);
  expect(await chooseBuilder([able, late], plan, 'late')).toEqual({
    builder: late,
    passedOver: [],
  });
});

test.each([
  ['other', UsageError, 'builder must be one of auto, able, unable, not "other"'],
  ['unable', UsageError, 'builder unable cannot do this build: there is no such program'],
] as const)('%s is wrong use', async (wanted, type, why) => {
  const choice = chooseBuilder([able, unable], plan, wanted);
  await expect(choice).rejects.toBeInstanceOf(type);
  await expect(choice).rejects.toMatchObject({ exit: 2, input: 'builder', message: why });
});

test('auto with nobody who can is a failure of the machine', async () => {
  const choice = chooseBuilder([unable], plan, 'auto');
  await expect(choice).rejects.toBeInstanceOf(Failed);
  await expect(choice).rejects.toMatchObject({
    exit: 3,
    code: 'no-builder',
    message: 'no builder can do this build (unable: there is no such program)',
  });
});
