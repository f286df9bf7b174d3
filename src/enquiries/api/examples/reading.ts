import type { Example } from '#platform/http/endpoint.ts'
import { reference, otherReference, here, site, ids, subject, fresh, handOver } from './ground.ts'

export const raising: Example = {
  as: 'demo.member',
  path: '/api/v1/enquiries',
  key: '7f1c2b9e-pothole-mill-lane',
  body: {
    member: 'demo.member@tessbridge.example',
    subject,
    text: 'It is deep enough to break a wheel. When will it be mended? Who inspected it last?',
    topic: 'pothole',
    constituent: 'Mrs O’Brien, 14 Mill Lane',
    attachments: [{ name: 'mill-lane.txt', content: 'VGhlIGhvbGUgaXMgNDAgY20gd2lkZS4=' }],
  },
  status: 201,
  answer: {
    reference,
    version: 1,
    status: 'new',
    kind: 'service-request',
    channel: 'api',
    restricted: false,
    topic: 'pothole',
    mailbox: 'streets',
    mailboxName: 'Streets and pavements',
    receivedOn: '2026-06-01',
    limitWorkingDays: 10,
    dueOn: '2026-06-15',
    trackingUrl: fresh.trackingUrl,
  },
}

const listed = () => {
  const { version, direct, late, raisedByName, constituent, wardName, place, registeredOn, limitWorkingDays, ...line } =
    fresh
  const { acknowledgedOn, firstAnsweredOn, outcome, promises, contributions, withPartner, owedBy, climbed, ...shown } =
    line
  return { ...shown, openContributions: contributions.length }
}

export const listing: Example = {
  as: 'demo.responder',
  path: '/api/v1/enquiries?status=new,in-progress&mailbox=streets&order=due&limit=1',
  status: 200,
  answer: {
    enquiries: [listed()],
    next: `${site}/api/v1/enquiries?status=new%2Cin-progress&mailbox=streets&order=due&limit=1&after=WyJkdWUiLCIyMDI2LTA2LTE1Il0`,
  },
}

export const reading: Example = { as: 'demo.member', path: here, status: 200, answer: fresh }

export const timeline: Example = {
  as: 'demo.member',
  path: `${here}/timeline`,
  status: 200,
  answer: {
    events: [
      {
        sequence: 1,
        type: 'received',
        at: '2026-06-01T09:00:00.000Z',
        on: '2026-06-01',
        by: ids.member,
        byName: fresh.memberName,
        as: 'member',
        onBehalfOf: null,
        onBehalfOfName: null,
        words: 'Received',
        detail: 'Another system, 1 June 2026. Due 15 June 2026, 10 working days on.',
        message: ids.message,
      },
    ],
  },
}

export const messages: Example = {
  as: 'demo.member',
  path: `${here}/messages`,
  status: 200,
  answer: {
    messages: [
      {
        id: ids.message,
        kind: 'enquiry',
        round: 1,
        at: '2026-06-01T09:00:00.000Z',
        from: ids.member,
        fromName: fresh.memberName,
        as: 'member',
        via: 'api',
        internal: false,
        text: 'It is deep enough to break a wheel. When will it be mended? Who inspected it last?',
        quoted: '',
        contact: '',
        mayShare: null,
        attachments: [
          {
            id: ids.attachment,
            name: 'mill-lane.txt',
            type: 'text/plain',
            size: 23,
            url: `${site}${here}/attachments/${ids.attachment}`,
          },
        ],
      },
    ],
  },
}

export const clock: Example = {
  as: 'demo.member',
  path: `${here}/clock`,
  status: 200,
  answer: {
    reference,
    round: 1,
    receivedOn: '2026-06-01',
    limitWorkingDays: 2,
    pauses: [],
    dueOn: '2026-06-03',
    extensions: [],
    agreedDueOn: null,
    standing: 'due-soon',
    stopped: false,
    workingDaysLeft: 2,
    workingDaysLate: 0,
    calendar: { nation: 'england-and-wales', version: 1 },
    days: [
      { on: '2026-06-01', because: 'received', counted: null, why: 'Received: day 0' },
      { on: '2026-06-02', because: 'counted', counted: 1, why: 'Day 1' },
      { on: '2026-06-03', because: 'due', counted: 2, why: 'Day 2: due by the end of this day' },
    ],
  },
}

export const ladder: Example = {
  as: 'demo.member',
  path: `${here}/ladder`,
  status: 200,
  answer: {
    reference,
    round: 1,
    steps: [
      { rung: 'due-soon', on: '2026-06-01', climbed: false, tells: 'whoever has it and the owner of the mailbox' },
      { rung: 'overdue', on: '2026-06-04', climbed: false, tells: 'the head of service' },
      { rung: 'new-date', on: '2026-06-04', climbed: false, tells: 'the member' },
      { rung: 'still-overdue', on: '2026-06-08', climbed: false, tells: 'the director' },
      { rung: 'nothing-said', on: '2026-06-08', climbed: false, tells: 'whoever has it' },
      { rung: 'leadership', on: '2026-06-10', climbed: false, tells: 'the leadership team' },
    ],
  },
}

export const attachment: Example = { as: 'demo.member', path: `${here}/attachments/${ids.attachment}`, status: 200 }

export const contributions: Example = {
  as: 'demo.responder',
  path: `${here}/contributions`,
  status: 200,
  answer: {
    contributions: [
      {
        id: ids.contribution,
        of: null,
        ofName: 'Priya Nair',
        questions: ['When was the lane last inspected?'],
        background: '',
        askedAt: '2026-06-01T10:00:00.000Z',
        dueOn: '2026-06-12',
        ended: null,
        endedOn: null,
      },
    ],
  },
}

const shown = {
  id: ids.contribution,
  wanted: handOver.text,
  shown: [{ name: 'The subject', words: subject }],
  files: [],
  handedAt: '2026-06-01T10:00:00.000Z',
  dueOn: handOver.dueOn,
  open: true,
}

export const handedOverNow: Example = { as: 'demo.responder', path: `${here}/hand-over`, status: 200, answer: shown }

export const handedOver: Example = {
  as: 'demo.partner',
  path: '/api/v1/hand-overs',
  status: 200,
  answer: { handOvers: [{ reference, ...shown }] },
}

export const others: Example = {
  as: 'demo.one-stop',
  path: `${here}/others`,
  status: 200,
  answer: {
    others: [
      {
        reference: otherReference,
        subject,
        status: 'new',
        memberName: fresh.memberName,
        holderName: null,
        dueOn: '2026-06-15',
        as: ['related'],
      },
    ],
  },
}
