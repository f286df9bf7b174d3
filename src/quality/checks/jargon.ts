import type { Jargon } from '../standard.ts'

/** Those of the council's words to avoid that a text holds, each once, as the list spells them. Letters of any case. */
export function jargonIn(text: string, list: readonly Jargon[]): Jargon[] {
  const words = ` ${plain(text)} `
  return list.filter(({ say }) => words.includes(` ${plain(say)} `))
}

/** Only the words, so that a comma or the end of a line between them does not hide a phrase. */
const plain = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu) ?? []).join(' ').replaceAll('’', "'")
