export {
  parseConfig,
  type Healthcheck,
  type History,
  type ImageConfig,
  type RuntimeConfig,
} from './config.ts';
export { attachIndexes } from './attach-indexes.ts';
export { openIndexes, type AttachedIndexes } from './attached-indexes.ts';
export { distinctFiles, finalFiles, type FinalFile } from './final-files.ts';
export { entries } from './entries.ts';
export { tarLimits, type Device, type Entry, type Kind, type TarLimits } from './entry.ts';
export { gzipBlocks, gzipDefaults, type Packed } from './gzip.ts';
export {
  bodies,
  readLayer,
  type Found,
  type LayerEntries,
  type LayerEntry,
  type LayerSource,
} from './layer.ts';
export { LayerCache } from './layer-cache.ts';
export type { LayerId, LayerIndex, LayerIndexHeader, UnverifiedId } from './layer-index.ts';
export { readLayerIndex } from './layer-index-file.ts';
export { writeLayerIndex, type Walked } from './layer-index-write.ts';
export { listed, listingOf, type Listed, type Listing } from './listing.ts';
export {
  bytesOfBody,
  type Attributes,
  type Body,
  type Directory,
  type Leaf,
  type TreeNode,
} from './node.ts';
export {
  byBytes,
  bytesOf,
  cleanPath,
  joinPath,
  quoted,
  rawOf,
  shownPath,
  splitPath,
  type RawPath,
} from './path.ts';
export { readLayers, type ImageLayer, type LayerReading } from './read-layers.ts';
export {
  imageConfig,
  isAttestation,
  platformImages,
  platformOf,
  smallBlob,
  type Images,
  type PlatformImage,
  type PlatformImages,
} from './platform-images.ts';
export { tarEnd, tarHeader, tarPadding, type Written } from './tar.ts';
export { FileTree, type Resolved } from './tree.ts';
export {
  compressionOf,
  uncompressed,
  type Compression,
  type InflateLimits,
} from './uncompressed.ts';
export { walkLayer, type WalkRequest } from './walk-layer.ts';
export { pullCost, pullCosts, type PlatformPullCost, type PullCost } from './pull-cost.ts';
