import type { Example } from '#platform/http/endpoint.ts'

const member = { id: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a01', name: 'Councillor Aoife Ní Mhurchú' }
const reading = (path: string, answer: object): Example => ({ as: 'demo.member', path, status: 200, answer })

export const me = reading('/api/v1/me', {
  ...member,
  email: 'demo.member@tessbridge.example',
  roles: ['member'],
  permissions: ['api.use', 'enquiries.raise', 'enquiries.read', 'enquiries.track'],
  actsFor: [member],
})

export const members = reading('/api/v1/members', {
  members: [
    { ...member, email: 'demo.member@tessbridge.example', ward: 'priory', wardName: 'Priory', group: 'Independent' },
  ],
})

export const mailboxes = reading('/api/v1/mailboxes', {
  mailboxes: [
    {
      id: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a06',
      key: 'streets',
      name: 'Streets and pavements',
      address: 'streets@tessbridge.example',
      phone: '01632 960 142',
      purpose: 'Roads, pavements and what is on them',
      restricted: false,
      limitWorkingDays: null,
    },
  ],
})

export const topics = reading('/api/v1/topics', {
  topics: [
    {
      id: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a07',
      key: 'pothole',
      name: 'Potholes',
      kind: 'service-request',
      words: ['pothole', 'hole in the road'],
      limitWorkingDays: null,
      lgsl: 557,
    },
  ],
})

export const wards = reading('/api/v1/wards', {
  wards: [{ id: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a08', key: 'priory', name: 'Priory' }],
})
