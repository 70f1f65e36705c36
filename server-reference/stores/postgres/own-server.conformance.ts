import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A PostgreSQL server that may be broken: nobody else uses it. */
export interface OwnServer {
  url: string
  port: number
  /** With its data, which stays. `immediate`: as a crash would. */
  stop(mode: 'fast' | 'immediate'): void
  start(): void
  /** The server and all of its sessions stand still; its sockets stay open. */
  pause(): void
  resume(): void
  /** Stops it and deletes its data. */
  remove(): void
}

/** Where programs such as `initdb` are. null: this machine has none. */
export function findPostgresPrograms(): string | null {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const versions = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((version) => join(folder, version, 'bin')))
    .toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return [...onPath, ...versions].find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** Makes a server in a temporary folder: anybody on this machine may connect, and no write waits for a disk. */
export async function startOwnServer(): Promise<OwnServer> {
  const programs = findPostgresPrograms()
  if (!programs) {
    throw new Error(
      'PostgreSQL is not installed, and these tests need a server of their own. "node find-services.ts" installs it.',
    )
  }
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'))
  const data = join(folder, 'data')
  const user = serverUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr, error } = spawnSync(join(programs, program), args, {
      encoding: 'utf8',
      cwd: folder,
      ...user,
    })
    if (status !== 0) throw error ?? new Error(`${program} failed.\n${stdout}\n${stderr}`)
  }
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  const start = () => run('pg_ctl', '-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start')
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8')
  start()

  const processes = () => {
    const server = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    const sessions = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
    return [server, ...sessions.map(Number)]
  }
  const signal = (name: NodeJS.Signals) => {
    for (const id of processes()) process.kill(id, name)
  }
  const stop = (mode: 'fast' | 'immediate') => run('pg_ctl', '-D', data, '-m', mode, '-w', 'stop')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    port,
    stop,
    start,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    remove: () => {
      try {
        signal('SIGCONT')
        stop('immediate')
      } catch {
        // It was not running.
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; its package has made a user. null: whoever runs this. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres". Add one, or run as another user.',
    )
  }
  return { uid: Number(uid), gid: Number(gid) }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
