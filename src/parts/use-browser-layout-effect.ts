import { useEffect, useLayoutEffect } from 'react'

/** A layout effect in the browser, and silence on a server, where React 18 warns that none will run. */
export const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect
