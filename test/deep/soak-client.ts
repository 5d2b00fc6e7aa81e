// A client of the soak: `node soak-client.ts BASE BASE SEED NAME JOURNAL MS`. It works for so long and ends, unless it
// is killed before.
import { Blobs } from './soak-blobs.ts';
import { Hand } from './soak-hand.ts';
import { Referrers } from './soak-images.ts';
import { Tags } from './soak-tags.ts';

const [one = '', two = '', seed = '', name = '', file = '', ms = ''] = process.argv.slice(2);
const hand = new Hand({ bases: [one, two], seed: Number(seed), name, file });
const [blobs, tags, referrers] = [new Blobs(hand), new Tags(hand), new Referrers(hand)];

const often = [blobs.push, tags.push, tags.contest, tags.free] as const;
const seldom = [
  ...[blobs.read, blobs.remove, blobs.mount, blobs.cancel],
  ...[tags.refused, tags.pull, tags.remove, tags.removeImage, tags.list],
];
const evidence = [referrers.put, referrers.put, referrers.remove, referrers.list] as const;
// Every third does nothing but what all others may do at the same moment too.
const work =
  hand.random.below(3) === 0 ? evidence : ([...often, ...often, ...seldom, ...evidence] as const);

const end = performance.now() + Number(ms);
while (performance.now() < end) await hand.random.pick(work)();
process.exit();
