import { z } from 'zod'
import { json } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { handedTo } from '../hand-over/handed-to.ts'
import { handedOver } from './examples/reading.ts'
import { handOverShape, handOverTold } from './read-beside.ts'

const shape = z.strictObject({
  handOvers: z.array(handOverShape.extend({ reference: z.string().describe('The number of the enquiry') })),
})

/** What the council handed over to a partner, for the partner’s own system. */
export const handOversEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/v1/hand-overs',
  may: 'enquiries.partner',
  group: 'Enquiries',
  id: 'listHandOvers',
  title: 'List what was handed over to you',
  means: 'For a partner: all you still have, by when it is due, then the last that are over.',
  answers: [{ status: 200, means: 'The hand-overs', shape }],
  problems: [401, 403],
  example: handedOver,
  handle: ({ transact, viewer, now }) =>
    transact(async tx => {
      const lines = await handedTo(tx, viewer.person!, now.today)
      return json({ handOvers: lines.map(({ it, reference, open }) => ({ reference, ...handOverTold(it, open) })) })
    }),
}
