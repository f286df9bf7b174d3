import type { Refusal } from '#kernel/result.ts'
import type { Form } from '#platform/http/form.ts'
import type { Incident } from './incident.sql.ts'
import type { Reached } from './person.sql.ts'

/** One incident as its page shows it. */
export type IncidentShown = {
  readonly incident: Incident
  readonly reached: readonly Reached[]
  readonly nameOf: (id: string) => string
  readonly at: Date
  readonly csrf: string
  /** the data protection officer, who decides */
  readonly keeps: boolean
  readonly form: Form
  readonly refusal?: Refusal | undefined
}

/** How likely harm is, in words. */
export const riskWords = { unlikely: 'Harm is unlikely', risk: 'Harm is possible', high: 'High risk of harm' } as const
