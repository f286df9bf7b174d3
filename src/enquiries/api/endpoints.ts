import type { Files } from '#platform/files.ts'
import type { Endpoint } from '#platform/http/endpoint.ts'
import type { House } from '../house.ts'
import { actEndpoints } from './act.ts'
import type { Starting } from '../work-list/bulk/begin-bulk.ts'
import { boardEndpoints } from './board.ts'
import { bulkEndpoints } from './bulk.ts'
import { listEndpoint } from './list.ts'
import { raiseEndpoint } from './raise.ts'
import { besideEndpoints } from './read-beside.ts'
import { readEndpoints } from './read.ts'
import { handOversEndpoint } from './hand-overs.ts'

export type ApiDeps = { readonly house: House; readonly files: Files } & Starting

/** The API of enquiries (contract, “API”). */
export const enquiryEndpoints = (deps: ApiDeps): Endpoint[] => [
  raiseEndpoint(deps),
  listEndpoint,
  ...readEndpoints(deps),
  ...besideEndpoints(deps),
  handOversEndpoint,
  ...actEndpoints(deps),
  ...bulkEndpoints(deps),
  ...boardEndpoints(deps),
]
