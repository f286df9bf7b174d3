import type { Verdict } from '../judge/judge.ts'
import type { AutomaticReason } from '../parse/automatic.ts'
import type { Arrival, Held, HeldReason, HelpWanted } from './arrival.ts'
import { match, type Match, type Traces } from './match.ts'

/** Everything that decides what a message is; collected beforehand, so that deciding asks nobody. */
export type Facts = {
  readonly authors: number
  readonly automatic: AutomaticReason | undefined
  readonly verdict: Verdict
  /** `enforce`: only a proven sender is believed. `accept-known`: one that nothing speaks against */
  readonly senderCheck: 'enforce' | 'accept-known'
  readonly sender: Sender | undefined
  readonly traces: Traces
  /** takes part in the enquiry that was matched */
  readonly takesPart: (enquiryId: string, personId: string) => boolean
  /** what the sender was asked for on the enquiry whose letter they answer, by the address they write from */
  readonly part: PartAsked | undefined
  /** among the recipients is the address officers record at */
  readonly toRecord: boolean
  readonly toRevoked: boolean
  /** it was sent to the help address and asks for something that is answered by itself */
  readonly helpWanted: HelpWanted | undefined
  /** the core mailboxes among the recipients, in their order */
  readonly mailboxIds: readonly string[]
  /** nobody here can read it */
  readonly encrypted: boolean
  /** it carries an archive that was made to fill a disk */
  readonly bomb: boolean
  /** its sender wrote more in the last hour than anybody does */
  readonly flood: boolean
  /** members among the people named in To and Cc */
  readonly namedMembers: readonly string[]
}

export type PartStanding = 'open' | 'given' | 'withdrawn' | 'expired'

export type PartAsked = {
  readonly enquiryId: string
  readonly contributionId: string
  readonly standing: PartStanding
  /** it answers the very letter that asked them, and not another about the enquiry */
  readonly answersRequest: boolean
}

export type Sender = {
  readonly id: string
  readonly disabled: boolean
  /** works for the council or a partner, and is not (only) a member or assistant */
  readonly officer: boolean
  /** the members they may write for: themselves, when a member, and those who delegated to them */
  readonly members: readonly string[]
}

/** What a message is (domain, section 7). The order matters: nothing a machine or a stranger sends has an effect. */
export function understand(facts: Facts): Arrival {
  const matched = match(facts.traces, facts.sender?.id)
  const about = matched && matched !== 'several' ? matched.enquiryId : undefined
  const where = { enquiryId: about, mailboxId: facts.mailboxIds[0] }
  if (facts.authors > 1) return held('several-senders', where)
  if (facts.automatic) return { kind: 'automatic', reason: facts.automatic, ...where }
  const doubt = doubtAbout(facts)
  if (doubt) return held(doubt, where)
  const contributed = contributedBy(facts, about, where)
  if (contributed) return contributed
  if (!facts.sender) return held('unknown-sender', where)
  const { sender } = facts
  if (facts.helpWanted) return { kind: 'help', personId: sender.id, wants: facts.helpWanted }
  if (facts.toRecord && sender.officer) return recorded(facts, sender, about)
  if (matched === 'several') return held('which-enquiry', where)
  if (matched) return replied(facts, sender, matched, where)
  if (facts.toRevoked) return held('revoked-address', where)
  // at an enquiry its holder can ask for it again; alone, nobody would know what it is about
  if (facts.encrypted) return held('encrypted', where)
  return asked(facts, sender, where)
}

/** Why the sender is not believed or not known, or the message not taken as it is; undefined when all is well. */
function doubtAbout({ authors, verdict, senderCheck, sender, part, bomb, flood }: Facts): HeldReason | undefined {
  if (authors === 0) return 'no-sender'
  if (verdict.result === 'fail') return 'sender-check-failed'
  if (senderCheck === 'enforce' && verdict.result !== 'pass') return 'sender-not-proven'
  if (!sender && !part) return 'unknown-sender'
  if (sender?.disabled) return 'disabled-sender'
  if (bomb) return 'archive-bomb'
  return flood ? 'too-many' : undefined
}

