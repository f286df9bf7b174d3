/** What a member's own words ask for, where they say it clearly. */
export type Meaning = 'agree' | 'disagree' | 'withdraw' | 'chase' | 'asks-for-news'

/**
 * What somebody means by the first line of what they wrote, after a greeting: "Yes, this answers it", "No", "Withdraw",
 * "Chase", "Any news?". Only clear words count; whatever could be read in two ways is undefined, an ordinary message
 * that a person reads. `own` is what they wrote now, without what they quote.
 */
export function meaningOf(own: string): Meaning | undefined {
  const lines = linesOf(own)
  const first = lines[0] ?? ''
  const rest = lines.slice(1).join('\n')
  if (first.length === 0 || first.length > 120) return undefined
  if (saysNo.test(first)) return 'disagree'
  if (agrees.test(first) && !doubts.test(first) && !doubts.test(rest)) return 'agree'
  if (withdraws.test(first)) return doubts.test(first) ? undefined : 'withdraw'
  if (chases.test(first)) return 'chase'
  return asksForNews.test(first) ? 'asks-for-news' : undefined
}

/** A word in the subject of a message of its own: "Chase ME-2026-000123", "Withdraw ME-2026-000123". */
export function meaningOfSubject(subject: string): Meaning | undefined {
  const word = /^\s*(?:re:\s*)?(chase|withdraw)\b[\s:]*(?:\[?me-\d{4}-\d{1,9}\]?)?\s*[.!]?\s*$/i.exec(subject)?.[1]
  return word?.toLowerCase() as Meaning | undefined
}

/** What is written, line by line, from behind the greeting. */
function linesOf(own: string): string[] {
  const lines = own
    .slice(0, 4000)
    .split('\n')
    .map(line => line.replaceAll('’', "'").replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  return greeting.test(lines[0] ?? '') ? lines.slice(1) : lines
}

const greeting =
  /^(?:dear|hello|hi|hiya|good (?:morning|afternoon|evening)|morning|afternoon|evening)\b[^.?!]{0,40}[,.!]?$/i

const answersIt = String.raw`(?:this|that|it|your (?:answer|reply)|which)(?: has| all| fully| really| completely)* (?:answers?|answered|settles?|settled|resolves?|resolved) (?:it|this|everything|(?:all )?(?:of )?my (?:enquiry|questions?|points?)|the (?:enquiry|question|matter))(?: all)?`

const end = String.raw`(?:[,;.]? (?:thank you|thanks|many thanks|cheers)(?: (?:very much|so much|a lot|again|all|both|[a-z]+))?)?\s*[.!]*`

const agrees = new RegExp(
  String.raw`^(?:(?:yes|thank you|thanks|many thanks|great|perfect|brilliant|excellent|lovely)[,.!:;–-]*\s*){0,3}(?:${answersIt}|yes|agreed?|i agree|all answered|that's answered)${end}$`,
  'i',
)

const saysNo = new RegExp(
  String.raw`^(?:no\s*[.!]*$|(?:no[,.!:;–-]*\s*)?(?:sorry[,.]*\s*|i'm afraid[,]?\s*|unfortunately[,]?\s*)?(?:this|that|it|your (?:answer|reply)) (?:does not|doesn't|did not|didn't|has not|hasn't) (?:really |fully |quite |actually |yet )?(?:answer|answered|settle|settled|resolve|resolved)\b|no\s*[,.:;–-]+\s*(?:i need more|not (?:really|yet|answered)|it (?:doesn't|does not)))`,
  'i',
)

const withdraws =
  /^(?:please )?withdraw(?: (?:this|it|my enquiry|the enquiry|this enquiry)| \[?me-\d{4}-\d{1,9}\]?)?(?: please)?\s*[.!]*$|^(?:i|we)(?:'d| would)? (?:like to |want to |wish to )?withdraw (?:this|it|my enquiry|the enquiry|this enquiry)\b|^(?:i|we) no longer need an answer\b/i

const chases =
  /^(?:please )?(?:chase|chasing|chaser)(?: (?:this|it|please|this please|\[?me-\d{4}-\d{1,9}\]?))?\s*[.!]*$/i

const asksForNews =
  /^(?:(?:please )?(?:is there |are there |do you have |have you )?(?:any|an) (?:more )?(?:news|update|updates|progress|word|answer)\b[^.]{0,60}\?*|(?:just )?(?:i'm |i am )?chasing\b.{0,80}|(?:can|could|would) you (?:please )?chase\b.{0,60}|(?:i am |i'm |we are |we're )?still (?:waiting|no (?:answer|reply|news))\b.{0,80}|(?:where|how) (?:is|are) (?:this|it|my enquiry|we)\b.{0,60}\?|when (?:will|can) (?:i|we) (?:expect|have|get|hear)\b.{0,80}\?|what(?:'s| is) (?:happening|the (?:latest|position|status))\b.{0,60}\??)$/i

/** A word that takes back what was just agreed to, or asks on. */
const doubts =
  /\?|\b(?:but|however|although|except|unless|until|if|not|n't|never|still|only|partly|also|another|further|yet)\b|n't\b/i
