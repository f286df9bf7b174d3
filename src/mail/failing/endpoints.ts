import { z } from 'zod'
import { inTransaction } from '#platform/db/database.ts'
import { json, missing, problem } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import { givenAs } from '#platform/http/given.ts'
import { readFailing, type Failing } from './failing.sql.ts'
import { mended } from './mended.ts'

const shared = { may: 'mail.failing', group: 'Mail' } as const
const path = '/api/v1/failing-addresses'
const address = 'aoife@old-mail.example'

const failing = z.strictObject({
  address: z.string(),
  since: z.iso.datetime(),
  reason: z.string().describe('Why mail came back last, as the other mail server put it'),
  person: z.uuid().nullable().describe('Whose it is; empty: of nobody here'),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  disabled: z.boolean(),
  member: z.boolean(),
  further: z.boolean().describe('A further address of theirs, from which they only write'),
  lost: z.int().describe('So many emails did not arrive and may be sent again'),
})

const mending = z.strictObject({
  address: z.string().min(3).max(254).describe('The address that works again'),
  sendAgain: z.boolean().default(false).describe('Send again what did not arrive there'),
})

/** The addresses that mail comes back from, for programs: what the page for member services does. */
export const failingEndpoints: Endpoint[] = [
  {
    ...shared,
    method: 'GET',
    path,
    id: 'listFailingAddresses',
    title: 'List the addresses that mail comes back from',
    means: 'The oldest first. Nothing is sent to them until they are mended.',
    answers: [{ status: 200, means: 'The addresses', shape: z.strictObject({ addresses: z.array(failing) }) }],
    problems: [401, 403],
    example: {
      as: 'demo.one-stop',
      path,
      status: 200,
      answer: {
        addresses: [
          {
            address,
            since: '2026-06-01T09:00:00.000Z',
            reason: '550 5.1.1 No such person',
            person: null,
            name: null,
            phone: null,
            disabled: false,
            member: false,
            further: false,
            lost: 0,
          },
        ],
      },
    },
    // whose mail comes back is kept by the house alone; the permission lets through who looks after it
    handle: async ({ db }) => json({ addresses: (await inTransaction(db, 'system', tx => readFailing(tx))).map(told) }),
  },
  {
    ...shared,
    method: 'POST',
    path: `${path}/mend`,
    id: 'mendFailingAddress',
    title: 'Mend an address',
    means: 'Mail goes there again. 404 when it was mended before or never failed.',
    body: mending,
    answers: [{ status: 200, means: 'It is mended', shape: z.strictObject({ sentAgain: z.int() }) }],
    problems: [400, 401, 403, 404, 422],
    example: {
      as: 'demo.one-stop',
      path: `${path}/mend`,
      body: { address, sendAgain: true },
      status: 200,
      answer: { sentAgain: 0 },
    },
    handle: async asked => {
      const given = givenAs(mending, asked.body)
      if (!given.ok) return problem(given.refusal)
      const sentAgain = await mended(asked, given.value.address, given.value.sendAgain)
      return sentAgain === undefined ? missing : json({ sentAgain })
    },
  },
]

const told = ({ sinceAt, isMember, ...it }: Failing): z.infer<typeof failing> => ({
  ...it,
  since: sinceAt.toISOString(),
  member: isMember,
})
