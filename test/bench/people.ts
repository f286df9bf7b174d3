import { createApiToken, createSignInLink, personByAddress } from '#people/door.ts'
import { inTransaction } from '#platform/db/database.ts'
import { expecting, openCaller, type Caller } from './caller.ts'
import type { House } from './house.ts'

export type Person = { readonly id: string; readonly email: string }

export async function personOf({ db }: House, key: string): Promise<Person> {
  const email = `${key}@tessbridge.example`
  const person = await inTransaction(db, 'system', tx => personByAddress(tx, email))
  if (!person) throw new Error(`The demonstration has nobody with the address ${email}`)
  return { id: person.id, email }
}

/** A browser in which this person signed in: their link opened and its button pressed. */
export async function signedIn(house: House, { id }: Person): Promise<Caller> {
  const path = await inTransaction(house.db, 'system', tx => createSignInLink(tx, id, { now: new Date(), minutes: 15 }))
  const visitor = openCaller(house.url)
  const shown = await expecting(200, visitor.get(path))
  const visit = cookiesIn(shown.headers['set-cookie'])
  const csrf = /name="_csrf"[^>]*value="([^"]+)"/.exec(shown.bytes.toString())?.[1]
  if (!csrf) throw new Error('The sign-in page has no form token')
  const pressed = await expecting(
    303,
    visitor.post(path, new URLSearchParams({ _csrf: csrf }).toString(), {
      cookie: visit,
      'content-type': 'application/x-www-form-urlencoded',
    }),
  )
  visitor.close()
  return openCaller(house.url, {
    cookie: `${visit}; ${cookiesIn(pressed.headers['set-cookie'])}`,
    'accept-encoding': 'gzip, br',
  })
}

const cookiesIn = (set: readonly string[] | undefined): string => (set ?? []).map(it => it.split(';')[0]).join('; ')

/** Another system that calls the API for this person. */
export async function apiCaller(house: House, { id }: Person): Promise<Caller> {
  const token = await inTransaction(house.db, id, tx => createApiToken(tx, id, 'Bench', new Date()))
  return openCaller(house.url, { authorization: `Bearer ${token}`, 'content-type': 'application/json' })
}
