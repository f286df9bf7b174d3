type Since = {
  readonly type: 'reported' | 'moved' | 'done'
  /** so many days after the meeting */
  readonly after: number
  readonly words: string
  /** of `moved`: the new date, so many working days later */
  readonly workingDays?: number
}

/** What a meeting agreed; `meeting` counts from the oldest of the year. */
type Agreed = {
  readonly meeting: number
  readonly what: string
  readonly who: string
  readonly workingDays: number
  readonly since: readonly Since[]
}

/** Invented. Meetings that a short history does not have are left out with what they agreed. */
export const agreedThings: readonly Agreed[] = [
  {
    meeting: 0,
    what: 'Publish the gritting routes before the first frost, so that members need not ask',
    who: 'Daniel Okoro',
    workingDays: 20,
    since: [
      { type: 'reported', after: 10, words: 'The map is drawn; the depot checks the estate roads.' },
      { type: 'done', after: 24, words: 'Published with a map by street; asked about twice since.' },
    ],
  },
  {
    meeting: 2,
    what: 'Agree with Tess Valley Homes who answers for shared drives and bin stores',
    who: 'Helen Castellan',
    workingDays: 25,
    since: [
      { type: 'moved', after: 30, words: 'Their new head of repairs starts next month.', workingDays: 30 },
      { type: 'done', after: 78, words: 'Signed schedule of 41 addresses, sent to every mailbox.' },
    ],
  },
  {
    meeting: 4,
    what: 'Put a second person on pothole inspections from Monday to Wednesday',
    who: 'Fiona Hartley',
    workingDays: 15,
    since: [{ type: 'done', after: 18, words: 'In place since the second week; usual wait down by a day and a half.' }],
  },
  {
    meeting: 6,
    what: 'Write one page on what a good answer about planning enforcement says',
    who: 'Sunita Rao',
    workingDays: 20,
    since: [{ type: 'done', after: 21, words: 'Agreed with the enforcement team and shown beside every answer.' }],
  },
  {
    meeting: 8,
    what: 'Clear every answer about drains that is more than twenty working days late',
    who: 'Fiona Hartley',
    workingDays: 15,
    since: [
      { type: 'reported', after: 12, words: 'Nine of fourteen are answered; the rest wait for the water company.' },
      { type: 'moved', after: 20, words: 'The water company answers in batches.', workingDays: 15 },
    ],
  },
  {
    meeting: 9,
    what: 'Tell members each month which resurfacing is next in their ward',
    who: 'Daniel Okoro',
    workingDays: 20,
    since: [{ type: 'reported', after: 15, words: 'The list is ready for five wards of fourteen.' }],
  },
  {
    meeting: 10,
    what: 'Look with member services at why a third of letters are recorded late',
    who: 'Marcia Bennett',
    workingDays: 40,
    since: [{ type: 'reported', after: 10, words: 'The post room opens mail for members on Tuesdays only.' }],
  },
  {
    meeting: 11,
    what: 'Bring a plan for cover over the winter holidays in the five busiest mailboxes',
    who: 'Helen Castellan',
    workingDays: 25,
    since: [],
  },
]

export const decidedThings = [
  'Late answers above twenty working days are read out in this meeting, one by one, until there are none.',
  'Mailbox owners may spend up to a day a week on answers alone in the month after a flood warning.',
  'What members ask three times is published.',
  'The target stays at ten working days for every mailbox; none is given a longer one this year.',
  'Answers about the transfer of homes go through one person until the summer.',
  'Quality is looked at beside timeliness: a quick answer that has to be asked for again is not quick.',
] as const

/** What owners say of late answers in their weekly word. */
export const whyLate = [
  'Waited for the contractor’s report; chased twice and promised for this week.',
  'The holder was away and the cover had the flood calls. Given to a colleague on Monday.',
  'Needed legal advice on who owns the land. It came on Friday.',
  'The site visit was put off because of the weather and is done now; the answer is drafted.',
  'Went to the wrong team first and lost four days there.',
  'The resident asked us to wait for their photographs.',
] as const
