import { z } from 'zod'

/** A day as the API takes and tells it, such as 2026-06-15. */
export const dayShape = z.iso.date()
