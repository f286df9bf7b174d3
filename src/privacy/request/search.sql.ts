import type { Tx } from '#platform/db/database.ts'
import type { Source } from '../disclosure/item.ts'

/** The next places of a source after an id, in the order of ids: read as the house, so that nothing is missed. */
export async function nextPlaces(
  tx: Tx,
  disclosureId: string,
  source: Source,
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`${places(tx, disclosureId, source, after)} order by 1 limit ${most}`
  return rows.map(it => it.id)
}

function places(tx: Tx, disclosureId: string, source: Source, after: string) {
  switch (source) {
    case 'enquiry':
      return tx`select id from enquiries.enquiry where id > ${after}`
    case 'message':
      return tx`select id from enquiries.message where id > ${after}`
    case 'attachment':
      return tx`select id from enquiries.attachment where id > ${after}`
    // what was filed is in its enquiry
    case 'mail':
      return tx`select id from mail.intake where id > ${after} and state in ('quarantined', 'discarded', 'automatic', 'answered')`
    case 'letter':
      return tx`select id from mail.outbox where id > ${after} and about_enquiry is not null`
    case 'person':
      return tx`select id from people.person where id > ${after}`
    case 'trail':
      return tx`
        select source_id as id from privacy.disclosed_item
        where disclosure_id = ${disclosureId} and source = 'person' and source_id > ${after}`
  }
}
