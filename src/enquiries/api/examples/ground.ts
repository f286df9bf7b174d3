import type { Example } from '#platform/http/endpoint.ts'
import type { EnquiryTold } from '../represent.ts'

/** The examples of the API's document. A test sends each of them and compares the shape and status of what comes. */
export const reference = 'ME-2026-000123'
export const otherReference = 'ME-2026-000098'
export const here = `/api/v1/enquiries/${reference}`
export const site = 'https://onestop.tessbridge.example'

export const ids = {
  member: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a01',
  responder: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a02',
  message: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a03',
  attachment: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a04',
  promise: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a05',
  contribution: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a09',
}

/** What stands for something that each council numbers anew. */
export const exampleIds = { reference, otherReference, ...ids }

export const subject = 'Pothole outside 14 Mill Lane'

/** Freshly raised: everything later is told as a difference from it. */
export const fresh: EnquiryTold = {
  reference,
  version: 1,
  status: 'new',
  subject,
  kind: 'service-request',
  channel: 'api',
  direct: false,
  late: false,
  restricted: false,
  round: 1,
  member: ids.member,
  memberName: 'Councillor Aoife Ní Mhurchú',
  raisedByName: 'Councillor Aoife Ní Mhurchú',
  constituent: 'Mrs O’Brien, 14 Mill Lane',
  topic: 'pothole',
  topicName: 'Potholes',
  wardName: null,
  place: null,
  mailbox: 'streets',
  mailboxName: 'Streets and pavements',
  holder: null,
  holderName: null,
  receivedOn: '2026-06-01',
  registeredOn: '2026-06-01',
  limitWorkingDays: 10,
  dueOn: '2026-06-15',
  agreedDueOn: null,
  headlineDueOn: '2026-06-15',
  acknowledgedOn: null,
  nextUpdateOn: null,
  answeredOn: null,
  firstAnsweredOn: null,
  closedOn: null,
  outcome: null,
  promises: [],
  chases: 0,
  owedBy: null,
  climbed: [],
  contributions: [],
  withPartner: null,
  trackingUrl: `${site}/enquiries/${reference}/track`,
}

export const held = { holder: ids.responder, holderName: 'Kwame Asante' }
export const taken = {
  ...held,
  version: 2,
  status: 'in-progress',
  acknowledgedOn: '2026-06-02',
  nextUpdateOn: '2026-06-05',
} as const
export const answered = {
  ...taken,
  version: 3,
  status: 'answered',
  nextUpdateOn: null,
  answeredOn: '2026-06-09',
  firstAnsweredOn: '2026-06-09',
} as const
export const closed = { ...answered, version: 4, status: 'closed', closedOn: '2026-06-10' } as const

export const withPartner = 'Tess Valley Homes'
export const handOver = {
  mailbox: 'tess-valley-homes',
  share: ['subject', 'words', 'constituent'],
  text: 'Please mend the wall, or say when you will.',
  authority: 'Data-sharing agreement of 2024, schedule 2',
  dueOn: '2026-06-10',
}

export type ActExample = Pick<Example, 'as' | 'path' | 'body'> & { readonly makes: Partial<EnquiryTold> }

/** One act as somebody does it: whose token, what is sent, and what it changes. */
export const done = (as: string, act: string, body: object, makes: Partial<EnquiryTold>): ActExample => ({
  as,
  path: `${here}/${act}`,
  body,
  makes,
})

export const actAnswer = ({ makes }: ActExample): EnquiryTold => ({ ...fresh, ...makes })

/** Acts by name, in words for whoever writes a client. */
export type ActExamples = Readonly<Record<string, { readonly means: string; readonly example: ActExample }>>
