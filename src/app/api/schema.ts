import { z } from 'zod'

export type Schema = Readonly<Record<string, unknown>> & {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** What a request must look like, from the very shape it is parsed with. */
export const schemaOfRequest = (shape: z.ZodType): Schema => described(schemaOf(shape, 'input'))

/** What an answer looks like. */
export const schemaOfAnswer = (shape: z.ZodType): Schema => schemaOf(shape, 'output')

function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, target: 'draft-2020-12', unrepresentable: 'any' })
  return schema as Schema
}

/** What a field means wherever it stands, unless its shape says more. */
const fieldWords: Readonly<Record<string, string>> = {
  text: 'What is said, as people wrote it',
  why: 'The reason; it is kept with what happened',
  subject: 'What it is about, in a line',
  kind: 'Left out: the kind of the topic',
  channel: 'How it came',
  direct: 'It came past One Stop',
  receivedOn: 'The first day it reached the council, when that was before today: 2026-06-01',
  sensitive: 'What makes it a matter for a proper officer; then only that mailbox’s people see it',
  constituent: 'Whom the member asks for',
  nextUpdateOn: 'When the member will hear again: 2026-06-01',
  answers: 'What is said to each numbered question of the round: an answer, or why there is none',
  promises: 'What will happen, who does it and by when',
  outcome: 'How it ended',
  promise: 'The id of the promise',
}

function described(schema: Schema): Schema {
  if (!schema.properties) return schema
  const properties = Object.entries(schema.properties).map(([name, it]) => [
    name,
    it.description || !fieldWords[name] ? it : { ...it, description: fieldWords[name] },
  ])
  return { ...schema, properties: Object.fromEntries(properties) }
}
