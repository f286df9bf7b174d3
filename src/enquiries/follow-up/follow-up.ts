import { z } from 'zod'
import { addWorkingDays } from '#clock/door.ts'
import { instantOn, inWords } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { isOpen as takesNew, mailboxById } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { act, type Circumstances, type Decision } from '../act.ts'
import { candidateFor, type Candidate } from '../candidate.sql.ts'
import type { Enquiry } from '../enquiry.ts'
import type { EnquiryEvent } from '../events.ts'
import { optionalWords } from '../given.ts'
import { messagesOf } from '../message.sql.ts'
import type { Place } from '../place/place.ts'
import { viewEnquiry } from '../view.sql.ts'

const shape = z.object({ text: optionalWords })

type Facts = {
  readonly newEnquiry: string
  readonly subject: string
  readonly constituent: string | null
  readonly place: Place | null
  /** what the member wrote since it closed, where nobody says more */
  readonly written: string
  /** its mailbox while that takes new enquiries */
  readonly mailbox: string | undefined
  readonly lastHolder: Candidate | undefined
}

/**
 * It closed too long ago to be opened again: a new enquiry follows on from it, linked to it, for the last holder if they
 * are still there and else for the mailbox (domain, section 2).
 */
export const followUp = act<z.infer<typeof shape>, Facts>({
  name: 'follow-up',
  label: 'Raise a new enquiry that follows on',
  may: 'enquiries.reopen',
  from: ['closed'],
  to: ['closed'],
  by: ['member', 'assistant', 'holder', 'owner', 'member-services', 'system'],
  shape,
  gather: async (tx, enquiry, _given, at) => {
    const [viewed, written, mailbox, lastHolder] = await Promise.all([
      viewEnquiry(tx, enquiry.reference),
      writtenSince(tx, enquiry),
      enquiry.mailboxId ? mailboxById(tx, enquiry.mailboxId) : undefined,
      enquiry.holderId ? candidateFor(tx, enquiry, enquiry.holderId, at.today) : undefined,
    ])
    return {
      newEnquiry: newId(),
      subject: viewed?.names.subject ?? '',
      constituent: viewed?.names.constituent ?? null,
      place: viewed?.names.place ?? null,
      written,
      mailbox: mailbox && takesNew(mailbox, at.today) ? mailbox.id : undefined,
      lastHolder,
    }
  },
  decide: (enquiry, it): Result<Decision> => {
    const until = addWorkingDays(it.calendar, enquiry.closedOn!, it.limits.reopen)
    if (it.on <= until)
      return refuse('open-again-instead', `This can be opened again until ${inWords(until)}: open it again instead`)
    const text = it.text || it.written
    if (!text) return refuse('no-words', 'Enter what you want to ask', 'text')
    if (enquiry.restricted && !it.mailbox)
      return refuse('no-mailbox', 'Its restricted mailbox takes nothing new: raise a new enquiry')
    return allow({
      events: [
        { type: 'linked', to: it.newEnquiry, as: 'followed-by' },
        ...(enquiry.laneOn ? [{ type: 'looked-at' } as const] : []),
      ],
      raises: {
        id: it.newEnquiry,
        given: {
          member: enquiry.memberId,
          subject: it.subject,
          text,
          topic: enquiry.topicId,
          mailbox: it.mailbox ?? null,
          ward: enquiry.wardId,
          place: it.place,
          ...(!enquiry.restricted && { kind: enquiry.kind }),
          channel: 'web',
          direct: false,
          constituent: it.constituent ?? '',
        },
        atOnce: [{ type: 'linked', to: enquiry.id, as: 'follows' }, ...toLastHolder(enquiry, it)],
      },
    })
  },
})

function toLastHolder({ holderId }: Enquiry, { lastHolder, mailbox }: Facts & Circumstances): EnquiryEvent[] {
  const stillThere = lastHolder?.named && !lastHolder.disabled && !lastHolder.awayUntil
  return holderId && mailbox && stillThere ? [{ type: 'allocated', to: holderId }] : []
}

async function writtenSince(tx: Tx, { id, closedOn }: Enquiry): Promise<string> {
  const since = instantOn(closedOn!, 0)
  const messages = await messagesOf(tx, id)
  return messages
    .filter(it => it.kind === 'addition' && !it.internal && it.at >= since)
    .map(it => it.words)
    .join('\n\n')
}
