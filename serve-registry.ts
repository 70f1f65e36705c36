import { createServer } from 'node:http'
import { registryFiles } from './build-registry.ts'

/*
 * `node serve-registry.ts <port> [package]`: the shadcn registry, below `/r/`. `package` is what is installed in the place
 * of `latchkey`, such as a file that was packed a moment ago. The command line asks shadcn's own registry for the base
 * colours of an app as well; without a network this one answers in its place (`REGISTRY_URL`): it adds none.
 */
const [port, packed] = process.argv.slice(2)
const none = { light: {}, dark: {} }
const colors = { inlineColors: none, cssVars: none, inlineColorsTemplate: '', cssVarsTemplate: '' }
const files: Readonly<Record<string, string>> = {
  ...registryFiles(),
  'colors/zinc.json': JSON.stringify(colors),
}

createServer(({ url = '' }, response) => {
  const text = files[url.replace(/^\/r\//, '')]
  const body = packed ? text?.replaceAll('"latchkey",', `"latchkey@file:${packed}",`) : text
  response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' }).end(body)
}).listen(Number(port), '127.0.0.1')
