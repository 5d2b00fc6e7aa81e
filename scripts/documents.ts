import type { GenericSchema } from 'valibot';

import { failureSchema, nothingSchema } from '#io';
import { layersSchema } from '#layers';
import {
  builtSchema,
  holdSchema,
  partOfSchema,
  passedSchema,
  releaseSchema,
  resumeSchema,
} from '#lifecycle';
import { imageRunSchema, promoteSchema, runSchema, statusSchema } from '#pipeline';
import { traceSchema } from '#trace';

import { tagsSchema } from '../actions/tags/document.ts';
import { copySchema } from '../cli/copy/document.ts';
import { serveSchema } from '../cli/serve/document.ts';

export interface DocumentSource {
  readonly schema: GenericSchema;
  /** It is also the output `metadata`, which leaves fields out when they are too long. */
  readonly metadata: boolean;
}

const result = (schema: GenericSchema): DocumentSource => ({ schema, metadata: true });
const other = (schema: GenericSchema): DocumentSource => ({ schema, metadata: false });

/** Every document that the suite writes, by the name in its kind. */
export const documents: Readonly<Record<string, DocumentSource>> = {
  run: result(runSchema),
  'image-run': other(imageRunSchema),
  promote: result(promoteSchema),
  status: result(statusSchema),
  copy: result(copySchema),
  serve: result(serveSchema),
  tags: result(tagsSchema),
  layers: result(layersSchema),
  trace: result(traceSchema),
  nothing: result(nothingSchema),
  error: other(failureSchema),
  built: other(builtSchema),
  release: other(releaseSchema),
  'part-of': other(partOfSchema),
  passed: other(passedSchema),
  hold: other(holdSchema),
  resume: other(resumeSchema),
};
