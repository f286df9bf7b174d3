import { z } from 'zod'
import { laterOf } from '#kernel/day.ts'
import { allow, type Result } from '#kernel/result.ts'
import { act, type Circumstances, type Decision, type Words } from '../act.ts'
import { isOpen, openPause, statuses, type Enquiry } from '../enquiry.ts'
import { agreedDate, dueDate } from '../extend/agreed-date.ts'
import type { EnquiryEvent } from '../events.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter your message') })

/**
 * The member, or whoever acts for them, writes. It ends a pause from the day the message reached us; after an answer it
 * waits in the review lane for somebody to look; otherwise it is added and changes nothing.
 */
export const reply = act({
  name: 'reply',
  label: 'Write to the handler',
  may: 'enquiries.reply',
  from: statuses,
  to: statuses.filter(it => it !== 'waiting-for-member'),
  by: ['member', 'assistant', 'member-services'],
  shape,
  decide: (enquiry, it): Result<Decision> =>
    allow({ events: [eventOf(enquiry, it)], words: wordsOf(enquiry, it.text) }),
})

function eventOf(enquiry: Enquiry, it: Circumstances): EnquiryEvent {
  const { messageId } = it
  if (!isOpen(enquiry)) return { type: 'wrote-after-answer', messageId }
  const pause = openPause(enquiry)
  if (!pause) return { type: 'member-wrote', messageId }
  return { type: 'resumed', messageId, ...dueAfterReply(enquiry, it) }
}

/** A reply cannot count from before its question. */
function dueAfterReply(enquiry: Enquiry, { on, calendar }: Pick<Circumstances, 'on' | 'calendar'>) {
  const pauses = enquiry.pauses.map(pause =>
    pause.repliedOn ? pause : { ...pause, repliedOn: laterOf(on, pause.askedOn) },
  )
  return { dueOn: dueDate({ ...enquiry, pauses }, calendar)!, ...agreedDate({ ...enquiry, pauses }, calendar) }
}

const wordsOf = (enquiry: Enquiry, text: string): Words => ({
  kind: enquiry.status === 'waiting-for-member' ? 'reply' : 'addition',
  words: text,
})
