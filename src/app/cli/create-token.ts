import { parseArgs } from 'node:util'
import { createApiToken, personByAddress } from '#people/door.ts'
import type { Config } from '#platform/config.ts'
import type { Say } from './say.ts'
import { asTheCouncil } from './with-database.ts'

export async function createToken(config: Config, args: readonly string[], say: Say): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      person: { type: 'string' },
      name: { type: 'string', default: 'Command line' },
      json: { type: 'boolean' },
    },
  })
  if (!values.person) throw new Error('Say whose token it is: --person EMAIL')
  const made = await asTheCouncil(config, async tx => {
    const person = await personByAddress(tx, values.person!)
    if (!person || person.disabled) throw new Error(`Nobody with the address ${values.person} may have a token`)
    return { person: person.email, token: await createApiToken(tx, person.id, values.name, new Date()) }
  })
  say(values.json ? JSON.stringify(made) : made.token)
}
