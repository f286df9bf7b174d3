import { expecting } from './caller.ts'
import { note, timeEach, type Figure, type Results } from './figure.ts'
import { bareHttp } from './floors.ts'
import type { House } from './house.ts'
import { personOf, signedIn } from './people.ts'
import { countOfEnquiries, wordInAbout } from './search.sql.ts'

const figure = (name: string, atMost: number): Figure => ({
  name: `search, ${name}`,
  unit: 'ms',
  target: { atMost },
  floor: bareHttp.name,
})

/** The search page for a rare and for a common word, a misspelt one, and for a member among their own. */
export async function measureSearch(house: House, results: Results): Promise<void> {
  const all = await house.owner.begin(countOfEnquiries)
  const rare = await house.owner.begin(tx => wordInAbout(tx, Math.round(all / 1000)))
  const common = await house.owner.begin(tx => wordInAbout(tx, Math.round(all / 20)))
  await measure(house, results, 'demo.one-stop', 'a word in 0.1 %', 10, rare.word)
  await measure(house, results, 'demo.one-stop', 'a word in 5 %', 30, common.word)
  await measure(house, results, 'demo.responder', 'a word in 5 %, a responder', 30, common.word)
  await measure(house, results, 'demo.one-stop', 'two words', 30, `${common.word} ${rare.word}`)
  await measure(house, results, 'demo.one-stop', 'misspelt', 30, 'carraigeway')
  await measure(house, results, 'demo.member', 'a member, a word in 5 %', 30, common.word)
}

async function measure(
  house: House,
  results: Results,
  key: string,
  name: string,
  atMost: number,
  q: string,
): Promise<void> {
  const browser = await signedIn(house, await personOf(house, key))
  const path = `/enquiries/search?${new URLSearchParams({ q })}`
  const found = await timeEach(100, () => expecting(200, browser.get(path))).finally(() => browser.close())
  note(results, figure(name, atMost), found)
}
