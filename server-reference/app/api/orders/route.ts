import { problemResponse, readJsonBody } from 'latchkey/server'
import * as v from 'valibot'
import { answerOrUnavailable } from '../../answer-or-unavailable.ts'
import { withKeyAuth } from '../../auth.ts'
import { addOrder, listOrders } from '../../orders.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { PUT, PATCH, DELETE } = refuseOtherMethods('POST')

const orderSchema = v.strictObject({
  customer: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  totalCents: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000)),
})

export const GET = answerOrUnavailable(
  withKeyAuth({ scopes: ['orders:read'] }, async (_request, { consumerId }) => {
    return Response.json({ consumerId, orders: await listOrders(consumerId) })
  }),
)

export const POST = answerOrUnavailable(
  withKeyAuth({ scopes: ['orders:write'] }, async (request, { consumerId }) => {
    const body = await readJsonBody(request)
    if (!body.ok) return problemResponse(body.code, { fields: body.fields })
    const order = v.safeParse(orderSchema, body.value)
    if (!order.success) {
      const detail = 'Send { "customer": "…", "totalCents": 1250 } with a whole number of cents.'
      return problemResponse('validation_failed', { detail })
    }
    return Response.json({ consumerId, order: await addOrder(consumerId, order.output) }, { status: 201 })
  }),
)
