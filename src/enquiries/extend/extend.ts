import { z } from 'zod'
import { addWorkingDays, isWorkingDay, whyNotWorking, workingDaysBetween } from '#clock/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { allow, refuse, type Refused, type Result } from '#kernel/result.ts'
import { setting } from '#platform/settings.ts'
import { act, type Actor, type Circumstances, type Decision } from '../act.ts'
import { toldDueOn, type Enquiry } from '../enquiry.ts'
import { givenDay, words } from '../given.ts'

const shape = z.object({
  newDueOn: givenDay('Enter the new date'),
  text: words('Enter why the answer needs longer: the member reads it'),
})

type Facts = { mostWorkingDays: number }
type Given = z.infer<typeof shape> & Facts & Circumstances

/**
 * A later date, agreed before the first one has come, with a reason that the member reads the same day (domain,
 * section 3, rule 5). The holder may do it once; the second time it takes the head of service. The first date stays the
 * one that figures are judged by.
 */
export const extend = act<z.infer<typeof shape>, Facts>({
  name: 'extend',
  label: 'Extend the time',
  may: 'enquiries.extend',
  from: ['in-progress', 'with-partner', 'in-review'],
  to: ['in-progress', 'with-partner', 'in-review'],
  by: ['holder', 'head', 'owner'],
  shape,
  gather: async tx => ({ mostWorkingDays: await setting(tx, 'enquiries.extension-working-days') }),
  decide: (enquiry, it): Result<Decision> => {
    const before = toldDueOn(enquiry)!
    const refused = whoMayNot(enquiry, it.by) ?? tooLate(before, it.today) ?? wrongDay(before, it)
    if (refused) return refused
    const workingDays = workingDaysBetween(it.calendar, before, it.newDueOn)
    const { messageId, newDueOn } = it
    return allow({
      events: [{ type: 'extended', workingDays, before, agreedDueOn: newDueOn, messageId }],
      words: { kind: 'extension', words: it.text },
    })
  },
})

export const mayExtend = (enquiry: Enquiry, by: Actor): boolean => whoMayNot(enquiry, by) === undefined

/** A restricted enquiry is not for a head of service to see: there the mailbox owner stands in. */
function whoMayNot({ extensions, restricted }: Enquiry, { parts }: Actor): Refused | undefined {
  if (extensions.length >= 2) return refuse('extended-twice', 'It has been extended twice already: answer it')
  const above = restricted ? 'owner' : 'head'
  if (parts.includes(above) || (extensions.length === 0 && parts.includes('holder'))) return undefined
  return extensions.length === 0
    ? refuse('not-holder', 'The holder extends the time, or the head of service')
    : refuse(
        'second-extension',
        restricted
          ? 'It has been extended once: only the mailbox owner may do it again'
          : 'It has been extended once: only the head of service may do it again',
      )
}

const tooLate = (before: Day, today: Day): Refused | undefined =>
  today < before
    ? undefined
    : refuse(
        'too-late',
        `The time can only be extended before ${inWords(before)}, when the answer is due. Tell the member how it stands instead`,
        'newDueOn',
      )

function wrongDay(before: Day, { newDueOn, calendar, mostWorkingDays }: Given): Refused | undefined {
  if (newDueOn <= before) return refuse('not-later', `Enter a date after ${inWords(before)}`, 'newDueOn')
  if (!isWorkingDay(calendar, newDueOn))
    return refuse('not-worked', `Enter a working day: ${whyNotWorking(calendar, newDueOn)}`, 'newDueOn')
  const latest = addWorkingDays(calendar, before, mostWorkingDays)
  return newDueOn > latest
    ? refuse('too-far', `Enter a date by ${inWords(latest)}: ${mostWorkingDays} working days at most`, 'newDueOn')
    : undefined
}
