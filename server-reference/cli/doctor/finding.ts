/** What one check found. */
export interface Finding {
  name: 'schema' | 'store' | 'pepper' | 'secret' | 'tokens' | 'imported' | 'limiter' | 'proxy' | 'clock'
  /** `warning`: works, and could be better. `fault`: has to be mended. `skipped`: could not, or need not, be looked at. */
  status: 'ok' | 'warning' | 'fault' | 'skipped'
  says: string
  /** What to do. null: nothing. */
  mend: string | null
}
