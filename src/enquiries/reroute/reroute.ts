import { z } from 'zod'
import { allow, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { act, type Decision } from '../act.ts'
import { closingWords } from '../close/closing-words.ts'
import { procedures, procedureWords } from '../enquiry.ts'
import { optionalWords, words } from '../given.ts'

const shape = z.object({
  procedure: z.enum(procedures, 'Select the procedure that fits'),
  who: words('Enter who has it now').transform(oneLine),
  theirReference: optionalWords.transform(oneLine),
  link: optionalWords.transform(oneLine),
  text: words('Enter what the member is told'),
})

/**
 * Another procedure fits: the matter has gone there and the enquiry closes. The member is told where it went, who has
 * it, and under which number or at which address they find it (domain, section 2).
 */
export const reroute = act({
  name: 'reroute',
  label: 'Send it to the procedure that fits',
  may: 'enquiries.close',
  from: ['new', 'assigned', 'in-progress', 'waiting-for-member', 'answered'],
  to: ['closed'],
  by: ['holder', 'owner', 'member-services'],
  shape,
  decide: (_enquiry, it): Result<Decision> =>
    allow({
      events: [{ type: 'closed', outcome: 'rerouted', procedure: it.procedure, messageId: it.messageId }],
      words: closingWords(it.text, {
        'Where it has gone': procedureWords[it.procedure],
        'Who has it': it.who,
        'Their reference': it.theirReference,
        'Where to find it': it.link,
      }),
    }),
})
