import { day } from '#kernel/day.ts'
import { referenceOf } from '#kernel/reference.ts'
import { arrivedOnly, inQuarantine, held, tooLarge } from './about-mail.ts'
import { acknowledgement } from './acknowledgement.ts'
import { answerMail } from './answer.ts'
import { closing, reopened } from './closing.ts'
import { joined, separated, tookIn } from './joining.ts'
import type { About, Composed, Council } from './letter.ts'
import { memberWrote } from './member-wrote.ts'
import { dateChanged, progress } from './progress.ts'
import {
  contributionAsked,
  contributionCame,
  contributionOver,
  contributionTaken,
  contributionTooLate,
  contributionUnreached,
} from './contribution.ts'
import { answerReturned, answerToRead } from './second-reading.ts'
import { handedOver, handOverEnded, partnerAnswerTaken, partnerHas, partnerNews } from './partner.ts'
import { declined } from './not-taken-on.ts'
import { promiseMoved } from './promise-moved.ts'
import { digest } from './digest.ts'
import { question } from './question.ts'
import { receipt } from './receipt.ts'
import { sampleRoundUp } from './sample-round-up.ts'
import { securityNotice } from './security-notice.ts'
import { sampleClimbs } from './sample-climbs.ts'
import { sampleReplies } from './sample-replies.ts'
import { sampleFollowUps } from './sample-follow-ups.ts'
import { signInLink } from './sign-in-link.ts'
import { assigned, chased, colleagueTold, notDelivered } from './to-officers.ts'

/** Awkward things that real people are called and write. */
export type Names = {
  readonly member: string
  readonly officer: string
  readonly subject: string
  readonly said: string
}

export const plainNames: Names = {
  member: 'Councillor Aoife Ní Mhurchú',
  officer: "Dan O'Brien",
  subject: 'Street lamp out on Mill Lane, by the footbridge',
  said: 'The lamp by the footbridge has been out since March.\n\nMrs Whitlow walks home that way after her shift and has\nasked twice. Could somebody look at it before the clocks change?',
}

const part = (about: About, names: Names) => ({
  about,
  to: names.member,
  by: names.officer,
  mailbox: 'Streets and lighting',
  questions: ['When was the column tested last?', names.subject],
  background: names.said,
  dueOn: day('2026-06-12'),
  url: 'https://onestop.tessbridge.example/contribute/abcdefghijklmnopqrstuvwxyz012345',
})

const council: Council = { name: 'Tessbridge Borough Council', team: 'One Stop, member services' }
const url = 'https://onestop.tessbridge.example/enquiries/ME-2026-000123'
const dueOn = day('2026-06-15')
const receivedOn = day('2026-06-01')
const mailbox = 'Streets and lighting'

