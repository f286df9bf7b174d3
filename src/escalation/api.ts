import { z } from 'zod'
import { json, type Answer } from '#platform/http/answer.ts'
import { dayShape } from '#platform/http/day-shape.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import type { Asked } from '#platform/http/route.ts'
import { restrictedWithLeadership, withLeadership } from './leadership/leadership.sql.ts'

const lateShape = z.strictObject({
  reference: z.string(),
  restricted: z.boolean().describe('Of a restricted one there is nothing but its number and its days'),
  subject: z.string().nullable(),
  mailbox: z.uuid().nullable(),
  holder: z.uuid().nullable(),
  dueOn: dayShape,
  sinceOn: dayShape.describe('The day on which it truly reached the leadership team'),
  nextUpdateOn: dayShape.nullable(),
})

/** The leadership team's list for programs. */
export const escalationEndpoints: readonly Endpoint[] = [
  {
    group: 'Reviews',
    method: 'GET',
    path: '/api/v1/leadership-list',
    may: 'escalation.read',
    id: 'listWithLeadership',
    title: 'List what climbed to the leadership team',
    means: 'Every open enquiry that is so late that the leadership team sees it until it is answered.',
    answers: [{ status: 200, means: 'The list', shape: z.strictObject({ enquiries: z.array(lateShape) }) }],
    problems: [401, 403],
    example: {
      as: 'demo.auditor',
      path: '/api/v1/leadership-list',
      status: 200,
      answer: {
        enquiries: [
          {
            reference: 'ME-2026-000123',
            restricted: false,
            subject: 'Pothole in Mill Lane',
            mailbox: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a06',
            holder: null,
            dueOn: '2026-06-15',
            sinceOn: '2026-06-22',
            nextUpdateOn: '2026-06-24',
          },
        ],
      },
    },
    handle: listWithLeadership,
  },
]

function listWithLeadership({ transact, viewer }: Asked): Promise<Answer> {
  return transact(async tx => {
    const late = await withLeadership(tx)
    // by itself: what is asked beside it would be asked with the council's sight, too
    const restricted = await restrictedWithLeadership(tx, viewer.person!)
    const plain = late.map(({ memberId: _, mailboxId: mailbox, holderId: holder, saidOn: __, ...it }) => ({
      ...it,
      restricted: false,
      mailbox,
      holder,
    }))
    const byNumber = restricted.map(it => ({
      ...it,
      restricted: true,
      subject: null,
      mailbox: null,
      holder: null,
      nextUpdateOn: null,
    }))
    return json({ enquiries: [...plain, ...byNumber] })
  })
}
