import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import pg from 'pg'
import {
  findPostgresPrograms,
  startOwnServer,
} from './server-reference/stores/postgres/own-server.conformance.ts'
import { noteTestServer, testServers } from './server-reference/stores/postgres/test-server.conformance.ts'

const whatToDo =
  'Install it (Debian and Ubuntu: "sudo apt-get install postgresql"; macOS: "brew install postgresql"), or name a server that tests may make databases on in LATCHKEY_TEST_POSTGRES.'

/** Sees to it that there is a PostgreSQL server for the tests: one that runs, else one of their own. */
async function provide(): Promise<void> {
  const running = await firstThatAnswers(testServers())
  if (running) {
    console.log(`PostgreSQL: ${running.replace(/:[^:@/]*@/, ':…@')}`)
    return
  }
  if (process.env.LATCHKEY_TEST_POSTGRES) {
    throw new Error(`LATCHKEY_TEST_POSTGRES names a server that does not answer. ${whatToDo}`)
  }
  if (!findPostgresPrograms()) installPostgres()
  const { url } = await startOwnServer()
  noteTestServer(url)
  console.log(`PostgreSQL: started for the tests, ${url}`)
}

async function firstThatAnswers(urls: readonly string[]): Promise<string | null> {
  for (const url of urls) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return url
    } catch {
      // The next one, then.
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return null
}

function installPostgres(): void {
  console.log('Installing PostgreSQL…')
  const isInstalled = withApt() && findPostgresPrograms()
  if (!isInstalled) throw new Error(`PostgreSQL could not be installed. What was tried is above. ${whatToDo}`)
}

function withApt(): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false
  const isRoot = process.getuid?.() === 0
  // `-n`: never wait for a password that nobody is there to type.
  const sudo = isRoot ? [] : ['sudo', '-n']
  if (!isRoot && !run('sudo', ['-n', 'true'])) return false
  const [command = 'apt-get', ...rest] = [...sudo, 'apt-get']
  return run(command, [...rest, 'update']) && run(command, [...rest, 'install', '-y', 'postgresql'])
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

try {
  await provide()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
