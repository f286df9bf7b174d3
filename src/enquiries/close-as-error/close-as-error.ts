import { z } from 'zod'
import { ending } from '../close/ending.ts'
import { words } from '../given.ts'

const shape = z.object({ text: words('Enter why it should never have been recorded') })

/**
 * It should never have been an enquiry: recorded twice, or for the wrong member. It leaves the figures, so only member
 * services may say so, and the reason is kept and told.
 */
export const closeAsError = ending({
  name: 'close-as-error',
  label: 'Recorded in error',
  may: 'enquiries.close-as-error',
  by: ['member-services'],
  shape,
  ends: () => ({ outcome: 'recorded-in-error' }),
})
