import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import pg from 'pg'
import {
  requireSharedRedis,
  sharedRedisUrl,
} from './server-reference/limits/redis/redis-server.conformance.ts'
import {
  findPostgresPrograms,
  startOwnServer,
} from './server-reference/stores/postgres/own-server.conformance.ts'
import { noteTestServer, testServers } from './server-reference/stores/postgres/test-server.conformance.ts'

const postgresWhatToDo =
  'Install it (Debian and Ubuntu: "sudo apt-get install postgresql"; macOS: "brew install postgresql"), or name a server that tests may make databases on in LATCHKEY_TEST_POSTGRES.'

const redisWhatToDo =
  'Install it (Debian and Ubuntu: "sudo apt-get install redis-server"; macOS: "brew install redis"), and name one that runs in REDIS_URL where it is not on port 6379.'

/** Sees to it that there is a PostgreSQL server for the tests: one that runs, else one of their own. */
async function providePostgres(): Promise<void> {
  const running = await firstThatAnswers(testServers())
  if (running) {
    console.log(`PostgreSQL: ${running.replace(/:[^:@/]*@/, ':…@')}`)
    return
  }
  if (process.env.LATCHKEY_TEST_POSTGRES) {
    throw new Error(`LATCHKEY_TEST_POSTGRES names a server that does not answer. ${postgresWhatToDo}`)
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
  const isInstalled = withApt('postgresql') && findPostgresPrograms()
  if (!isInstalled)
    throw new Error(`PostgreSQL could not be installed. What was tried is above. ${postgresWhatToDo}`)
}

/** Sees to it that there is a Redis that tests share, and the program for those that they break. */
async function provideRedis(): Promise<void> {
  if (!hasRedisProgram()) installRedis()
  if (!(await redisAnswers())) {
    if (process.env.REDIS_URL)
      throw new Error(`REDIS_URL names a Redis that does not answer. ${redisWhatToDo}`)
    // Nothing that tests count is worth keeping.
    const settings = ['--port', '6379', '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    run('redis-server', ['--daemonize', 'yes', ...settings])
    for (let tries = 0; tries < 50 && !(await redisAnswers()); tries += 1) {
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }
  await requireSharedRedis()
  console.log(`Redis: ${sharedRedisUrl.replace(/:[^:@/]*@/, ':…@')}`)
}

function redisAnswers(): Promise<boolean> {
  return requireSharedRedis().then(
    () => true,
    () => false,
  )
}

function installRedis(): void {
  console.log('Installing Redis…')
  const isInstalled = withApt('redis-server') && hasRedisProgram()
  if (!isInstalled) throw new Error(`Redis could not be installed. What was tried is above. ${redisWhatToDo}`)
}

function hasRedisProgram(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0
}

function withApt(name: string): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false
  const isRoot = process.getuid?.() === 0
  // `-n`: never wait for a password that nobody is there to type.
  const sudo = isRoot ? [] : ['sudo', '-n']
  if (!isRoot && !run('sudo', ['-n', 'true'])) return false
  const [command = 'apt-get', ...rest] = [...sudo, 'apt-get']
  return run(command, [...rest, 'update']) && run(command, [...rest, 'install', '-y', name])
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

try {
  await providePostgres()
  await provideRedis()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
