import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

/** A registry that answers the question of an audit, or does not. */
let server: ReturnType<typeof createServer> | undefined

async function startRegistry(status: number, advisories: object): Promise<string> {
  server = createServer((request, response) => {
    const isAudit = request.url?.includes('/security/advisories/bulk') === true
    response.statusCode = isAudit ? status : 404
    response.setHeader('Content-Type', 'application/json')
    request.resume().on('end', () => response.end(JSON.stringify(isAudit ? advisories : {})))
  })
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
}

afterEach(() => new Promise<void>((closed) => (server ? server.close(() => closed()) : closed())))

function runAudit(registry: string, variables: Record<string, string> = {}) {
  const script = join(import.meta.dirname, '../audit.ts')
  // npm keeps advisories, and would go on to find them.
  const memory = mkdtempSync(join(tmpdir(), 'latchkey-audit-'))
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      npm_config_registry: registry,
      npm_config_cache: memory,
      REQUIRE_AUDIT: '',
      ...variables,
    },
  })
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text: Buffer) => (said += text.toString()))
  return new Promise<{ code: number | null; said: string }>((ended) =>
    child.on('close', (code) => {
      rmSync(memory, { recursive: true, force: true })
      ended({ code, said })
    }),
  )
}

const advisory = (severity: string) => ({
  jose: [
    {
      id: 1,
      url: 'https://example.com/1',
      title: 'Lets anybody in',
      severity,
      vulnerable_versions: '<99',
      cwe: [],
    },
  ],
})

describe('The audit of what is depended on (OP-10)', () => {
  it('fails where there is a known vulnerability of high severity, and names it', async () => {
    const { code, said } = await runAudit(await startRegistry(200, advisory('high')))
    expect(said).toContain('jose <99 (high): Lets anybody in')
    expect(code).toBe(1)
  }, 60_000)

  it('passes where there is none, or none so grave, and says how much it looked at', async () => {
    const { code, said } = await runAudit(await startRegistry(200, advisory('moderate')))
    expect(said).toMatch(/^Audit: \d+ packages, no known vulnerability of high severity/)
    expect(code).toBe(0)
  }, 60_000)

  it('says that it was skipped where the registry answers no audit, and fails then only where it must be there', async () => {
    const registry = await startRegistry(405, {})
    const skipped = await runAudit(registry)
    expect(skipped.said).toContain('SKIPPED')
    expect(skipped.said).toContain('405')
    expect(skipped.code).toBe(0)
    expect((await runAudit(registry, { REQUIRE_AUDIT: '1' })).code).toBe(1)
  }, 60_000)

  it('says that it was skipped where no registry can be reached', async () => {
    const { code, said } = await runAudit('http://127.0.0.1:9/')
    expect(said).toContain('SKIPPED')
    expect(code).toBe(0)
  }, 60_000)
})
