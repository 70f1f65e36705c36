/** Hands a text to the browser as a download. It lives in a blob of its own only until the browser took it. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // At once would be too early for some browsers, which read it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
