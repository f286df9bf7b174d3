import type { Asked, FamilyTexts } from './plot.ts'

/** Words about one resident or their family stand only beside a matter of one resident. */
export function fittingTo(issue: string, family: FamilyTexts): FamilyTexts {
  if (issue.includes('{resident}')) return withAskBack(family, askBackAboutOne)
  const general = (text: string) => !/\{(she|her|obj)\}|\bfamily\b|\bconsent\b/.test(text)
  const fitting: FamilyTexts = {
    ...family,
    details: family.details.filter(general),
    nexts: family.nexts.filter(text => general(text) && !text.includes('{resident}')),
    askBacks: family.askBacks.filter(ask => general(ask.question + ask.answer)),
    shares: family.shares.filter(text => !text.includes('{resident}')),
  }
  return withAskBack(fitting, askBackAboutMany)
}

const withAskBack = (family: FamilyTexts, spare: Asked): FamilyTexts =>
  family.askBacks.length > 0 ? family : { ...family, askBacks: [spare] }

const askBackAboutOne: Asked = {
  question: 'May I ring {resident}, and on which number? It would be quicker than writing.',
  answer: 'Yes, {she} would be glad of a call. I will send you the number separately.',
}

const askBackAboutMany: Asked = {
  question: 'Is this for one resident, or for the ward in general? It decides how I answer.',
  answer: 'For the ward in general. Several people have asked me, and I should like to tell them all.',
}
