// A client of the soak: `node soak-client.ts BASE BASE SEED NAME JOURNAL MS`. It works for so long and ends, unless it
// is killed before.
import { Blobs } from './soak-blobs.ts';
import { Hand } from './soak-hand.ts';
import { Referrers } from './soak-images.ts';
import { Tags } from './soak-tags.ts';

const [one = '', two = '', seed = '', name = '', file = '', ms = ''] = process.argv.slice(2);
const hand = new Hand({ bases: [one, two], seed: Number(seed), name, file });
const [blobs, tags, referrers] = [new Blobs(hand), new Tags(hand), new Referrers(hand)];

const often = [blobs.push, tags.push, tags.contest, tags.free, referrers.put] as const;
const seldom = [
  ...[blobs.read, blobs.remove, blobs.mount, blobs.cancel],
  ...[tags.refused, tags.pull, tags.remove, tags.removeImage, tags.list],
  ...[referrers.remove, referrers.remove, referrers.list],
];

const end = performance.now() + Number(ms);
while (performance.now() < end) await hand.random.pick([...often, ...often, ...seldom])();
process.exit();
