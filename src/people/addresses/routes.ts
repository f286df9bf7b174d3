import type { Refusal } from '#kernel/result.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { PeopleDeps } from '../deps.ts'
import { deleteAddressesExcept, readAddresses, readPersons } from '../person.sql.ts'
import type { Person } from '../person.ts'
import { wayChanged } from '../security/changed.ts'
import { onProof } from '../security/proof.ts'
import { readClaims } from './address-proof.sql.ts'
import { addressesPage, confirmPage, noLinkPage } from './pages.ts'
import { addressOfLink, claimAddress, proveAddress } from './prove.ts'

const here = '/people/me/addresses'

/** The addresses somebody writes from. Adding one asks again who is here: mail from it will act in their name. */
export function addressRoutes(deps: PeopleDeps): Route[] {
  const may = 'people.profile'
  return [
    { method: 'GET', path: here, may, handle: asked => show(asked) },
    { method: 'POST', path: here, may, handle: onProof(here, asked => add(asked, deps)) },
    { method: 'POST', path: `${here}/remove`, may, handle: asked => remove(asked, deps) },
    { method: 'GET', path: `${here}/confirm/:secret`, may, handle: asked => ask(asked) },
    { method: 'POST', path: `${here}/confirm/:secret`, may, handle: asked => confirm(asked, deps) },
  ]
}

/** The viewer's id: every route here is for somebody signed in. */
const me = (asked: Asked): string => asked.viewer.person ?? ''
const bySystem = <T>(asked: Asked, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(asked.db, 'system', work)

async function show(asked: Asked, refusal?: Refusal): Promise<Answer> {
  const addresses = await asked.transact(async tx => {
    const [person, further, claims] = await Promise.all([
      myself(tx, asked),
      readAddresses(tx, me(asked)),
      readClaims(tx, me(asked), asked.now.at),
    ])
    return { first: person.email, further, claimed: claims.filter(it => !further.includes(it)) }
  })
  const shown = addressesPage(addresses, asked, refusal)
  return refusal ? pageAgain(shown) : page(shown)
}

async function myself(tx: Tx, asked: Asked): Promise<Person> {
  const [person] = await readPersons(tx, [me(asked)])
  if (!person) throw new Error('somebody is signed in who is nobody')
  return person
}

async function add(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const at = { at: asked.now.at, publicUrl: asked.publicUrl }
  const claimed = await bySystem(asked, async tx => {
    const done = await claimAddress(tx, await myself(tx, asked), asked.form.text('address'), at)
    if (done.ok && done.value) await deps.sendAddressProof(tx, done.value)
    return done
  })
  return claimed.ok
    ? redirect(here, 'We sent an email there, unless somebody else uses that address. Open its link to confirm it')
    : show(asked, claimed.refusal)
}

async function remove(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const address = asked.form.text('address').toLowerCase()
  const removed = await bySystem(asked, async tx => {
    const further = await readAddresses(tx, me(asked))
    const kept = further.filter(it => it.toLowerCase() !== address)
    if (kept.length === further.length) return false
    await deleteAddressesExcept(tx, me(asked), kept)
    await wayChanged(tx, asked, deps, {
      person: me(asked),
      act: 'people.address-removed',
      what: `Email from ${address} does not count as yours any more.`,
    })
    return true
  })
  return redirect(here, removed ? 'The address is removed' : 'That address was removed already')
}

async function ask(asked: Asked): Promise<Answer> {
  const address = await asked.transact(tx => addressOfLink(tx, asked.params.secret ?? '', me(asked), asked.now.at))
  return page(address ? confirmPage(address, asked) : noLinkPage())
}

async function confirm(asked: Asked, deps: PeopleDeps): Promise<Answer> {
  const proven = await bySystem(asked, async tx => {
    const address = await proveAddress(tx, asked.params.secret ?? '', me(asked), asked.now.at)
    if (address)
      await wayChanged(tx, asked, deps, {
        person: me(asked),
        act: 'people.address-added',
        what: `Email from ${address} now counts as yours.`,
      })
    return address
  })
  return proven ? redirect(here, `Email from ${proven} now counts as yours`) : page(noLinkPage())
}
