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
export { findBase, type BasePorts } from './base-find.ts';
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
export { runsAs, type RunsAs } from './not-root.ts';
export { factsOf } from './facts.ts';
export type { LayersFacts, Standing } from './gates/facts.ts';
export { notVerified } from './gates/limits.ts';
export { wasteRows } from './waste-rows.ts';
export {
  comparisonNames,
  comparisonsNamed,
  judgeLayers,
  limitNames,
  needsDive,
  type ComparisonName,
  type LayersRules,
} from './gates/rules.ts';
export { layersSummary, platformBlocks } from './page.ts';
export { layersAnnotations } from './page-annotations.ts';
export { platformsBlocks } from './page-platforms.ts';
export { mostAdvice, percent } from './page-words.ts';
export { inspect, type Inspected, type Inspection, type Look, type Subject } from './inspect.ts';
export { historyOf, type HistoryStep, type LayerHistory } from './history.ts';
export { parseHistoryCommand, showHistoryCommand, type HistoryCommand } from './history-command.ts';
export { layerLines, type LayerLine, type LinesOptions } from './lines.ts';
export { chainOf, stageChain, type Chain } from './lines-chain.ts';
export {
  linesInProvenance,
  maxProvenanceBytes,
  parseProvenance,
  type BuildMaterial,
  type BuildProvenance,
  type LineRange,
} from './provenance.ts';
export {
  layersSchema,
  type LayersDelta,
  type LayersDocument,
  type LayersOfPlatform,
} from './document.ts';
export { baseInDockerfile, originLines, type Origins, type Source } from './origin.ts';
export { ownerOf, type Owners } from './owners.ts';
export { differencesOf } from './differences.ts';
export { diveReport, reportOf } from './report.ts';
export { deltaReport } from './report-delta.ts';
export { provenanceBytes, readProvenance } from './provenance-read.ts';
export { diveOf, type DiveAnalysis, type Inefficient } from './dive.ts';
export { diveExport, type DiveLayerName } from './dive-export.ts';
export {
  checkedDiveRules,
  diveDefaults,
  judgeDive,
  parseDiveCi,
  parseDiveConfig,
  type DiveConfig,
  type DiveRule,
  type DiveRules,
  type DiveVerdict,
} from './dive-rules.ts';
export { duplicatesOf, type Copy, type Duplicate, type Duplicates } from './duplicates.ts';
export type { Inode } from './inodes.ts';
export type { Kept, Loss } from './rootfs.ts';
export { isMetadataOnly, wasteOf, type Change, type Waste, type WasteReport } from './waste.ts';
export { adviceOn, type Advice, type Advised, type AdviceKind, type BuiltLayer } from './advice.ts';
export { remedyOf, type PlaceOf } from './advice-words.ts';
