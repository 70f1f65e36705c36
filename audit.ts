import { spawnSync } from 'node:child_process'
import { judgeAudit } from './judge-audit.ts'

/*
 * OP-10: fails where what the package and its server depend on has a known vulnerability of high severity. Where the
 * registry answers no such question, as mirrors and machines without a network do not, it says so and goes on;
 * `REQUIRE_AUDIT=1` makes that a failure too.
 */

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  cwd: import.meta.dirname,
  encoding: 'utf8',
  // A registry that hangs is one that does not answer.
  timeout: 60_000,
  env: { ...process.env, npm_config_fetch_retries: '0', npm_config_fetch_timeout: '20000' },
})
const verdict = error ? ({ outcome: 'skipped', why: error.message } as const) : judgeAudit(stdout)

if (verdict.outcome === 'clean') {
  console.log(`Audit: ${verdict.packages} packages, no known vulnerability of high severity.`)
} else if (verdict.outcome === 'vulnerable') {
  console.error(`Audit: known vulnerabilities of high severity.\n  ${verdict.found.join('\n  ')}`)
  process.exitCode = 1
} else {
  console.warn(
    `Audit: SKIPPED, the registry gave no answer: ${verdict.why}. Nobody has looked for known vulnerabilities.`,
  )
  if (process.env.REQUIRE_AUDIT === '1') process.exitCode = 1
}
