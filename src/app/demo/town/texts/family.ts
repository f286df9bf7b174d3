/** A question and what is said to it. */
export type Asked = { readonly question: string; readonly answer: string }

/** One matter people write about, with all that fits it. Texts hold `{slots}` and `[either|or]` (see phrases.ts). */
export type Plot = {
  readonly subjects: readonly string[]
  /** what is wrong, as the member tells it */
  readonly issue: string
  /** the same in the resident's own words; empty where no resident would write */
  readonly own: readonly string[]
  readonly asks: readonly Asked[]
  /** the decision and its reason, to stand beside the answers to what was asked and a promise */
  readonly answers: readonly string[]
  /** answers that say all there is to say and promise nothing */
  readonly settled: readonly string[]
  /** what somebody will do, to follow `We will` */
  readonly promises: readonly string[]
}

export type TopicTexts = { readonly topic: string; readonly family: FamilyTexts; readonly plots: readonly Plot[] }

/** What can be said about a topic because of the family it belongs to. */
export type FamilyTexts = {
  /** who does the work: `the highways inspectors` */
  readonly team: string
  readonly details: readonly string[]
  readonly voices: readonly string[]
  /** what happens next */
  readonly nexts: readonly string[]
  /** what an officer asks the member, and what the member replies */
  readonly askBacks: readonly Asked[]
  readonly notes: readonly string[]
  /** with whom the answer may be shared, where that is not everybody */
  readonly shares: readonly string[]
  /** no resident's email is ever forwarded about these */
  readonly discreet: boolean
}

type Line = { readonly word: string; readonly fits: readonly string[]; readonly text: string }

/**
 * Reads one family. A line is a word, perhaps what it fits, a colon and a text; ` => ` parts a question from its answer.
 * `## topic` begins a topic, whose lines fit the issues they number, or all. Lines before the first topic belong to the
 * family and fit the topics they name, or all.
 */
export function familyOf(text: string): TopicTexts[] {
  const [shared = '', ...sections] = text.trim().split(/^## /m)
  return sections.map(section => topicTextsIn(section, linesIn(shared)))
}

function sharedIn(lines: readonly Line[]): FamilyTexts {
  return {
    team: textsOf(lines, 'team')[0] ?? 'the team',
    details: textsOf(lines, 'detail'),
    voices: textsOf(lines, 'voice'),
    nexts: textsOf(lines, 'next'),
    askBacks: textsOf(lines, 'askback').map(askedIn),
    notes: textsOf(lines, 'note'),
    shares: textsOf(lines, 'share'),
    discreet: textsOf(lines, 'discreet').length > 0,
  }
}

function topicTextsIn(section: string, shared: readonly Line[]): TopicTexts {
  const topic = section.slice(0, section.indexOf('\n')).trim()
  const family = sharedIn(shared.filter(line => line.fits.length === 0 || line.fits.includes(topic)))
  const lines = linesIn(section)
  const plots = textsOf(lines, 'issue').map((issue, at) => plotOf(issue, lines, String(at + 1), family))
  return { topic, family, plots }
}

function plotOf(issue: string, lines: readonly Line[], number: string, family: FamilyTexts): Plot {
  const fitting = lines.filter(line => line.fits.length === 0 || line.fits.some(fits => fits.includes(number)))
  const told = lines.some(line => line.word === 'own') ? textsOf(fitting, 'own') : [issue]
  return {
    subjects: textsOf(fitting, 'subject'),
    issue,
    own: family.discreet ? [] : told,
    asks: textsOf(fitting, 'ask').map(askedIn),
    answers: textsOf(fitting, 'answer'),
    settled: textsOf(fitting, 'settled'),
    promises: textsOf(fitting, 'promise'),
  }
}

const textsOf = (lines: readonly Line[], word: string): string[] =>
  lines.filter(line => line.word === word).map(line => line.text)

function linesIn(section: string): Line[] {
  return section.split('\n').flatMap(line => {
    const [, word = '', fits = '', text = ''] = /^(\w+)((?: [\w-]+)*): (.*)$/.exec(line) ?? []
    return word ? [{ word, fits: fits.split(' ').filter(Boolean), text: text.trim() }] : []
  })
}

function askedIn(text: string): Asked {
  const [question, answer] = text.split(' => ')
  if (!question || !answer) throw new Error(`A question without its answer: ${text}`)
  return { question, answer }
}
