import { spyOn } from 'storybook/test'

/** For a story's `beforeEach`: what would happen after exactly so many milliseconds happens after 300. Answers how to undo it. */
export function hurry(delayMs: number): () => void {
  const wait = window.setTimeout.bind(window)
  const spy = spyOn(window, 'setTimeout').mockImplementation(((run: TimerHandler, ms?: number) =>
    wait(run, ms === delayMs ? 300 : ms)) as typeof setTimeout)
  return () => spy.mockRestore()
}
