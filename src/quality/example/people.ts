/** Titles by which people are called. */
const title = 'Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Rev|Reverend|Sir|Dame|Lady|Lord'
const word = "\\p{Lu}[\\p{L}'’-]+"

/** `Mrs Nguyen`, `Cllr Aoife Ní Mhurchú`: at most three words behind the title. */
const called = new RegExp(`\\b(?:${title})\\b\\.?[ \\u00a0]+${word}(?:[ \\u00a0]${word}){0,2}`, 'gu')

const street =
  'Street|Road|Lane|Avenue|Close|Drive|Way|Court|Place|Terrace|Crescent|Grove|Gardens|Row|Square|Walk|Hill|Rise|View|Mews|Green|Park|Yard|End'

/** `88 Wedge Street`, `Flat 3, 12 Mill Lane`: where somebody lives. A street without a number is a place like any other. */
const home = new RegExp(
  `\\b(?:(?:Flat|Unit|Room) \\d+[a-zA-Z]?,? )?\\d{1,4}[a-zA-Z]?[ \\u00a0]+(?:${word} ){1,3}(?:${street})\\b`,
  'gu',
)

/** The same text with people who are called by a title, and homes with a number, told as nobody and nowhere. */
export const withoutPeople = (text: string): string => text.replace(called, '[a name]').replace(home, '[an address]')
