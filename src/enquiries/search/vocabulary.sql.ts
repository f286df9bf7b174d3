import { emptyWords, wordsIn } from '#kernel/words.ts'
import type { Tx } from '#platform/db/database.ts'

/** From how many of the newest enquiries spelling is learned, and how often a word must have been written. */
const mostEnquiries = 20_000
const leastOften = 2
const atOnce = 1000

/**
 * Learns anew how words are spelt: from the subjects and first messages of the newest enquiries that are open to more
 * than a few, and from the names of wards. What was erased is forgotten with it. Returns how many words.
 */
export async function keepVocabulary(tx: Tx): Promise<number> {
  const counts = new Map<string, number>()
  const texts = tx<{ text: string }[]>`
    select e.subject || ' ' || coalesce(d.name, '') || ' ' || m.words as text
    from (
      select id, subject, ward_id from enquiries.enquiry where not restricted order by created_at desc, id desc limit ${mostEnquiries}
    ) e
    join enquiries.message m on m.enquiry_id = e.id and m.kind = 'enquiry'
    left join people.ward d on d.id = e.ward_id
  `
  for await (const some of texts.cursor(atOnce)) {
    for (const { text } of some)
      for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, n]) => n >= leastOften)
  await tx`delete from enquiries.vocabulary`
  await tx`
    insert into enquiries.vocabulary (word, enquiries)
    select * from unnest(${kept.map(([word]) => word)}::text[], ${kept.map(([, n]) => n)}::int[])
  `
  return kept.length
}

function* wordsOf(text: string): Generator<string> {
  for (const { plain } of wordsIn(text))
    if (plain.length >= 4 && !/\d/.test(plain) && !emptyWords.has(plain)) yield plain
}

/** Whether spelling was ever learned. */
export async function hasVocabulary(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ has: boolean }[]>`select exists (select from enquiries.vocabulary) as has`
  return row!.has
}

/** Forgets how words are spelt that hardly anything but this enquiry taught; what others taught as well stays. */
export async function forgetSpelling(tx: Tx, enquiryId: string): Promise<void> {
  const texts = await tx<{ text: string }[]>`
    select e.subject || ' ' || m.words as text
    from enquiries.enquiry e join enquiries.message m on m.enquiry_id = e.id and m.kind = 'enquiry'
    where e.id = ${enquiryId}
  `
  const words = [...new Set(texts.flatMap(({ text }) => [...wordsOf(text)]))]
  await tx`delete from enquiries.vocabulary where word = any (${words}::text[]) and enquiries <= ${leastOften}`
}
