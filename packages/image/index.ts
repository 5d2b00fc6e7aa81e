export { analyse, type Analysis, type AnalysisRequest } from './analysis.ts';
export {
  baseClaims,
  baseRungs,
  chooseBase,
  guessedLayers,
  layersProven,
  type Base,
  type BaseClaim,
  type BaseEvidence,
  type BaseName,
  type BaseRung,
  type BaseSources,
} from './base.ts';
export { findBase } from './base-find.ts';
export {
  parseConfig,
  type Healthcheck,
  type History,
  type ImageConfig,
  type RuntimeConfig,
} from './config.ts';
export {
  bytesByClass,
  classifier,
  classOfLayer,
  fileClasses,
  type ByClass,
  type ClassFacts,
  type Classify,
  type FileClass,
} from './classes.ts';
export {
  deltaCauses,
  deltaOf,
  type BeforeAfter,
  type ChangedFile,
  type Delta,
  type DeltaCause,
  type DeltaImage,
} from './delta.ts';
export { distinctFiles, finalFiles, type FinalFile } from './final-files.ts';
export { runsAs, type RunsAs } from './not-root.ts';
export { pullCost, pullCosts, type PlatformPullCost, type PullCost } from './pull-cost.ts';
export { entries } from './entries.ts';
export { tarLimits, type Device, type Entry, type Kind, type TarLimits } from './entry.ts';
export {
  layersNoWorse,
  maxLayers,
  maxPullCost,
  maxSize,
  maxSizeGrowth,
  notRoot,
  reclaimable,
  reclaimableNoWorse,
  sizeNoWorse,
  type LayersFacts,
} from './gates/layers.ts';
export { gzipBlocks, gzipDefaults, type Packed } from './gzip.ts';
export { historyOf, type HistoryStep, type LayerHistory } from './history.ts';
export { parseHistoryCommand, showHistoryCommand, type HistoryCommand } from './history-command.ts';
export { layerLines, type LayerLine, type LinesOptions } from './lines.ts';
export { chainOf, stageChain, type Chain } from './lines-chain.ts';
export {
  linesInProvenance,
  parseProvenance,
  type BuildMaterial,
  type BuildProvenance,
  type LineRange,
} from './provenance.ts';
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
export { readLayerIndex, writeLayerIndex, type Walked } from './layer-index-file.ts';
export {
  layersSchema,
  type LayersDelta,
  type LayersDocument,
  type LayersOfPlatform,
} from './layers-document.ts';
export { deltaReport, reportOf } from './layers-report.ts';
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
  splitPath,
  type RawPath,
} from './path.ts';
export { readLayers, type ImageLayer, type LayerReading } from './read-layers.ts';
export {
  imageConfig,
  isAttestation,
  platformImages,
  platformOf,
  type Images,
  type PlatformImage,
  type PlatformImages,
} from './platform-images.ts';
export { readProvenance } from './provenance-read.ts';
export { tarEnd, tarHeader, tarPadding, type Written } from './tar.ts';
export { FileTree, type Resolved } from './tree.ts';
export {
  compressionOf,
  uncompressed,
  type Compression,
  type InflateLimits,
} from './uncompressed.ts';
export { walkLayer, type WalkRequest } from './walk-layer.ts';
export { diveOf, type DiveAnalysis, type Inefficient } from './dive.ts';
export { diveExport, type DiveLayerName } from './dive-export.ts';
export {
  diveDefaults,
  judgeDive,
  parseDiveCi,
  parseDiveConfig,
  type DiveConfig,
  type DiveRule,
  type DiveRules,
  type DiveVerdict,
} from './dive-rules.ts';
export { duplicatesOf, type Copy, type Duplicate } from './duplicates.ts';
export type { Inode, Kept, Loss } from './rootfs.ts';
export { isMetadataOnly, wasteOf, type Change, type Waste, type WasteReport } from './waste.ts';
export {
  adviceOn,
  remedyOf,
  type Advice,
  type Advised,
  type AdviceKind,
  type BuiltLayer,
} from './advice.ts';
