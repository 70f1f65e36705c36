import { keyNameSchema } from 'latchkey/contract'
import { isTrustedOrigin, problemResponse, readJsonBody } from 'latchkey/server'
import * as v from 'valibot'
import { answerOrUnavailable } from '../../answer-or-unavailable.ts'
import { auth } from '../../auth.ts'
import { createConsumer, listConsumers, maxConsumersPerOwner } from '../../consumers.ts'
import { environment } from '../../environment.ts'
import { mayChange, ownerOf } from '../../owner-of.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { PUT, PATCH, DELETE } = refuseOtherMethods('POST')

const inputSchema = v.strictObject({ name: keyNameSchema })
const headers = { 'Cache-Control': 'no-store', Vary: 'Authorization, Cookie' }

/** The consumers of the person who asks, or of the organisation that they act for. */
export const GET = answerOrUnavailable(async () => {
  const identity = await auth()
  if (identity.userId === null) return problemResponse('unauthenticated')
  return Response.json({ consumers: await listConsumers(ownerOf(identity)) }, { headers })
})

/** Adds one. The owner is whoever asks; the body names nobody (MG-2). */
export const POST = answerOrUnavailable(async (request: Request) => {
  if (!isTrustedOrigin(request.headers, environment.allowedOrigins)) return problemResponse('forbidden')
  const identity = await auth()
  if (identity.userId === null) return problemResponse('unauthenticated')
  if (!mayChange(identity)) return problemResponse('forbidden')
  const body = await readJsonBody(request)
  if (!body.ok) return problemResponse(body.code, { fields: body.fields })
  const input = v.safeParse(inputSchema, body.value)
  if (!input.success) {
    return problemResponse('validation_failed', { fields: { name: input.issues[0].message } })
  }
  const outcome = await createConsumer(ownerOf(identity), input.output.name)
  if (outcome.ok) return Response.json({ consumer: outcome.consumer }, { status: 201, headers })
  const detail = {
    name_taken: 'Another app of yours has this name. Choose a different name.',
    key_limit_reached: `You have ${maxConsumersPerOwner} apps, which is as many as one person can have.`,
  }[outcome.code]
  return problemResponse(outcome.code, { detail })
})
