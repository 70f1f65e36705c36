import { leakReportsHandler, problemResponse } from 'latchkey/server'
import { environment } from '../../environment.ts'
import { latchkey } from '../../latchkey.ts'
import { reportError } from '../../report-error.ts'

const { leakReports } = environment
const handle =
  leakReports === null
    ? null
    : leakReportsHandler(latchkey, {
        policy: leakReports === 'by_environment' ? undefined : leakReports,
        onError: reportError,
      })

/** For GitHub's secret scanning, with LEAK_REPORTS; without it there is nothing here. Every method: it refuses others itself. */
async function answer(request: Request): Promise<Response> {
  return handle ? handle(request) : problemResponse('not_found')
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
