import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { action, facts, heading, note, paragraph, points, type Block } from './block.ts'
import { aboutFacts, compose, type About, type Composed, type Council } from './letter.ts'

const because = 'You get this email because you wrote to our help address. It was sent automatically.'

/** The addresses a member writes to. */
export type Addresses = { readonly oneStop: string; readonly help: string }

export type HowTo = {
  readonly to: string
  readonly addresses: Addresses
  readonly phone: string
  readonly url: string
  /** set for the council's own people: where they forward a contact to record it */
  readonly record: string | undefined
}

/** How to do everything by email, for a member and their assistants, or for the council's own people. */
export const howTo = (council: Council, it: HowTo): Composed =>
  compose({
    council,
    says: 'How to use One Stop by email',
    to: it.to,
    blocks: [
      paragraph('You need nothing but your email. Write to us from an address that we know.'),
      it.record ? officersPoints(it.addresses, it.record) : membersPoints(it.addresses),
      ...(it.phone ? [paragraph(`You can always ring us on ${it.phone}.`)] : []),
      action('Open One Stop', it.url),
    ],
    because,
  })

const membersPoints = ({ oneStop, help }: Addresses): Block =>
  points(
    {
      lead: 'Ask something new',
      body: `Write to ${oneStop}, or to the mailbox of a team. Photos and files are welcome.`,
    },
    { lead: 'Add something, or reply to a question', body: 'Reply to any of our emails about the enquiry.' },
    { lead: 'Say that an answer settles it', body: 'Reply with “Yes, this answers it”.' },
    { lead: 'Say that it does not', body: 'Reply with “No” in the first line, and what is missing below.' },
    { lead: 'Ask where it is when a date was missed', body: 'Reply with “Chase” or “Any news?”.' },
    { lead: 'Take it back', body: 'Reply with “Withdraw” in the first line.' },
    ...lookingUp(help),
  )

const officersPoints = ({ help }: Addresses, record: string): Block =>
  points(
    {
      lead: 'Record a contact',
      body: `Forward the member’s email to ${record}. It becomes an enquiry of theirs, from the day it reached you.`,
    },
    {
      lead: 'Keep what you wrote to a member',
      body: `Send a copy to ${record} with the reference in the subject. It is kept with the enquiry and does not count as the answer by itself.`,
    },
    { lead: 'Add an internal note', body: 'Reply to any of our emails about the enquiry. The member does not see it.' },
    ...lookingUp(help),
  )

const lookingUp = (help: string) => [
  { lead: 'Get the list of your enquiries', body: `Write to ${help} with the subject “List”.` },
  {
    lead: 'See how one stands',
    body: `Write to ${help} with its reference as the subject, like ME-2026-000123.`,
  },
]

export type OwnList = {
  readonly to: string
  readonly enquiries: readonly ListedForMember[]
  /** how many more there are than the letter names */
  readonly more: number
  readonly addresses: Addresses
  readonly url: string
}

export type ListedForMember = {
  readonly reference: string
  /** '' for a restricted one: its number says enough */
  readonly subject: string
  /** "In progress", "Needs your reply" */
  readonly stands: string
  readonly dueOn: Day | null
  readonly late: boolean
}

/** The member's enquiries that are not over yet, those that wait for the member first. */
export const ownList = (council: Council, it: OwnList): Composed =>
  compose({
    council,
    says: it.enquiries.length > 0 ? 'Your enquiries' : 'You have no open enquiries',
    to: it.to,
    blocks: [
      ...listed(it),
      ...(it.more > 0 ? [note(`And ${counted(it.more, 'more', 'more')}, on your page.`)] : []),
      paragraph(`To see how one stands, write to ${it.addresses.help} with its reference as the subject.`),
      action('See all your enquiries', it.url),
    ],
    because,
  })

function listed({ enquiries, addresses }: OwnList): Block[] {
  if (enquiries.length === 0) return [paragraph(`To ask something, write to ${addresses.oneStop}.`)]
  const open = counted(enquiries.length, 'enquiry is', 'enquiries are')
  return [
    paragraph(`${open} open or newly answered.`),
    points(
      ...enquiries.map(it => ({
        lead: [it.reference, it.subject].filter(Boolean).join(': '),
        body: [it.stands, it.dueOn && `${it.late ? 'was due' : 'due'} by ${inWordsWithWeekday(it.dueOn)}`]
          .filter(Boolean)
          .join(', '),
      })),
    ),
  ]
}

export type StatusOf = {
  readonly about: About
  readonly to: string
  readonly stands: string
  /** what happens next and by when, in whole sentences */
  readonly next: string
  readonly who: string
  readonly dueOn: Day | null
}

/** How one enquiry stands. */
export const statusOf = (council: Council, it: StatusOf): Composed =>
  compose({
    council,
    about: it.about,
    says: 'Where your enquiry is',
    to: it.to,
    blocks: [
      paragraph(it.next),
      facts(
        ...aboutFacts(it.about),
        { name: 'It stands at', value: it.stands },
        { name: 'With', value: it.who },
        it.dueOn !== null && { name: 'Answer due by', value: inWordsWithWeekday(it.dueOn) },
      ),
      action('See your enquiry', it.about.trackingUrl),
      paragraph('To add something, just reply to this email.'),
    ],
    because,
  })

export type NotFound = {
  readonly to: string
  readonly asked: string
  readonly addresses: Addresses
  readonly url: string
}

/** They asked for an enquiry that they cannot see, or that there is not: the two look the same. */
export const noSuchEnquiry = (council: Council, { to, asked, addresses, url }: NotFound): Composed =>
  compose({
    council,
    says: 'We found no such enquiry of yours',
    to,
    blocks: [
      paragraph(`There is no enquiry ${asked} that we could tell you about. Please look at the number again.`),
      heading('All your enquiries'),
      paragraph(`Write to ${addresses.help} with the subject “List”.`),
      action('See all your enquiries', url),
    ],
    because,
  })
