import { familyOf } from './family.ts'

export const learning = familyOf(`
team: the schools team
askback: Could you tell me the year group? => Year 5.
note school-transport needs-assessment special-needs-transport: Left a message for the case officer.
next needs-assessment school-transport special-needs-transport: The school has been told the same, so that everybody has one story.
detail needs-assessment special-needs-transport: {resident} is at the end of {her} tether, and so, I think, is the school.
share: This concerns one child, so please share it only with {resident}.
share: You may pass this on to {resident}, with our good wishes.
detail primary-place school-transport: {resident} is a single parent and cannot be at two school gates at once.
detail primary-place secondary-place: The school has told the family that it would gladly have the child.
detail: I have {her} consent to ask, and attach the letter.
detail primary-place secondary-place school-transport: The family moved into {ward} in {month}, which seems to be where it went wrong.
detail primary-place secondary-place: I realise that you cannot conjure up places.
voice primary-place secondary-place: She cries every morning because all her friends have gone to the other school.
voice primary-place secondary-place: I filled in the form on the last evening and thought that was all right.
voice: It is hard not to feel that we are a number.
voice: We only want what is best for him, and not to have to fight for it.
next: {resident} will have a letter this week and can ring me on {phone} before then.
next primary-place secondary-place: The list is drawn again each Friday and the family may ask for its place at any time.
askback: Could I have the child's date of birth and the address on the form? By telephone, please, not by email. => I have rung it through to your colleague this afternoon.
askback primary-place secondary-place: Has the family put in an appeal yet? The last day is near. => Not yet. I have told them the date, and they are doing it tonight.
note: Spoke to the school this morning. They see it as the family does.
note primary-place: Distance measured again: 0.42 miles. Was entered as 1.42.
note primary-place secondary-place: School confirms one leaver at the end of term. Place to be offered from the list.

## primary-place
subject: Primary school place – {primary}
subject 1: Reception place for {resident}'s child
subject 2: Siblings at different schools
issue: {resident} of {street} has been given a place for {her} daughter two miles away, though {primary} is at the end of the road.
issue: {resident}'s twins have been offered places at different schools.
issue: {resident}'s child has been without a school since the family moved in {month}.
own 1: My daughter has been given a place two miles away, though {primary} is at the end of our road.
own 2: My twins have been offered places at different schools. I cannot be in two places at once!
ask 1: How was the distance measured? => To the nearest gate, on foot. It has been measured again and was wrong.
ask 12: By when would they have to appeal? => By {soon}, though I hope that it will not be needed.
answer 1: The address had been matched to the wrong end of the street. With the right distance the child would have had a place, so a place is being offered.
settled 2: Places were decided as the published rules say, and I am sorry that it does not help the family. They are second on the list and may appeal.
promise 123: write to {resident} with the offer
ask 3: Which school has room now? => {primary}, from Monday.
answer 2: Twins may go one over the number so that they can be together. Both now have a place at {primary}.
answer 3: Our letter went to the family's old address. A place at {primary} is being offered.

## secondary-place
subject 1: Year 7 place – {resident}
subject 2: Secondary school appeal
subject 1: Waiting list for Woodrush High
issue: {resident}'s son has not been given any of the {number} schools on the form.
issue: {resident} appealed in {month} and has no date for the hearing.
issue: Children of {ward} are going past one secondary school to get to another.
own 1: My son has not been given any of the {number} schools on our form.
own 2: I appealed in {month} and have no date for the hearing.
ask 2: When is the hearing? => In the week beginning {week}. The papers go out ten school days before.
ask 1: Why was no school on the form offered? => Each was filled by children who live nearer. The furthest place went at 1.3 miles.
ask 3: What is planned for {ward}? => A further class is proposed from next year. The decision is due in {later}.
answer 1: The three schools filled within shorter distances. A place at Compass Academy is held for him, and he stays on the other lists.
answer 2: The hearing could not be fixed because the panel was a member short. It has now been fixed.
promise 2: send the appeal papers
promise 3: publish the figures for {ward} by school
subject 3: Secondary places in {ward}
answer 3: Two schools go by distance and one by its own rules, which is how children come to pass each other. A further class near {ward} is proposed.
promise 1: ring {resident} with the place on each list

## school-transport
subject: School bus from {ward}
subject 1: School transport refused
subject 3: Bus pass not arrived
issue: {resident}'s child has been refused transport because the walk is said to be safe. It has no pavement.
issue: The school bus from {street} is so full that children are left at the stop.
issue: {resident}'s daughter was to have a bus pass in {month}, and the family are paying fares.
own 1: My son has been refused transport because the walk is said to be safe. It has no pavement.
own 3: My daughter was to have a bus pass in {month} and we are paying fares every day.
ask 1: Will somebody walk the route? => Yes, with the family if they wish, on {soon}.
ask 2: Can a larger bus be put on? => Yes, from {soon}.
ask 3: Will the fares be paid back? => Yes, with the receipts or, failing that, on the family's word.
answer 3: The pass was printed with the wrong name and sent back. A new one is on its way and the fares will be paid back.
answer 2: We counted on three mornings: 61 children for 53 seats. A double-decker will run.
promise 1: walk the route again and decide
promise 2: put a larger bus on the route
answer 1: The walk was judged from a map. It should have been walked, and it will be.
promise 3: send the bus pass and pay back the fares

## needs-assessment
subject 1: EHC plan – delay, {resident}
subject: Education, health and care assessment
subject 2: Annual review overdue
issue: {resident} asked for an assessment for {her} son in {month}, and the 20 weeks have passed.
issue: The help in the plan for {resident}'s daughter at {school} is not being given.
issue: {resident} has had {number} case officers since {month} and has to start again with each.
own 1: I asked for an assessment for my son in {month} and the 20 weeks have passed.
own 3: We have had {number} case officers since {month} and have to start again with each.
ask 1: What is the plan waiting for? => For the psychologist's advice, which came on {visited}.
ask 1: When will the draft be sent? => By {soon}.
ask: Who is the case officer now? => {officer}, who will stay with the family until the plan is final.
answer 1: We are past the 20 weeks and I am sorry. The last advice came on {visited}, and the draft is being written.
answer 2: We met the school on {visited}. The help in the plan will be given by a new assistant, and we check after half a term.
promise 1: send the draft plan to the family
promise 2: hold the annual review
answer 3: Three people left within months. I will stay with this family until the plan is final, and I have read the whole file.
promise 3: ring the family with an update

## special-needs-transport
subject: SEN transport, {resident}
subject 1: School taxi late every day
subject 2: New escort – {school}
issue: {resident}'s son's taxi is late most days, and he finds change very hard.
issue: The passenger assistant was changed without warning, and {resident}'s daughter will not get in.
issue: {resident} was told in {month} that the route would be merged with another.
own 1: My son's taxi is late most days, and he finds change very hard.
own 2: The escort was changed without warning and my daughter will not get into the taxi.
ask 2: Will the old assistant come back? => Yes, from {soon}.
ask 1: What happens when the taxi is late? => The firm loses the fare for the day. It has been late {number} times.
ask 3: Will families be asked before routes change? => Yes, with two weeks' notice and a meeting with the new crew.
answer 2: The firm should have told the family two weeks before any change. The former assistant is coming back.
answer 1: The route takes in one child too many to be on time. It will be split into two.
promise 1: split the route in two
promise 3: introduce the new crew to the families
promise 2: have the former assistant back on the route
answer 3: The routes will not be merged this term. If they are to be merged later, families will be asked first.
promise 3: write to every family on the two routes
`)
