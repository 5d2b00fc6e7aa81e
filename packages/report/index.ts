export { annotationCommands } from './annotations.ts';
export { type CommandProperties, workflowCommand } from './command.ts';
export { type Escaped, inCommand, inMarkdown, inTerminal, join, type Place } from './escaped.ts';
export { inline } from './inline.ts';
export { markdown } from './markdown.ts';
export type { Annotation, Block, Mark, Page, Span, Text, Tone } from './page.ts';
export { terminal } from './terminal.ts';