/**
 * Whoever was asked for a part takes part in the enquiry with that one right. Who takes part in it anyway writes as they
 * always do, unless it is the request that they answer.
 */
function contributedBy({ part, sender, takesPart, encrypted }: Facts, about: string | undefined, where: Where) {
  if (!part || part.enquiryId !== about) return undefined
  const isParticipant = sender && [sender.id, ...sender.members].some(id => takesPart(part.enquiryId, id))
  if (isParticipant && !(part.answersRequest && part.standing === 'open')) return undefined
  if (encrypted) return held('encrypted', where)
  if (part.standing !== 'open') return held(`part-${part.standing}`, where)
  const { enquiryId, contributionId } = part
  return { kind: 'contribution' as const, enquiryId, contributionId, personId: sender?.id ?? null }
}

function recorded(facts: Facts, sender: Sender, enquiryId: string | undefined): Arrival {
  const [memberId, another] = facts.namedMembers
  return {
    kind: 'record',
    officerId: sender.id,
    enquiryId,
    memberId: another ? undefined : memberId,
    mailboxId: facts.mailboxIds[0],
  }
}

function replied(facts: Facts, sender: Sender, matched: Match, where: Where): Arrival {
  const mayWrite = [sender.id, ...sender.members].some(id => facts.takesPart(matched.enquiryId, id))
  if (!mayWrite) return held('not-a-participant', where)
  return { kind: 'reply', enquiryId: matched.enquiryId, personId: sender.id, matchedBy: matched.matchedBy }
}

function asked({ mailboxIds, namedMembers }: Facts, sender: Sender, where: Where): Arrival {
  const members = sender.members.includes(sender.id) ? [sender.id] : sender.members
  if (members.length === 0) return held('no-member', where)
  const named = members.filter(id => namedMembers.includes(id))
  const [memberId, another] = members.length > 1 && named.length === 1 ? named : members
  if (!memberId || another) return held('which-member', where)
  const [mailboxId, ...otherMailboxIds] = new Set(mailboxIds)
  return { kind: 'new-enquiry', memberId, senderId: sender.id, mailboxId, otherMailboxIds }
}

type Where = Pick<Held, 'enquiryId' | 'mailboxId'>

const held = (reason: HeldReason, where: Where): Held => ({ kind: 'held', reason, words: heldWords[reason], ...where })

export const heldWords: Record<HeldReason, string> = {
  'several-senders': 'It names more than one sender, so nobody can be held to it',
  'no-sender': 'It names no sender',
  'sender-check-failed': 'The check of its sender failed: it may be forged',
  'sender-not-proven': 'Nothing proves that it comes from the sender it names',
  'unknown-sender': 'Its sender is not known to us',
  'disabled-sender': 'Its sender no longer has an account with us',
  'not-a-participant': 'Its sender does not take part in the enquiry it answers',
  'revoked-address': 'It was sent to a reply address that no longer holds',
  'which-member': 'Its sender works for several members and it does not say for which of them this is',
  'no-member': 'Its sender is not a member in office and works for none, and it belongs to no enquiry',
  'which-enquiry': 'It names more than one enquiry',
  encrypted: 'It is encrypted, and nobody here can read it. Its sender could send it again without',
  'archive-bomb': 'It carries an archive that would unpack to far more than anybody sends',
  'may-be-sensitive': 'It may be sensitive',
  'part-given': 'Its sender was asked for a part of an answer and has given it already',
  'part-withdrawn': 'Its sender was asked for a part of an answer that is no longer needed',
  'part-expired': 'Its sender was asked for a part of an answer, and the time for it has run out',
  'too-many': 'Its sender wrote more messages in an hour than people do: it may be a machine, or a loop',
}
