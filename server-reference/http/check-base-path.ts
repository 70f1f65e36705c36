/** Throws where nothing could lie below it. @param example as it should be written */
export function checkBasePath(basePath: string, example: string): string {
  if (/^(\/[A-Za-z0-9._~-]+)+$/.test(basePath)) return basePath
  throw new TypeError(
    `Latchkey: basePath ${JSON.stringify(basePath)} is not a path. No request would match it. Write it like "${example}".`,
  )
}
