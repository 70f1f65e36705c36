import * as v from 'valibot'
import { decodeUtf8 } from '../decode-utf8.js'

export interface LeakReport {
  token: string
  /** What the scanner calls this kind of secret. */
  type: string
  /** '': not said. */
  url: string
  source: string
}

/** Each reported token once, as it came first. null: this is no list of reports. Fields that come some day are ignored. */
export function parseReports(body: Uint8Array<ArrayBuffer>): LeakReport[] | null {
  const parsed = v.safeParse(reportsSchema, toJson(decodeUtf8(body)))
  if (!parsed.success) return null
  const byToken = new Map<string, LeakReport>()
  for (const report of parsed.output) {
    if (!byToken.has(report.token)) byToken.set(report.token, report)
  }
  return [...byToken.values()]
}

const text = v.optional(v.nullable(v.string()), '')

const reportsSchema = v.array(
  v.pipe(
    v.object({ token: v.string(), type: v.string(), url: text, source: text }),
    v.transform(({ url, source, ...report }) => ({ ...report, url: url ?? '', source: source ?? '' })),
  ),
)

function toJson(written: string | null): unknown {
  try {
    return JSON.parse(written ?? '')
  } catch {
    return null
  }
}
