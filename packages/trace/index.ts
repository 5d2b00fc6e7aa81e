export { parseAsked, type Asked } from './image-id.ts';
export {
  facts,
  tellers,
  traceSchema,
  type Fact,
  type Teller,
  type TraceDocument,
} from './document.ts';
export { isCommit } from './findings.ts';
export type { TraceGround } from './ground.ts';
export { trace, type Trace, type TraceRequest } from './trace.ts';
export { webUrl } from './source-url.ts';
