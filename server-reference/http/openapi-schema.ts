import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { activityEventSchema, apiKeySchema, problemSchema } from '../../src/contract/index.js'

/** A contract schema as JSON Schema, with references to the named ones. */
export function toOpenApiSchema(schema: GenericSchema): JsonSchema {
  const { $schema, $defs, ...jsonSchema } = toJsonSchema(schema, { ...conversion, definitions: namedSchemas })
  return jsonSchema
}

/** The schemas that the document names once, under `components.schemas`. */
export function namedJsonSchemas(): Record<string, JsonSchema> {
  return toJsonSchemaDefs(namedSchemas, conversion)
}

const namedSchemas = { ApiKey: apiKeySchema, ActivityEvent: activityEventSchema, Problem: problemSchema }

/** What a schema checks beyond JSON Schema's words (a transform, a check by code) is left out, not guessed. */
const conversion = {
  target: 'draft-2020-12',
  errorMode: 'ignore',
  typeMode: 'input',
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
} as const satisfies ConversionConfig
