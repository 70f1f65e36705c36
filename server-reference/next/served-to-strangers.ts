/**
 * What Next serves by a name of its own, and browsers and crawlers fetch before anybody can sign in: the scripts,
 * styles and fonts of the build, and the icons, the manifest and the rest that lie at the root of an app by these
 * names.
 *
 * @param path in its canonical form
 */
export function isServedToStrangers(path: string): boolean {
  return path.startsWith('/_next/static/') || metadataFile.test(path)
}

/** Next's file conventions for metadata. Only with their endings, and at the root: below it, a page may be so called. */
const metadataFile =
  /^\/(?:favicon\.ico|robots\.txt|sitemap\.xml|manifest\.(?:json|webmanifest)|(?:apple-)?icon\d?\.(?:ico|jpe?g|png|svg)|(?:opengraph|twitter)-image\d?\.(?:gif|jpe?g|png))$/
