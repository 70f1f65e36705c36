import * as v from 'valibot'
import { withinDeadline } from '../../core/within-deadline.js'
import { UnkeyFailure } from './unkey-failure.js'

type Operation =
  | 'apis.listKeys'
  | 'keys.createKey'
  | 'keys.deleteKey'
  | 'keys.getKey'
  | 'keys.rerollKey'
  | 'keys.updateKey'
  | 'keys.verifyKey'

export interface UnkeyApi {
  /**
   * One request, once: nothing is repeated, because what was not answered may have been done. null: there is no such
   * thing (404). Rejects with an `UnkeyFailure`, or, where Unkey is late, with a `DependencyFailure`.
   */
  call<Data extends v.GenericSchema>(
    operation: Operation,
    body: object,
    data: Data,
  ): Promise<UnkeyAnswer<v.InferOutput<Data>> | null>
}

export interface UnkeyAnswer<Data> {
  data: Data
  /** null: this is the last page, or no list. */
  cursor: string | null
}

interface Access {
  rootKey: string
  baseUrl: string
  timeoutMs: number
  fetch: typeof fetch
}

/** Unkey's HTTP API, version 2: everything is a POST of JSON, and so is what comes back, whatever it is called. */
export function createUnkeyApi({ rootKey, baseUrl, timeoutMs, fetch: send }: Access): UnkeyApi {
  const base = checkBaseUrl(baseUrl)

  return {
    async call(operation, body, data) {
      const { status, headers, json } = await exchange(operation, body)
      if (status === 404) return null
      const envelope = status === 200 ? v.safeParse(envelopeOf(data), json) : null
      if (!envelope?.success) throw toFailure(operation, status, headers, json)
      const { pagination } = envelope.output
      const cursor = pagination?.hasMore ? (pagination.cursor ?? null) : null
      return { data: envelope.output.data, cursor }
    },
  }

  async function exchange(operation: Operation, body: object) {
    const calledOff = new AbortController()
    try {
      return await withinDeadline(timeoutMs, async () => {
        const response = await send(`${base}/v2/${operation}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${rootKey}`,
            'Content-Type': 'application/json',
            Accept: 'application/json, application/problem+json',
          },
          body: JSON.stringify(body),
          // A redirect would carry the root key, and a customer's key, to wherever it leads.
          redirect: 'error',
          signal: calledOff.signal,
        })
        return { status: response.status, headers: response.headers, json: toJson(await response.text()) }
      })
    } finally {
      calledOff.abort()
    }
  }
}

function envelopeOf<Data extends v.GenericSchema>(data: Data) {
  return v.object({ data, pagination: v.optional(paginationSchema) })
}

const paginationSchema = v.object({ hasMore: v.boolean(), cursor: v.optional(v.nullable(v.string())) })

const errorSchema = v.object({ error: v.object({ type: v.string() }) })

/** There is no code in Unkey's errors but the end of an address, such as `…/errors/unkey/data/key_not_found`. */
function toFailure(operation: Operation, status: number, headers: Headers, json: unknown): UnkeyFailure {
  const error = v.safeParse(errorSchema, json)
  const kind = error.success ? /[\w]+$/.exec(error.output.error.type)?.[0] : undefined
  const wait = /^\d{1,5}$/.exec(headers.get('Retry-After') ?? '')?.[0]
  return new UnkeyFailure(operation, {
    status: status === 200 ? null : status,
    ...(kind !== undefined && { kind }),
    ...(wait !== undefined && { retryAfterSeconds: Math.max(1, Number(wait)) }),
  })
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function checkBaseUrl(baseUrl: string): string {
  const url = URL.parse(baseUrl)
  const isHere = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) {
    return url.href.replace(/\/$/, '')
  }
  throw new TypeError(
    `Latchkey: baseUrl ${JSON.stringify(baseUrl)} is no https address. The root key and your customers’ keys would travel in the open. Leave it out for https://api.unkey.com.`,
  )
}
