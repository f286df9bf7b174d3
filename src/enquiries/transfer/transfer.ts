import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { act, type Decision } from '../act.ts'
import { closingWords } from '../close/closing-words.ts'
import { optionalWords, words } from '../given.ts'

const shape = z.object({
  who: words('Enter who accepted it').transform(oneLine),
  organisation: words('Enter where they work').transform(oneLine),
  theirReference: optionalWords.transform(oneLine),
  text: words('Enter what the member is told'),
})

/** Somebody outside has taken the matter over, by name: without a name nobody has accepted anything. */
export const transfer = act({
  name: 'transfer',
  label: 'Transferred and accepted elsewhere',
  may: 'enquiries.close',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member', 'answered'],
  to: ['closed'],
  by: ['holder', 'owner', 'member-services'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'closed', outcome: 'transferred', messageId: it.messageId }],
      words: closingWords(it.text, {
        'Accepted by': `${it.who}, ${it.organisation}`,
        'Their reference': it.theirReference,
      }),
    }),
})
