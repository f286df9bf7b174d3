import { z } from 'zod'
import { oneLine } from '#kernel/text.ts'
import { sensitivities } from '#mailboxes/door.ts'
import { channels, kinds } from '../enquiry.ts'
import { placeShape } from '../place/place.ts'
import { givenDay, givenId, optionalWords, words } from '../given.ts'

/** What raising an enquiry takes: the API's body, the form's fields, what mail was understood as. */
export const raiseShape = z.object({
  member: givenId('Select the member'),
  subject: z
    .string({ error: 'Enter what it is about' })
    .transform(oneLine)
    .pipe(z.string().min(1, 'Enter what it is about').max(20_000, 'Enter a shorter subject')),
  text: words('Enter what you want to ask'),
  topic: givenId('Select a topic').nullish(),
  mailbox: givenId('Select a mailbox').nullish(),
  ward: givenId('Select a ward').nullish(),
  place: placeShape.nullish().describe('Where it is about; the ward follows from a postcode or a spot in it'),
  kind: z.enum(kinds).optional(),
  channel: z.enum(channels).default('web'),
  direct: z.boolean().default(false),
  receivedOn: givenDay('Enter the day it was received').optional(),
  sensitive: z.enum(sensitivities).nullish(),
  constituent: optionalWords,
})

/** Other systems may name the member by an address, topic and mailbox by their keys. */
export type Raise = z.infer<typeof raiseShape>
