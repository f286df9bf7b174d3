import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutPeople } from './people.ts'

test('whoever is called by a title is told as nobody, and a numbered home as nowhere', () => {
  const said: Record<string, string> = {
    'Mrs Nguyen cannot bid online.': '[a name] cannot bid online.',
    'Dear Cllr Ní Mhurchú,\nThank you': 'Dear [a name],\nThank you',
    'Councillor Aoife Ní Mhurchú rang': '[a name] rang',
    'Ms. O’Brien-Smith and Dr El-Sayed': '[a name] and [a name]',
    'moved into 88 Wedge Street in June': 'moved into [an address] in June',
    'at Flat 3, 12a Old Mill Lane': 'at [an address]',
    'the lamp on Mill Lane': 'the lamp on Mill Lane',
    '12 working days, 3 bins': '12 working days, 3 bins',
    'a mr in small letters, Missing bins, Drains': 'a mr in small letters, Missing bins, Drains',
  }
  for (const [text, left] of Object.entries(said)) assert.equal(withoutPeople(text), left)
})
