import { counted } from '#kernel/text.ts'
import { action, paragraph } from './block.ts'
import { compose, type Composed, type Council } from './letter.ts'

export type ManyClimbed = {
  readonly to: string
  /** after so many letters of a day the rest is told by this one */
  readonly told: number
  readonly toMember: boolean
  /** the list on which all of them stand */
  readonly url: string
}

/** Instead of hundreds of letters on one morning: more has climbed, and where all of it stands. It names no enquiry. */
export const manyClimbed = (council: Council, { to, told, toMember, url }: ManyClimbed): Composed =>
  compose({
    council,
    says: toMember ? 'More of your enquiries are late' : 'More enquiries have climbed today',
    to,
    blocks: [
      paragraph(
        toMember
          ? `We have written to you today about ${counted(told, 'late enquiry', 'late enquiries')}, and there are more. Our next digest lists each of them with the day by which you hear from us; its page says so already.`
          : `We have written to you today about ${counted(told, 'enquiry', 'enquiries')}, and more have climbed. So that you do not get a letter for each, this one stands for all the others. The list has them, the longest late first.`,
      ),
      action(toMember ? 'See your enquiries' : 'See what is late', url),
    ],
    because: toMember
      ? 'You get this email because you raised these enquiries. It was sent automatically.'
      : 'You get this email because late work climbs to you. It was sent automatically.',
  })
