/** What a page wears for one story, in the order in which it imports them. */
export interface WornSheets {
  /** Takes the host's sheets off, or puts them on again; ours stay. */
  setHost(isOn: boolean): void
  takeOff(): void
}

/** Puts the named sheets on, in this order, in place of the one that the Storybook itself has loaded of ours. */
export function wearSheets<Name extends string>(
  sheets: Readonly<Record<Name, string>>,
  names: readonly Name[],
): WornSheets {
  const loaded = [...document.styleSheets].filter(isOurs)
  for (const sheet of loaded) sheet.disabled = true
  const adopted = names.map((name) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(sheets[name])
    return { sheet, isHost: !name.includes('layered') }
  })
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...adopted.map(({ sheet }) => sheet)]
  return {
    setHost(isOn) {
      for (const { sheet, isHost } of adopted) if (isHost) sheet.disabled = !isOn
    },
    takeOff() {
      // The document's list is a live one: kept from before, it would hold these as well.
      const gone = new Set(adopted.map(({ sheet }) => sheet))
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !gone.has(sheet))
      for (const sheet of loaded) sheet.disabled = false
    },
  }
}

function isOurs(sheet: CSSStyleSheet): boolean {
  return [...sheet.cssRules].some(({ cssText }) => cssText.includes('.lk-root'))
}