/** One of every mail the council sends, by name: looked at when the look changes, and held to the rules by tests. */
export function sampleLetters(names: Names = plainNames): Record<string, Composed> {
  const about: About = { reference: referenceOf(2026, 123), subject: names.subject, trackingUrl: url }
  const to = names.member
  const seen = { subject: names.subject, receivedOn }
  const work = { about, to: names.officer, member: names.member, mailbox, dueOn, receivedOn, said: names.said }
  const told = {
    about: { ...about, choiceUrl: 'https://onestop.tessbridge.example/people/me/notices' },
    to: names.officer,
    by: 'Priya Shah',
    because: 'mentioned' as const,
    happened: 'Asked the member a question',
    note: names.said,
  }
  return {
    receipt: receipt(council, {
      about,
      to,
      mailbox,
      phone: '01632 960 114',
      receivedOn,
      dueOn,
      usually: '9 in 10 like this are answered within 6 working days',
    }),
    acknowledgement: acknowledgement(council, {
      about,
      to,
      handler: names.officer,
      mailbox,
      nextStep: 'I will ask the lighting crew to test the column on Thursday.',
      nextUpdateOn: day('2026-06-05'),
      dueOn,
    }),
    'round-up': sampleRoundUp(council, to, names.subject),
    digest: digest(council, {
      to,
      on: day('2026-06-02'),
      entries: [
        { says: `[ME-2026-000123] We have your enquiry: ${names.subject}`, url },
        { says: '[ME-2026-000124] How your enquiry stands', url },
      ],
      chosen: true,
      choiceUrl: 'https://onestop.tessbridge.example/people/me/notices',
    }),
    'security notice': securityNotice(council, {
      to,
      what: 'A passkey called “My phone” was added.',
      device: 'Firefox on Windows',
      when: '1 June 2026 at 10:15am',
      url: 'https://onestop.tessbridge.example',
    }),
    question: question(council, {
      about,
      to,
      asker: names.officer,
      mailbox,
      question: names.said,
      closesOn: day('2026-06-30'),
    }),
    reminder: question(council, {
      about,
      to,
      asker: names.officer,
      mailbox,
      question: names.said,
      closesOn: day('2026-06-30'),
      firstAskedOn: day('2026-06-02'),
    }),
    answer: sampleAnswer(about, names),
    'contribution-asked': contributionAsked(council, { ...part(about, names), why: 'asked' }),
    'contribution-late': contributionAsked(council, { ...part(about, names), why: 'late' }),
    'contribution-over': contributionOver(council, { about, to: names.officer, by: names.member }),
    'contribution-taken': contributionTaken(council, { about, to: names.officer, files: 2 }),
    'contribution-too-late': contributionTooLate(council, { about, to: names.officer, why: 'withdrawn' }),
    'contribution-unreached': contributionUnreached(council, {
      about,
      to: names.officer,
      asked: names.member,
      address: 'lab@cores.example',
      handedOver: false,
    }),
    'hand-over-unreached': contributionUnreached(council, {
      about,
      to: names.officer,
      asked: names.member,
      address: 'repairs@tess-valley-homes.example',
      handedOver: true,
    }),
    contributionCame: contributionCame(council, {
      about,
      to: names.officer,
      from: names.member,
      said: names.said,
      came: true,
    }),
    answerToRead: answerToRead(council, { ...work, by: names.officer }),
    answerReturned: answerReturned(council, { ...work, by: names.officer }),
    partnerAnswerTaken: partnerAnswerTaken(council, { about, to: names.officer, files: 1 }),
    handedOver: handedOver(council, {
      about,
      to: names.member,
      by: names.officer,
      wanted: names.said,
      dueOn,
      url,
      late: false,
    }),
    handOverEnded: handOverEnded(council, { about, to: names.member, wanted: names.said, url }),
    partnerHas: partnerHas(council, { about, to, by: names.officer, mailbox, partner: 'Tess Valley Homes', dueOn }),
    partnerNews: partnerNews(council, { about, to: names.officer, what: 'answered', said: names.said, mailbox }),
    declined: declined(council, { ...work, by: names.officer }),
    ...sampleClimbs(council, about, names),
    ...sampleFollowUps(council, { ...work, member: to }),
    promiseMoved: promiseMoved(council, {
      about,
      to,
      by: names.officer,
      mailbox,
      promise: 'Replace the lantern by the footbridge',
      before: day('2026-06-26'),
      dueOn: day('2026-07-03'),
      reason: names.said,
    }),
    closing: closing(council, {
      about,
      to,
      outcome: 'You told us that our answer settles it. Thank you.',
      closedOn: day('2026-06-12'),
      reopenUntil: day('2026-07-10'),
      reopenUrl: `${url}/reopen`,
      promises: [{ what: 'Replace the lantern by the footbridge', dueOn: day('2026-06-26') }],
    }),
    reopened: reopened(council, {
      about,
      to,
      reason: names.said,
      round: 2,
      mailbox,
      handler: names.officer,
      dueOn: day('2026-06-19'),
    }),
    assigned: assigned(council, work),
    mentioned: colleagueTold(council, told),
    'mentioned-restricted': colleagueTold(council, { ...told, about: { ...about, restricted: true } }),
    watched: colleagueTold(council, { ...told, because: 'watched', note: '' }),
    'assigned-restricted': assigned(council, { ...work, about: { ...about, restricted: true } }),
    'chased-restricted': chased(council, {
      ...work,
      about: { ...about, restricted: true },
      time: 1,
      workingDaysLate: 1,
    }),
    'member-wrote-restricted': memberWrote(council, {
      ...work,
      about: { ...about, restricted: true },
      what: 'resumed',
      words: names.said,
    }),
    chased: chased(council, { ...work, time: 2, workingDaysLate: 3, answerBy: day('2026-06-22') }),
    joined: joined(council, { about, to, other: referenceOf(2026, 98), dueOn }),
    separated: separated(council, { about, to, other: referenceOf(2026, 98), dueOn }),
    'took-in': tookIn(council, { about, to: names.officer, other: referenceOf(2026, 98), dueOn }),
    'not-delivered': notDelivered(council, { ...work, what: 'answer' }),
    'member-wrote': memberWrote(council, { ...work, what: 'disagreed', words: names.said }),
    progress: progress(council, {
      about,
      to,
      by: names.officer,
      mailbox,
      words: names.said,
      nextUpdateOn: day('2026-06-10'),
      dueOn,
    }),
    'date-changed': dateChanged(council, {
      about,
      to,
      mailbox,
      dueOn: day('2026-06-22'),
      before: dueOn,
      reason: names.said,
    }),
    'sign-in': signInLink(council, {
      to,
      url: 'https://onestop.tessbridge.example/sign-in/link/m3pZr8sW2qLx7Yd4Vt1Kc9Hb6Nf0Ja5G',
      minutes: 15,
    }),
    quarantine: inQuarantine(council, {
      ...seen,
      reason: 'we do not know the address it came from',
      lookedAtBy: day('2026-06-02'),
      phone: '01632 960 100',
    }),
    'arrived-only': arrivedOnly(council, {
      receivedOn: day('2026-06-01'),
      lookedAtBy: day('2026-06-02'),
      phone: '01632 960 100',
    }),
    'too-large': tooLarge(council, {
      ...seen,
      megabytes: 48,
      limitMegabytes: 35,
      newEnquiryUrl: 'https://onestop.tessbridge.example/enquiries/new',
    }),
    ...sampleReplies(council, about, names),
    held: held(council, { ...seen, to, confirmUrl: 'https://onestop.tessbridge.example/intake/held/7' }),
  }
}

const sampleAnswer = (about: About, names: Names): Composed =>
  answerMail(council, {
    about,
    to: names.member,
    by: names.officer,
    mailbox,
    text: 'We tested the column on Thursday. The lantern has failed and the door at its foot was loose, so the crew made it safe the same day.',
    questions: [
      {
        question: 'Why was it not mended in March?',
        answer: 'The report was filed under the wrong column number. That was our mistake, and we are sorry.',
      },
      { question: 'When will it work again?', answer: names.said },
    ],
    promises: [{ what: 'Replace the lantern by the footbridge', who: 'The lighting crew', dueOn: day('2026-06-26') }],
    contact: `${names.officer}, 01632 960 114`,
    mayShare: true,
    files: ['column-114-test.pdf'],
    attached: true,
    answersItUrl: `${url}/agree`,
    doesNotUrl: `${url}/disagree`,
    rateUrl:
      'https://onestop.tessbridge.example/quality/rate/0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a01.1.2026-08-14.d2f6f1d0c1a01e7c449a512f6f1d0c1a',
    closesOn: day('2026-06-29'),
  })
