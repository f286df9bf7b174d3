import { z } from 'zod'
import { parseDay, type Day } from '#kernel/day.ts'
import { storable } from '#kernel/text.ts'

/** Shapes that several acts are given. Words are kept as typed, only made storable; 100,000 characters are plenty. */
export const words = (missing: string) =>
  z
    .string({ error: missing })
    .transform(text => storable(text).replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, missing).max(100_000, 'Write at most 100,000 characters'))

export const optionalWords = z
  .string()
  .transform(text => storable(text).replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(100_000, 'Write at most 100,000 characters'))
  .default('')

export const givenDay = (missing: string) =>
  z.string({ error: missing }).transform((text, context): Day => {
    const day = parseDay(text.trim())
    if (day) return day
    context.addIssue({ code: 'custom', message: text.trim() ? 'Enter a real date, like 27 3 2026' : missing })
    return z.NEVER
  })

export const givenId = (missing: string) => z.uuid(missing)
