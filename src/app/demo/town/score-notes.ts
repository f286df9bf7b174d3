/** What owners write beside a score, by the score. */
export const scoreNotes: Readonly<Record<number, readonly string[]>> = {
  1: [
    'It repeats the policy and does not say what we will do. Please ring the member and answer again.',
    'The question about the date is passed over, and the contact leads to the switchboard.',
  ],
  2: [
    'Clear, but it does not say who does it.',
    'A good start. The reason is missing: say why it takes so long.',
    'The second half is written for engineers. Short sentences would help.',
    'It answers two of the three questions. The excuse for the third one is too thin.',
  ],
  3: [
    '',
    '',
    'Clear and kind. A date would make it better still.',
    'Everything is there.',
    'Good. The first sentence could say the decision.',
  ],
  4: [
    'The decision first, the reason in plain words, and a name to ring. Just as it should be.',
    'Every question answered, each with a date. Thank you.',
    'Says sorry, says why, says what happens by when. Others can learn from this.',
  ],
}
