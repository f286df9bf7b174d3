import { expecting, type Caller } from './caller.ts'
import { note, rateOf, timeEach, type Figure, type Results } from './figure.ts'
import { durableInsert, durableInserts } from './floors.ts'
import type { House } from './house.ts'
import { apiCaller, personOf } from './people.ts'

const one: Figure = { name: 'create by API', unit: 'ms', target: { atMost: 5 }, floor: durableInsert.name }
const many: Figure = {
  name: 'create by API, 8 clients',
  unit: '/s',
  target: { atLeast: 400 },
  floor: durableInserts.name,
}

/** Enquiries raised through the API: by one client after the other, and by eight at once. */
export async function measureCreate(house: House, results: Results): Promise<void> {
  const member = await personOf(house, 'demo.member')
  const callers = await Promise.all(Array.from({ length: 8 }, () => apiCaller(house, member)))
  try {
    note(results, one, await timeEach(300, i => create(callers[0]!, member.email, i)))
    await rateOf(8, 200, (i, caller) => create(callers[caller]!, member.email, i))
    note(results, many, await rateOf(8, 2000, (i, caller) => create(callers[caller]!, member.email, i)))
  } finally {
    for (const it of callers) it.close()
  }
}

const create = (caller: Caller, member: string, i: number) =>
  expecting(
    201,
    caller.post(
      '/api/v1/enquiries',
      JSON.stringify({ member, mailbox: 'streets', subject: `Grit bin ${i} is empty`, text }),
      {},
    ),
  )

const text =
  'Residents tell me that the grit bin at the corner has stood empty since the last frost.\n\n1. When will it be filled?\n2. Who do residents ring when it is empty again?'
