import { z } from 'zod'
import { openMailboxes, topics } from '#mailboxes/door.ts'
import { membersFor, servingMembers, wards } from '#people/door.ts'
import { json } from '#platform/http/answer.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import * as examples from './register-examples.ts'

const named = z.strictObject({ id: z.uuid(), name: z.string() })
const keyed = named.extend({ key: z.string() })

const meShape = named.extend({
  email: z.string(),
  roles: z.array(z.string()),
  permissions: z.array(z.string()).describe('What your roles allow; which enquiries you see is decided one by one'),
  actsFor: z.array(named).describe('The members you may raise and reply for; yourself first when you are one'),
})

const memberShape = named.extend({
  email: z.string(),
  ward: z.string(),
  wardName: z.string(),
  group: z.string().nullable(),
})

const mailboxShape = keyed.extend({
  address: z.string(),
  phone: z.string(),
  purpose: z.string(),
  restricted: z.boolean().describe('Only its named people see what is in it'),
  limitWorkingDays: z.int().nullable().describe('Its own target; empty: the council’s'),
})

const topicShape = keyed.extend({
  kind: z.string(),
  words: z.array(z.string()).describe('What people say when they mean it'),
  limitWorkingDays: z.int().nullable(),
  lgsl: z.int().nullable().describe('Its number in the Local Government Service List'),
})

const list = <T extends z.ZodType>(name: string, shape: T) => z.strictObject({ [name]: z.array(shape) })

const reading = { method: 'GET', group: 'The council', problems: [401, 403] } as const

/** What a client needs to know before it can raise anything: who, where and about what. */
export const registerEndpoints: Endpoint[] = [
  {
    ...reading,
    path: '/api/v1/me',
    may: 'api.use',
    id: 'readMe',
    title: 'Read who you are',
    means: 'The person the token belongs to, and for whom they may act.',
    answers: [{ status: 200, means: 'You', shape: meShape }],
    example: examples.me,
    handle: ({ viewer, now, transact }) =>
      transact(async tx => {
        const actsFor = (await membersFor(tx, viewer, now.today)).map(({ id, name }) => ({ id, name }))
        const { person: id, name, email, roles, permissions } = viewer
        return json({ id, name, email, roles, permissions: [...permissions].sort(), actsFor })
      }),
  },
  {
    ...reading,
    path: '/api/v1/members',
    may: 'people.directory',
    id: 'listMembers',
    title: 'List the members',
    means: 'Everybody who serves today, by surname.',
    answers: [{ status: 200, means: 'The members', shape: list('members', memberShape) }],
    example: examples.members,
    handle: ({ now, transact }) =>
      transact(async tx => {
        const members = (await servingMembers(tx, now.today)).map(({ id, name, email, wardKey, ward, group }) => ({
          id,
          name,
          email,
          ward: wardKey,
          wardName: ward,
          group,
        }))
        return json({ members })
      }),
  },
  {
    ...reading,
    path: '/api/v1/mailboxes',
    may: 'mailboxes.view',
    id: 'listMailboxes',
    title: 'List the mailboxes',
    means: 'Every core mailbox that takes new enquiries today.',
    answers: [{ status: 200, means: 'The mailboxes', shape: list('mailboxes', mailboxShape) }],
    example: examples.mailboxes,
    handle: ({ now, transact }) =>
      transact(async tx => {
        const mailboxes = (await openMailboxes(tx, now.today)).map(
          ({ id, key, name, address, phone, purpose, restricted, limitWorkingDays }) => ({
            id,
            key,
            name,
            address,
            phone,
            purpose,
            restricted,
            limitWorkingDays,
          }),
        )
        return json({ mailboxes })
      }),
  },
  {
    ...reading,
    path: '/api/v1/topics',
    may: 'mailboxes.view',
    id: 'listTopics',
    title: 'List the topics',
    means: 'Everything an enquiry can be about, from the register of definitions.',
    answers: [{ status: 200, means: 'The topics', shape: list('topics', topicShape) }],
    example: examples.topics,
    handle: ({ transact }) =>
      transact(async tx => {
        const all = (await topics(tx)).map(({ id, key, name, kind, words, limitWorkingDays, lgsl }) => ({
          id,
          key,
          name,
          kind,
          words,
          limitWorkingDays,
          lgsl,
        }))
        return json({ topics: all })
      }),
  },
  {
    ...reading,
    path: '/api/v1/wards',
    may: 'api.use',
    id: 'listWards',
    title: 'List the wards',
    means: 'The wards of the council, by name.',
    answers: [{ status: 200, means: 'The wards', shape: list('wards', keyed) }],
    example: examples.wards,
    handle: ({ transact }) => transact(async tx => json({ wards: await wards(tx) })),
  },
]
