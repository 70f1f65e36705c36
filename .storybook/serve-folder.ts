import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A host of files, as plain as there are. */
export interface FolderServer {
  /** With a slash at its end. */
  address: string
  /** Every request so far, oldest first. */
  readonly served: readonly Served[]
  close(): Promise<void>
}

export interface Served {
  path: string
  status: 200 | 404
  /** Of the body, as it travels. */
  bytes: number
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves a folder below a path, with text gzipped at level 6 and kept for ten minutes, as hosts of static sites do, and nothing else. */
export async function serveFolder(folder: string, below: string): Promise<FolderServer> {
  const served: Served[] = []
  const server = createServer(async ({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const name = path.endsWith('/') ? `${path}index.html` : path
    const file = name.startsWith(below) ? join(folder, normalize(name.slice(below.length - 1))) : null
    const content = file === null ? null : await readFile(file).catch(() => null)
    const type = types[extname(name)] ?? 'application/octet-stream'
    const isText = /^text|json|svg/.test(type)
    const body = content && isText ? gzipSync(content, { level: 6 }) : (content ?? Buffer.alloc(0))
    const status = content ? 200 : 404
    served.push({ path, status, bytes: body.length })
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'max-age=600',
      ...(content && isText && { 'Content-Encoding': 'gzip' }),
    })
    response.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port was to be had.')
  return {
    address: `http://127.0.0.1:${address.port}${below}`,
    served,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
