import {
  activityPageSchema,
  activityQuerySchema,
  bulkInputSchema,
  bulkResultSchema,
  capabilitiesSchema,
  consumerQuerySchema,
  createdSchema,
  createInputSchema,
  identifiedSchema,
  identifyInputSchema,
  keyAnswerSchema,
  keyPageSchema,
  listQuerySchema,
  type OperationName,
  revokeInputSchema,
  rotatedSchema,
  rotateInputSchema,
  scopeCatalogueSchema,
  updateInputSchema,
  usageQuerySchema,
  usageSchema,
} from '../../src/contract/index.js'
import { defineEndpoint, type Endpoint, noBody, noQuery, notOffered } from './define-endpoint.js'
import { parseIdempotencyKey } from './parse-idempotency-key.js'
import { parseIfMatch } from './parse-if-match.js'

/** What each operation takes and answers, and which rule of core it asks. Paths are in the contract alone. */
export const endpoints = {
  list: defineEndpoint({
    query: listQuerySchema,
    body: noBody,
    answer: keyPageSchema,
    run: ({ management, caller, query }) => management.list(caller, query),
  }),
  create: defineEndpoint({
    query: noQuery,
    body: createInputSchema,
    answer: createdSchema,
    run: async ({ management, caller, body, headers }) => {
      const header = parseIdempotencyKey(headers.get('Idempotency-Key'))
      return header.ok ? management.create(caller, body, header) : header
    },
  }),
  bulk: defineEndpoint({
    query: noQuery,
    body: bulkInputSchema,
    answer: bulkResultSchema,
    run: ({ management, caller, body }) => management.bulk?.(caller, body) ?? notOffered(),
  }),
  usage: defineEndpoint({
    query: usageQuerySchema,
    body: noBody,
    answer: usageSchema,
    run: ({ management, caller, query }) => management.usage?.(caller, query) ?? notOffered(),
  }),
  scopes: defineEndpoint({
    query: consumerQuerySchema,
    body: noBody,
    answer: scopeCatalogueSchema,
    run: ({ management, caller, query }) =>
      management.scopes?.(caller, query.consumerId ?? null) ?? notOffered(),
  }),
  identify: defineEndpoint({
    query: noQuery,
    body: identifyInputSchema,
    answer: identifiedSchema,
    run: ({ management, caller, body }) => management.identify?.(caller, body.sha256) ?? notOffered(),
  }),
  capabilities: defineEndpoint({
    query: consumerQuerySchema,
    body: noBody,
    answer: capabilitiesSchema,
    run: ({ management, caller, query }) => management.capabilities(caller, query.consumerId ?? null),
  }),
  get: defineEndpoint({
    query: noQuery,
    body: noBody,
    answer: keyAnswerSchema,
    run: ({ management, caller, id }) => management.get?.(caller, id) ?? notOffered(),
  }),
  update: defineEndpoint({
    query: noQuery,
    body: updateInputSchema,
    answer: keyAnswerSchema,
    run: async ({ management, caller, id, body, headers }) => {
      const header = parseIfMatch(headers.get('If-Match'))
      return header.ok ? (management.update?.(caller, id, body, header.version) ?? notOffered()) : header
    },
  }),
  rotate: defineEndpoint({
    query: noQuery,
    body: rotateInputSchema,
    answer: rotatedSchema,
    run: async ({ management, caller, id, body, headers }) => {
      const header = parseIdempotencyKey(headers.get('Idempotency-Key'))
      return header.ok ? (management.rotate?.(caller, id, body, header) ?? notOffered()) : header
    },
  }),
  revoke: defineEndpoint({
    query: noQuery,
    body: revokeInputSchema,
    answer: keyAnswerSchema,
    run: ({ management, caller, id, body }) => management.revoke?.(caller, id, body) ?? notOffered(),
  }),
  activity: defineEndpoint({
    query: activityQuerySchema,
    body: noBody,
    answer: activityPageSchema,
    run: ({ management, caller, id, query }) => management.activity?.(caller, id, query) ?? notOffered(),
  }),
} satisfies Record<OperationName, Endpoint>
