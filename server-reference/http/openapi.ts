import type { JsonSchema } from '@valibot/to-json-schema'
import { type OperationName, operationNames, operations } from '../../src/contract/index.js'
import { type OperationObject, toOperationObject } from './openapi-operation.js'
import { namedJsonSchemas } from './openapi-schema.js'

export interface OpenApiDocument {
  openapi: '3.1.1'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, OperationObject>>
  components: { securitySchemes: Record<string, object>; schemas: Record<string, JsonSchema> }
}

/** OpenAPI 3.1 of the management operations, made from the contract's tables and schemas alone. */
export function toOpenApiDocument(options: {
  basePath: string
  realm: string
  /** What the server offers. @default every operation */
  offered?: readonly OperationName[] | undefined
}): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: {
      title: `API keys of ${options.realm}`,
      version: '1',
      description: 'What a signed-in person does with API keys. Keys themselves open nothing here.',
    },
    servers: [{ url: options.basePath }],
    security: [{ session: [] }],
    paths: toPaths(options.offered ?? operationNames),
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: "The application's own sign-in; it decides the cookie's name.",
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key, for the routes that it protects. It is refused by the operations here.',
        },
      },
      schemas: namedJsonSchemas(),
    },
  }
}

function toPaths(offered: readonly OperationName[]): OpenApiDocument['paths'] {
  const paths: OpenApiDocument['paths'] = {}
  for (const name of offered) {
    const path = operations[name].path.replace(':id', '{id}') || '/'
    paths[path] = { ...paths[path], [operations[name].method.toLowerCase()]: toOperationObject(name) }
  }
  return paths
}
