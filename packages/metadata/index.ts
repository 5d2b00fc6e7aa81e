export { annotationLines, computeMetadata, tagsOf, type Metadata } from './compute.ts';
export {
  levelsOf,
  occasionOf,
  payloadText,
  shortLengthOf,
  type Facts,
  type Occasion,
  type RepositoryFacts,
} from './facts.ts';
export type { Named, Reason, Silent } from './name.ts';
export type { Meaning } from './outcome.ts';
export { placeName, type Place } from './place.ts';
export { parseMetadata, type MetadataPlan, type MetadataTexts } from './plan.ts';
export { ruleTypes } from './attributes.ts';
