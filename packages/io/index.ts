export {
  codeOf,
  Failed,
  messageOf,
  Refused,
  UsageError,
  type Conflict,
  type Side,
} from './errors.ts';
export { boundedFile } from './bounded-file.ts';
export { completion, shells } from './completion.ts';
export { documentEntries } from './document-schema.ts';
export { failureOf } from './failure.ts';
export { failureSchema, type Failure } from './failure-schema.ts';
export { Flow, flowOf, pour, type Run, type Sink } from './flow.ts';
export { gitHubEvent } from './github-event.ts';
export { commonOf, parseArguments, type Arguments } from './grammar.ts';
export { helpOf, helpOfCommands } from './help.ts';
export type { Command, Delivery, Host, Parts, Streams } from './host.ts';
export { gitHubJson, type GitHubAccess } from './github-door.ts';
export { gitHubHost, terminalHost } from './hosts.ts';
export { linesOf, read, type Input, type Inputs, type Values } from './inputs.ts';
export type {
  Action,
  ActionModule,
  Change,
  DefaultBranch,
  Document,
  Event,
  Exec,
  FileOutput,
  Handler,
  History,
  Io,
  Listening,
  Log,
  Progress,
  ServerPlace,
  ServerRequest,
  ServerResponse,
  Transport,
} from './io.ts';
export { HangUp, listen, type ListenOptions } from './listen.ts';
export { isLoopback } from './loopback.ts';
export { openChildren, type Children } from './exec.ts';
export { makeFolder } from './make-folder.ts';
export { openMachine, type Machine } from './machine.ts';
export { keepHeapSmall } from './small-heap.ts';
export { annotation, artifactType, kindOf, layerIndexType } from './names.ts';
export { didYouMean, nearest } from './nearest.ts';
export { NothingToDo } from './nothing.ts';
export { nothingSchema } from './nothing-schema.ts';
export { outputFile, writePieces } from './output-file.ts';
export { pipeAt, standardInput } from './pipe.ts';
export { plainLog } from './plain-log.ts';
export {
  formatBytes,
  formatDuration,
  parseBytes,
  parseDuration,
  parseRatio,
} from './quantities.ts';
export { quote } from './quote.ts';
export { run } from './run.ts';
export { outputsOf, refInput, standing, standingOutputs } from './standing.ts';
export { transport, type TransportOptions } from './transport.ts';
export { version } from './version.ts';
export { written } from './written.ts';
