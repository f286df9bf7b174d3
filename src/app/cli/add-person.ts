import { parseArgs } from 'node:util'
import { record } from '#audit/door.ts'
import type { Refusal } from '#kernel/result.ts'
import { createSignInLink, takeOn } from '#people/door.ts'
import type { Config } from '#platform/config.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

const options = {
  email: { type: 'string', default: '' },
  name: { type: 'string', default: '' },
  role: { type: 'string', default: '' },
  json: { type: 'boolean', default: false },
} as const

/** How long the link works that is printed: long enough to finish setting up, not to be found in a log next week. */
const minutes = 24 * 60

/**
 * Adds somebody, or gives roles to whoever has the address, and prints a link that signs them in once within a day.
 * Whoever runs commands here has the database in their hands anyway; the trail says what was done.
 */
export async function addPerson(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const now = new Date()
  const done = await asTheCouncil(config, async tx => {
    const taken = await takeOn(tx, { email: values.email, name: values.name, roles: values.role.split(',') })
    if (!taken.ok) throw new Error(wordsOf(taken.refusal))
    const { person, added } = taken.value
    const subject = { kind: 'person', id: person.id }
    const act = added ? 'people.added' : 'people.changed'
    await record(tx, { at: now, actor: null, act, subject, details: { roles: person.roles } })
    const link = config.publicUrl + (await createSignInLink(tx, person.id, { now, minutes }))
    return { person: person.email, name: person.name, roles: person.roles, added, link }
  })
  say(
    values.json
      ? JSON.stringify(done)
      : `${done.name} ${done.added ? 'is added' : 'was here already'}, with the roles ${done.roles.join(', ')}.`,
  )
  if (!values.json) say(`This link signs them in once, within a day: ${done.link}`)
}

const optionOf: Record<string, string> = { email: '--email', name: '--name', roles: '--role' }

const wordsOf = (refusal: Refusal): string =>
  [refusal, ...(refusal.also ?? [])]
    .map(it => `${optionOf[it.field ?? ''] ?? ''} ${it.words}`.trim().replace(/^(--\w+) /, '$1: '))
    .join('\n')
