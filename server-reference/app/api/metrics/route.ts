import { metricsHandler, problemResponse } from 'latchkey/server'
import { environment } from '../../environment.ts'
import { latchkey } from '../../latchkey.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods()

const { metricsToken } = environment
const handle = metricsToken === null ? null : metricsHandler(latchkey, { token: metricsToken })

/** For Prometheus, with METRICS_TOKEN; without one there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  return handle ? handle(request) : problemResponse('not_found')
}
