import { z } from 'zod'
import { hearers, rungs } from '../climb/rung.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { dayShape } from '#platform/http/day-shape.ts'

export const ladderShape = z.strictObject({
  reference: z.string(),
  round: z.int(),
  steps: z.array(
    z.strictObject({
      rung: z.enum(rungs),
      on: dayShape.describe('The day on which it was truly reached, or will be'),
      climbed: z.boolean(),
      tells: z.string().describe('Who hears, or heard'),
    }),
  ),
})

/** The ladder of an enquiry, in the words of the contract. */
export async function ladderTold({
  tx,
  house,
  enquiry,
  calendar,
  asked,
}: Opened): Promise<z.infer<typeof ladderShape>> {
  const steps = await house.ladder(tx, enquiry, calendar, asked.now.today)
  const { reference, round } = enquiry
  return { reference, round, steps: steps.map(it => ({ ...it, tells: hearers[it.rung] })) }
}
