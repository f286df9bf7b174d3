import type { EnquiryEvent, Recorded } from '../events.ts'

/** The ids a history needs names for. */
export function idsIn(history: readonly Recorded[]): {
  persons: string[]
  mailboxes: string[]
  enquiries: string[]
  contributions: string[]
} {
  const persons = history.flatMap(({ event, by, onBehalfOf }) => [by, onBehalfOf, ...personsIn(event)])
  const mailboxes = history.flatMap(({ event }) => mailboxesIn(event))
  const enquiries = history.flatMap(({ event }) => enquiriesIn(event))
  const contributions = history.map(({ event }) => ('contributionId' in event ? event.contributionId : null))
  return {
    persons: known(persons),
    mailboxes: known(mailboxes),
    enquiries: known(enquiries),
    contributions: known(contributions),
  }
}

function enquiriesIn(event: EnquiryEvent): string[] {
  switch (event.type) {
    case 'linked':
    case 'unlinked':
    case 'joined':
      return [event.to]
    case 'took-in':
    case 'gave-back':
      return [event.enquiry]
    case 'unjoined':
      return [event.from]
    case 'set-widened':
      return [event.by]
    case 'added-to-set':
    case 'left-set':
      return [event.lead]
    case 'set-lead-changed':
      return [event.lead, event.before]
    default:
      return []
  }
}

function mailboxesIn(event: EnquiryEvent): (string | null)[] {
  switch (event.type) {
    case 'moved':
    case 'restricted':
      return [event.from, event.to]
    case 'declined':
      return [event.rightMailboxId]
    case 'handed-over':
    case 'partner-silent':
    case 'taken-back':
    case 'hand-over-ended':
      return [event.to]
    default:
      return []
  }
}

function personsIn(event: EnquiryEvent): (string | null)[] {
  switch (event.type) {
    case 'allocated':
      return [event.to, ...(event.weighed ?? []).map(it => it.who)]
    case 'reassigned':
      return [event.from, event.to, ...(event.weighed ?? []).map(it => it.who)]
    case 'released':
      return [event.from]
    case 'restricted':
      return [event.holderId]
    case 'taken':
    case 'accepted':
      return [event.by]
    case 'noted':
      return [...(event.told ?? [])]
    case 'climbed':
      return [...event.told]
    case 'reopened':
      return [event.holderId]
    default:
      return []
  }
}

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter(id => id !== null))]
