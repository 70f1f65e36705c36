export type AuditVerdict =
  | { outcome: 'clean'; packages: number }
  /** One line for each advisory. */
  | { outcome: 'vulnerable'; found: string[] }
  /** Nobody answered, or with something else than a report: nothing is known. */
  | { outcome: 'skipped'; why: string }

const grave: readonly unknown[] = ['high', 'critical']

/** What `npm audit --json` has found. It tells of a registry that does not answer on the same output, as its error. */
export function judgeAudit(output: string): AuditVerdict {
  const report = parse(output)
  if (report.auditReportVersion !== 2) {
    const reasons = [report.message, toRecord(report.error).summary]
    return { outcome: 'skipped', why: String(reasons.find(Boolean) ?? 'npm gave no report') }
  }
  const found = Object.values(toRecord(report.vulnerabilities)).flatMap((entry) => graveAdvisories(entry))
  if (found.length > 0) return { outcome: 'vulnerable', found }
  return { outcome: 'clean', packages: Number(toRecord(toRecord(report.metadata).dependencies).prod) }
}

/** A package that is only affected by another one's has that one's name here, and no advisory. */
function graveAdvisories(entry: unknown): string[] {
  const { via } = toRecord(entry)
  const causes: unknown[] = Array.isArray(via) ? via : []
  return causes
    .map(toRecord)
    .filter(({ severity }) => grave.includes(severity))
    .map(({ name, range, severity, title, url }) => `${name} ${range} (${severity}): ${title}, ${url}`)
}

function parse(output: string): Record<string, unknown> {
  try {
    return toRecord(JSON.parse(output))
  } catch {
    return {}
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
