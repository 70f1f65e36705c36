import { useLayoutEffect } from 'react'
import { hostOrders } from './host-orders.ts'
import { type WornSheets, wearSheets } from './wear-sheets.ts'

/** The page wears the toolbar's host. Its sheets are heavy, and are loaded when somebody asks for them. */
export function useHostCss(host: unknown): void {
  useLayoutEffect(() => {
    const order = Object.entries(hostOrders).find(([name]) => name === host)?.[1]
    if (!order) return
    let worn: WornSheets | null = null
    let isOver = false
    void import('./index.ts').then(({ sheets }) => {
      if (isOver) return
      worn = wearSheets(sheets, order)
    })
    return () => {
      isOver = true
      worn?.takeOff()
    }
  }, [host])
}
