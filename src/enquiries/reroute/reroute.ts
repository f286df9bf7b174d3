import { z } from 'zod'
import { oneLine } from '#kernel/text.ts'
import { ending } from '../close/ending.ts'
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
export const reroute = ending({
  name: 'reroute',
  label: 'Send it to the procedure that fits',
  shape,
  ends: it => ({ outcome: 'rerouted', procedure: it.procedure }),
  told: it => ({
    'Where it has gone': procedureWords[it.procedure],
    'Who has it': it.who,
    'Their reference': it.theirReference,
    'Where to find it': it.link,
  }),
})
