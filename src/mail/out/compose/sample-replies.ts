import { incidentWaits, pleaseDelete } from './incident.ts'
import { guidance, restrictedToYou } from './restricted.ts'
import { day } from '#kernel/day.ts'
import { addressProof } from './address-proof.ts'
import { confirmation } from './confirmation.ts'
import { coverOffered } from './cover-offered.ts'
import { howTo, noSuchEnquiry, ownList, statusOf } from './help-by-mail.ts'
import type { About, Composed, Council } from './letter.ts'
import { newWork } from './new-work.ts'
import { noted, recordedMail } from './officer-mail.ts'
import type { Names } from './sample-letters.ts'

const dueOn = day('2026-06-15')
const mailbox = 'Streets and lighting'

/** One of every mail that answers what somebody did by email. */
export const sampleReplies = (council: Council, about: About, names: Names): Record<string, Composed> => ({
  ...sampleConfirmations(council, about, names),
  ...sampleHelp(council, about, names),
  ...sampleToOfficers(council, about, names),
  'address-proof': addressProof(council, {
    name: names.member,
    address: 'aoife@home.example',
    url: 'https://onestop.tessbridge.example/people/me/addresses/confirm/m3pZr8sW2qLx7Yd4Vt1Kc9Hb6Nf0Ja5G',
  }),
})

const sampleToOfficers = (council: Council, about: About, names: Names): Record<string, Composed> => ({
  'work of somebody who is away': coverOffered(council, {
    to: names.officer,
    away: 'Priya Shah',
    fromOn: day('2026-06-01'),
    untilOn: day('2026-06-12'),
    open: 7,
    url: 'https://onestop.tessbridge.example/enquiries/cover/0197',
  }),
  ...sampleNewWork(council, about, names),
  noted: noted(council, { about, to: names.officer }),
  'recorded-contact': recordedMail(council, {
    about,
    to: names.officer,
    member: names.member,
    what: 'contact',
    answeredUrl: `${about.trackingUrl}/answer-at-once`,
  }),
  'recorded-letter': recordedMail(council, {
    about,
    to: names.officer,
    member: names.member,
    what: 'letter',
    answeredUrl: undefined,
  }),
})

/** What each thing a member does by email is answered with. */
function sampleConfirmations(council: Council, about: About, { member, officer }: Names): Record<string, Composed> {
  const done = { about, to: member, who: `${officer} in ${mailbox}`, files: 0, dueOn, readBy: day('2026-06-12') }
  return {
    'done-raised': confirmation(council, { ...done, done: 'raised', who: mailbox }),
    'done-added': confirmation(council, { ...done, done: 'added', files: 2 }),
    'done-replied': confirmation(council, { ...done, done: 'replied' }),
    'done-chased': confirmation(council, { ...done, done: 'chased' }),
    'done-chased-again': confirmation(council, { ...done, done: 'chased', owedBy: day('2026-06-17') }),
    'done-chased-early': confirmation(council, { ...done, done: 'chased-early' }),
    'done-wrote-after-answer': confirmation(council, { ...done, done: 'wrote-after-answer', dueOn: null }),
    'done-agreed': confirmation(council, { ...done, done: 'agreed', dueOn: null }),
    'done-disagreed': confirmation(council, { ...done, done: 'disagreed' }),
    'done-withdrawn': confirmation(council, { ...done, done: 'withdrawn', dueOn: null }),
  }
}

function sampleHelp(council: Council, about: About, { member: to, subject, officer }: Names): Record<string, Composed> {
  const addresses = { oneStop: 'onestop@tessbridge.example', help: 'help@tessbridge.example' }
  const help = { to, addresses, url: about.trackingUrl, phone: '01632 960 100' }
  return {
    'how-to': howTo(council, { ...help, record: undefined }),
    'how-to-officers': howTo(council, { ...help, record: 'record@tessbridge.example' }),
    'own-list': ownList(council, {
      ...help,
      enquiries: [
        { reference: 'ME-2026-000123', subject, stands: 'Needs your reply', dueOn: null, late: false },
        {
          reference: 'ME-2026-000118',
          subject: 'Missed bins in Weaver Street',
          stands: 'In progress',
          dueOn,
          late: true,
        },
        { reference: 'ME-2026-000097', subject: '', stands: 'New', dueOn: day('2026-06-22'), late: false },
      ],
      more: 4,
    }),
    'own-list-empty': ownList(council, { ...help, enquiries: [], more: 0 }),
    'status-of': statusOf(council, {
      about,
      to,
      stands: 'In progress',
      next: `${officer} will be in touch by Wednesday 10 June 2026. The answer is due by Monday 15 June 2026.`,
      who: `${officer} in ${mailbox}`,
      dueOn,
    }),
    'no-such-enquiry': noSuchEnquiry(council, { ...help, asked: 'ME-2026-009999' }),
  }
}

function sampleNewWork(council: Council, about: About, { member, officer: to }: Names): Record<string, Composed> {
  const work = { about, to, member, mailbox, receivedOn: day('2026-06-01'), dueOn, moved: false }
  const incident = {
    to,
    number: 7,
    reference: about.reference,
    decideBy: 'Thursday 4 June 2026 at 10:00am',
    url: 'https://onestop.tessbridge.example/privacy/incidents/7',
  }
  return {
    'new-work': newWork(council, work),
    'new-work-moved': newWork(council, { ...work, moved: true }),
    'new-work-restricted': newWork(council, { ...work, about: { ...about, restricted: true } }),
    'to-proper-officer-restricted': restrictedToYou(council, {
      about: { ...about, restricted: true },
      to,
      mailbox,
      open: true,
      dueOn,
    }),
    'incident-waits': incidentWaits(council, { ...incident, hours: 0, over: false }),
    'incident-still-waits': incidentWaits(council, { ...incident, hours: 48, over: false }),
    'incident-over': incidentWaits(council, { ...incident, hours: 72, over: true }),
    'please-delete': pleaseDelete(council, { to, number: 7 }),
    guidance: guidance(council, {
      to: member,
      reference: about.reference,
      phone: '01632 960 100',
      url: 'https://onestop.tessbridge.example/enquiries/new',
    }),
  }
}
