import { parseReference } from '#kernel/reference.ts'
import { personNames } from '#people/door.ts'
import { missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { isId } from '../filter.ts'
import { habitsOf, lookersAt, seenBy } from './about.sql.ts'
import { enquiryPage, personPage } from './pages.ts'

const may = 'audit.read'

export const aboutRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit/people/:id', may, handle: aboutPerson },
  { method: 'GET', path: '/audit/enquiries/:reference', may, handle: aboutEnquiry },
]

async function aboutPerson({ params, transact }: Asked): Promise<Answer> {
  const { id = '' } = params
  if (!isId(id)) return missing
  return transact(async tx => {
    const [names, habits, seen] = await Promise.all([personNames(tx, [id]), habitsOf(tx, id), seenBy(tx, id)])
    const name = names.get(id)
    return name === undefined ? missing : page(personPage({ id, name }, habits, seen))
  })
}

/** By its number alone: whoever reads the trail need not be able to see the enquiry, nor learns whether there is one. */
async function aboutEnquiry({ params, transact }: Asked): Promise<Answer> {
  const reference = parseReference((params.reference ?? '').toUpperCase())
  if (!reference) return missing
  return transact(async tx => {
    const lookers = await lookersAt(tx, reference)
    const names = await personNames(
      tx,
      lookers.flatMap(it => it.person ?? []),
    )
    return page(enquiryPage(reference, lookers, names))
  })
}
