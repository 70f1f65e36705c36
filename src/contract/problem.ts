import * as v from 'valibot'
import { type ErrorCode, errors } from './error-code.js'

/** RFC 9457 problem details, with a stable `code` beside them. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  code: string
  /** Names this occurrence: `urn:latchkey:request:<id>`. */
  instance?: string | undefined
  /** What is wrong with which field, by its path. */
  fields?: Record<string, string> | undefined
  /** For `insufficient_scope`: all scopes that the request needs. */
  requiredScopes?: string[] | undefined
  /** For `rate_limited`: names of the policies that were exceeded. */
  'violated-policies'?: string[] | undefined
}

export const problemSchema = v.object({
  type: v.optional(v.string(), 'about:blank'),
  title: v.optional(v.string(), ''),
  status: v.number(),
  detail: v.optional(v.string(), ''),
  code: v.string(),
  instance: v.optional(v.string()),
  fields: v.optional(v.record(v.string(), v.string())),
  requiredScopes: v.optional(v.array(v.string())),
}) satisfies v.GenericSchema<unknown, Problem>

/** The registered type for an exceeded quota (draft-ietf-httpapi-ratelimit-headers, "quota-exceeded"). */
const quotaExceeded = 'https://iana.org/assignments/http-problem-types#quota-exceeded'

/** The problem that the table gives for a code, with what is particular to this occurrence. */
export function toProblem(
  code: ErrorCode,
  occurrence: Pick<Problem, 'instance' | 'fields' | 'requiredScopes' | 'violated-policies'> & {
    detail?: string | undefined
  } = {},
): Problem {
  const { status, title, detail } = errors[code]
  const type = code === 'rate_limited' ? quotaExceeded : `urn:latchkey:error:${code}`
  return { type, title, status, code, ...occurrence, detail: occurrence.detail ?? detail }
}
