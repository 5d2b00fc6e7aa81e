export { board, type StatusDocument } from './board.ts';
export type { BuildDocument, ImageRun, RunDocument, Sources } from './document.ts';
export { buildInputs, promoteInputs } from './inputs.ts';
export { gatesTable, moveBlocks, runPage, short, sourcesBlocks } from './page.ts';
export { promoteImage, promoteInRun, type PromoteDocument, type PromoteInput } from './promote.ts';
export { buildEvent, runEvent, type RunInput } from './run.ts';
export { openFor, type StoreInput } from './store.ts';
