/** What officers have made for themselves: replies kept by mailboxes, and lists with a name. */
export const cannedReplies: Readonly<Record<string, readonly { readonly name: string; readonly words: string }[]>> = {
  streets: [
    {
      name: 'Inspection booked',
      words:
        'Dear {member},\n\nThank you for telling us. An inspector will look at it within five working days, and I shall write to you on the day after with what was found and what happens next.\n\nUntil then you can reach me on {mailbox phone}; please say {reference}.\n\n{holder}\n{mailbox}',
    },
    {
      name: 'Below our repair standard',
      words:
        'Dear {member},\n\nThe place you wrote about has been measured. It is less than 40 mm deep, which is the depth at which we repair, so nothing will be done now. It stays on the list and is looked at again within three months.\n\n{holder}\n{mailbox}, {mailbox phone}',
    },
    {
      name: 'Not our road',
      words:
        'Dear {member},\n\nThis road is looked after by National Highways and not by the council. I have passed your words on today, and asked them to write to you and to let me have a copy.\n\n{holder}\n{mailbox}',
    },
  ],
  waste: [
    {
      name: 'Missed bin, crew coming back',
      words:
        'Dear {member},\n\nI am sorry that the bin was missed. The crew will come back for it by the end of the next working day. Please ask the resident to leave it out.\n\n{holder}\n{mailbox}, {mailbox phone}',
    },
    {
      name: 'New bin ordered',
      words:
        'Dear {member},\n\nA new bin has been ordered and comes within ten working days. Bags beside the old one will be taken until then.\n\n{holder}\n{mailbox}',
    },
  ],
  'housing-advice': [
    {
      name: 'We need the resident’s consent',
      words:
        'Dear {member},\n\nI want to help, and may only speak about somebody’s home with their consent. Please ask the resident to reply to this, or to ring {mailbox phone} and say {reference}.\n\n{holder}\n{mailbox}',
    },
    {
      name: 'How places on the register are worked out',
      words:
        'Dear {member},\n\nHomes are offered by band first and by waiting time within a band. The resident can see their own place at any time by signing in, or by ringing {mailbox phone}.\n\n{holder}\n{mailbox}',
    },
  ],
}

/** `mailbox`: shared with its people; left out: the person's own. */
export const savedViews: readonly {
  readonly by: string
  readonly name: string
  readonly address: string
  readonly mailbox?: string
}[] = [
  { by: 'demo.owner', name: 'Streets, late', address: 'view=overdue&mailbox=streets', mailbox: 'streets' },
  { by: 'demo.owner', name: 'Potholes this winter', address: 'view=all&topic=pothole', mailbox: 'streets' },
  { by: 'demo.responder', name: 'My complaints', address: 'view=mine&kind=complaint' },
  { by: 'demo.one-stop', name: 'Complaints, all open', address: 'view=all&kind=complaint' },
  { by: 'demo.one-stop', name: 'Came by letter', address: 'view=all&channel=letter' },
  { by: 'demo.other-responder', name: 'Waiting on members', address: 'view=waiting&mailbox=housing-advice' },
]
