/** An image that `/_next/image` is asked to resize. */
export type ResizedImage =
  /** On another host, whom Next asks without the caller's cookies: what it answers is for strangers. */
  | { isLocal: false }
  /** Of this app; `pathname` without its base path. */
  | { isLocal: true; pathname: string; request: Request }

/**
 * What a request for `/_next/image` asks for; null: it is none, or one that Next refuses.
 *
 * @param pathname as it was sent, without the app's base path
 */
export function resizedImage(pathname: string, request: Request): ResizedImage | null {
  if (pathname !== resizer && pathname !== `${resizer}/`) return null
  const asked = new URL(request.url)
  const [source = '', ...more] = asked.searchParams.getAll('url')
  if (more.length > 0) return null
  if (/^https?:\/\//.test(source)) return { isLocal: false }
  // `//` would name another host. One image in another, in another: Next refuses that, and nobody need unpack it.
  if (!source.startsWith('/') || /^\/[/\\]/.test(source) || source.includes(resizer)) return null
  const image = new URL(source, asked)
  // Tabs and line ends are left out of an address, and so hid a `//`.
  if (image.origin !== asked.origin) return null
  const base = asked.pathname.slice(0, asked.pathname.lastIndexOf(resizer))
  const isBelow = image.pathname.startsWith(`${base}/`)
  return {
    isLocal: true,
    pathname: isBelow ? image.pathname.slice(base.length) : image.pathname,
    request: new Request(image, { headers: request.headers }),
  }
}

const resizer = '/_next/image'
