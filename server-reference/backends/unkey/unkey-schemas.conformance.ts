import { Ajv } from 'ajv'

/** What Unkey's version 2 takes, as it publishes it: bodies of those operations that are used here, and no other field. */
const id = { type: 'string', minLength: 3, maxLength: 255, pattern: '^[a-zA-Z0-9_]+$' }
const permissions = {
  type: 'array',
  maxItems: 1000,
  items: { type: 'string', pattern: '^[a-zA-Z0-9_:\\-.*]+$', maxLength: 128 },
}
const ratelimits = {
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'limit', 'duration', 'autoApply'],
    properties: {
      name: { type: 'string', minLength: 3, maxLength: 128 },
      limit: { type: 'integer', minimum: 1 },
      duration: { type: 'integer', minimum: 1000 },
      autoApply: { type: 'boolean' },
    },
  },
}
const nullable = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })
const externalId = { type: 'string', minLength: 1, maxLength: 255, pattern: '^[a-zA-Z0-9_.-]+$' }
const expires = { type: 'integer', minimum: 0, maximum: 4_102_444_800_000 }
const meta = { type: 'object', maxProperties: 100 }
const name = { type: 'string', minLength: 1, maxLength: 255 }

const bodies = {
  'apis.listKeys': body(['apiId'], {
    apiId: id,
    limit: { type: 'integer', minimum: 1, maximum: 100 },
    cursor: { type: 'string' },
    externalId: { type: 'string', minLength: 1 },
    decrypt: { type: 'boolean' },
    revalidateKeysCache: { type: 'boolean' },
  }),
  'keys.createKey': body(['apiId'], {
    apiId: id,
    prefix: { type: 'string', minLength: 1, maxLength: 16, pattern: '^[a-zA-Z0-9_]+$' },
    name,
    byteLength: { type: 'integer', minimum: 16, maximum: 255 },
    externalId,
    meta,
    permissions,
    expires,
    ratelimits,
    enabled: { type: 'boolean' },
    recoverable: { type: 'boolean' },
  }),
  'keys.deleteKey': body(['keyId'], { keyId: id, permanent: { type: 'boolean' } }),
  'keys.getKey': body(['keyId'], { keyId: id, decrypt: { type: 'boolean' } }),
  'keys.rerollKey': body(['keyId', 'expiration'], {
    keyId: id,
    expiration: { type: 'integer', minimum: 0, maximum: 4_102_444_800_000 },
  }),
  'keys.updateKey': body(['keyId'], {
    keyId: id,
    name: nullable(name),
    externalId: nullable(externalId),
    meta: nullable(meta),
    expires: nullable(expires),
    enabled: { type: 'boolean' },
    ratelimits,
    permissions,
    roles: { type: 'array', maxItems: 100, items: { type: 'string', minLength: 1 } },
  }),
  'keys.verifyKey': body(['key'], {
    key: { type: 'string', minLength: 1, maxLength: 512 },
    permissions: { type: 'string', minLength: 1, maxLength: 1000 },
    tags: { type: 'array', maxItems: 20, items: { type: 'string', minLength: 1, maxLength: 512 } },
    credits: { type: 'object' },
    ratelimits: { type: 'array' },
  }),
}

export type UnkeyOperation = keyof typeof bodies

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const validators = new Map(
  Object.entries(bodies).map(([operation, schema]) => [operation, ajv.compile(schema)]),
)

export function isUnkeyOperation(text: string): text is UnkeyOperation {
  return validators.has(text)
}

/** What is wrong with a body, as Unkey lists it. Empty: nothing. */
export function findFaults(
  operation: UnkeyOperation,
  value: unknown,
): { location: string; message: string }[] {
  const validate = validators.get(operation)
  if (!validate || validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => ({
    location: `body${instancePath.replaceAll('/', '.')}`,
    message,
  }))
}

function body(required: string[], properties: Record<string, object>) {
  return { type: 'object', additionalProperties: false, required, properties }
}
