import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'

const keptFor = 30_000

/** Tells whether mail to a domain (lower case) is ours, by the settings; a change of them is noticed within half a minute. */
export function openDomains(db: Database): (domain: string) => Promise<boolean> {
  let known: { domains: ReadonlySet<string>; until: number } | undefined
  return async domain => {
    if (!known || known.until < performance.now()) {
      known = { domains: await inTransaction(db, 'system', readDomains), until: performance.now() + keptFor }
    }
    return known.domains.has(domain)
  }
}

async function readDomains(tx: Tx): Promise<ReadonlySet<string>> {
  const domains = [await setting(tx, 'council.domain'), await setting(tx, 'mail.reply-domain')]
  const addresses = [
    await setting(tx, 'mail.one-stop'),
    await setting(tx, 'mail.record'),
    await setting(tx, 'mail.help'),
  ]
  return new Set([...domains, ...addresses.map(it => it.slice(it.lastIndexOf('@') + 1))].map(it => it.toLowerCase()))
}
