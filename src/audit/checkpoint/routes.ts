import { file, missing, page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { fileNameOf, fileOf } from './checkpoint.ts'
import { checkpointById, checkpointsBelow } from './checkpoint.sql.ts'
import { checkpointsPage } from './page.ts'

const may = 'audit.read'

export const checkpointRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit/checkpoints', may, handle: list },
  { method: 'GET', path: '/audit/checkpoints/:id', may, handle: take },
]

const pageLength = 50

async function list({ query, transact }: Asked): Promise<Answer> {
  const found = await transact(tx => checkpointsBelow(tx, idIn(query.below), pageLength + 1))
  const shown = found.slice(0, pageLength)
  return page(checkpointsPage(shown, found[pageLength] && shown.at(-1)!.id))
}

/** A checkpoint names nobody and no enquiry: taking it is no export. */
async function take({ params, transact }: Asked): Promise<Answer> {
  const id = idIn(params.id)
  const found = id === undefined ? undefined : await transact(tx => checkpointById(tx, id))
  if (!found) return missing
  return file({ body: fileOf(found), type: 'application/json', saveAs: fileNameOf(found) })
}

const idIn = (text = ''): number | undefined => (/^\d{1,15}$/.test(text) ? Number(text) : undefined)
