import { familyOf } from './family.ts'

export const democracy = familyOf(`
team: the elections team
voice: I want to vote. It ought to be easy.
askback polling-station: Was it at the last election or the one before? The places changed. => The last one, in May.
note polling-station: Asked the presiding officer for the log of the day.
next polling-station: I have written it into the plan for the next election.
detail polling-station electoral-register: {she} has voted at every election since 1974 and is upset about it.
detail: I am asking for all residents of {street}, not for any party.
detail: {resident} rang and was passed round {number} people.
detail: It would be good to have this settled well before the spring.
voice polling-station: I may be old-fashioned, but I like to vote in person.
voice electoral-register: The form asked for things I have not got.
next electoral-register: {resident} will have a letter of confirmation within five working days.
next: The team is on {phone} and can fill in the form with people over the telephone.
askback electoral-register: How is the name spelled on the card? It may be under another surname. => As on {her} passport, {name}. The card left out the second name.
askback electoral-register: Did the letter have a code at the top? It tells us which form it was. => {she} has thrown it away, I am afraid.
note electoral-register: Checked the register: two entries, one struck out in error in {month}.
note: Reply agreed with the returning officer.

## electoral-register
subject 1: Not on the register – {resident}
subject 2: Postal vote, {resident}
subject 3: Poll cards for {street}
issue: {resident} of {house} {street} has been taken off the register, although {she} has lived there for {years} years.
issue: {resident}'s postal vote came the day after the election.
issue: Poll cards for people who moved away years ago still come to {house} {street}.
own 1: I have been taken off the register although I have lived at {house} {street} for {years} years.
own 2: My postal vote came the day after the election. I was so disappointed.
ask 1: Is {resident} on the register now? => Yes, from the first of next month.
ask 2: Why did the pack come late? => It was printed late by two days. We have changed the date with the printer and post first class.
ask 3: Can the old names be taken off? => Yes. We have written to each, and they come off on {soon}.
answer 1: The entry was struck out when the flats were renumbered. It has been put back.
answer 2: The pack left the printer two days late. It should not have happened, and the contract now has an earlier date.
promise 1: confirm the entry in writing
promise 2: send the postal vote form, filled in but for the signature
answer 3: Names stay until we have written to the people, which had not been done here. It has been done now.
promise 3: take the old names off

## polling-station
subject 13: Polling station for {ward}
subject 2: Access to the polling station, {street}
subject 1: {school} as a polling place
issue: The polling station at {school} closes the school for the day, and parents ask for another place.
issue: {resident} could not get {her} wheelchair over the step of the polling station on {street}.
issue: Voters from {street} have to pass one polling station on the way to their own.
own 2: I could not get my wheelchair over the step of the polling station, and voted on a clipboard in the rain.
ask 1: Can another place be found? => We have looked at {landmark} and think it would do. It goes into the review.
ask 2: Will there be a ramp? => Yes, one has been bought, and an officer will check it the evening before.
ask: When is the next review of polling places? => It opens in {later}, and residents can write in.
answer 2: I am sorry that anybody had to vote outdoors. A ramp has been bought, and every station in the borough is being checked.
answer 1: We have looked at {landmark}, which has parking and no steps. It will be put forward in the review.
promise 2: check the access of every polling station in {ward}
promise: send you the papers of the review
answer 3: The line was drawn before the new homes were built. It will be looked at in the review.
`)

export const information = familyOf(`
team: the information team
discreet: yes
detail: I should like it by financial year, if that is how you hold it.
detail: Residents have asked me this more than once, and it would be good to have a figure to give them.
detail: I am content with what is already published, if you could point me to it.
detail: Please treat this as an ordinary member's enquiry, not as a formal request.
detail: It would help to have it before the end of the month.
voice: I read a figure in the paper and would like to know whether it is true.
voice: We pay for it, so we should be able to see it.
next: The figures will be on the open data pages this month, so that nobody has to ask again.
next: If you need it cut another way, please say; the table is quick to change.
askback: Do you want the calendar year or the financial year? => The financial year, please, and the one before to compare.
askback: Shall I leave out the schools, which keep their own accounts? => Yes, leave them out, but say that you have.
note: Asked finance for the extract. Counts under five to be suppressed.
note: Same question as in {month} from another member. Candidate for publishing.

## spending-figures
subject: Spending on {spend}
subject: Cost of {spend}
subject: Contract for {spend}
issue: I should be grateful for the figures on what the council has spent on {spend}.
issue: A resident asks what {spend} costs each year, and whether it has gone up.
issue: For a question at full council, I need to know the value of our contracts for {spend}.
ask: What was spent on {spend} in each of the last three years? => £412,600, £438,900 and £401,150, without VAT.
ask: How much of it went to local firms? => 37 in every hundred pounds, counting those with an address in the borough.
ask: When does the present contract end? => In March 2028, with a possible extra year.
ask: Is it over or under budget this year? => 2% under at the end of {month}.
answer: The figures are below, from the accounts of the last three financial years. Schools are left out, because they keep their own accounts.
answer: We hold this only from the year before last, when the system changed. What we have is below, with the source.
promise: publish the table on the open data pages
promise: send the figure for the current year

## service-figures
subject: Figures for {ward}: {counted}
subject: How many {counted}?
subject: {counted} by ward
issue: I should like to know how many {counted} there have been in {ward}, set beside the borough as a whole.
issue: For scrutiny, please could I have the number of {counted} in each of the last four quarters?
issue: A resident believes that {ward} has more {counted} than anywhere else. Is that so?
ask: How many {counted} were there in {ward} last year? => 214, out of 3,906 in the borough.
ask: How does that compare with the year before? => It is 8% fewer. The borough as a whole is 3% fewer.
ask: Which wards have the most and the fewest? => The full table is attached. I would not read much into small differences.
answer 12: The figures are in the table, by ward and by quarter. Numbers below five are not shown, so that nobody can be recognised.
answer 3: {ward} is seventh of the 20 wards. The number goes up and down from quarter to quarter, so I would not make too much of one of them.
promise: publish the figures by ward
promise: put the next figures on the website
`)
