export {
  annotationLevels,
  annotationsAt,
  parseAnnotations,
  type Annotation,
  type AnnotationLevel,
} from './annotations.ts';
export { checkLabel, parseLabel, parseLabels } from './lines.ts';
export {
  marksOf,
  missingFrom,
  timeOf,
  type Facts,
  type LabelPolicy,
  type Marks,
  type Said,
} from './marks.ts';
export {
  bytesIn,
  isFoundOut,
  isOci,
  isOurs,
  labelGrammar,
  maxLabelBytes,
  refuseTooLong,
  type Labels,
} from './rules.ts';
export { sourceOfRun, webUrl } from './source-url.ts';
