import { fittingTo } from './fitting.ts'
import type { Asked, FamilyTexts, Plot, TopicTexts } from './plot.ts'

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
    family: fittingTo(issue, family),
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
