/** What a page wears for one story, in the order in which it imports them. */
export interface WornSheets {
  /** Takes the host's sheets off, or puts them on again; ours stay. */
  setHost(isOn: boolean): void
  takeOff(): void
}

interface Worn {
  text: string
  by: 'host' | 'us'
}

/** Puts these sheets on, in this order, in place of the one that the Storybook itself has loaded of ours. */
export function wearSheets(worn: readonly Worn[]): WornSheets {
  const loaded = [...document.styleSheets].filter(isOurs)
  for (const sheet of loaded) sheet.disabled = true
  const adopted = worn.map(({ text, by }) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return { sheet, by }
  })
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...adopted.map(({ sheet }) => sheet)]
  return {
    setHost(isOn) {
      for (const { sheet, by } of adopted) if (by === 'host') sheet.disabled = !isOn
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
