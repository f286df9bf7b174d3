import { familyOf } from './family.ts'

export const parking = familyOf(`
team: the parking team
askback residents-permit blue-badge disabled-bay penalty-charge: Do we have consent to discuss this with you? => Yes, it is attached. {she} signed it on {weekday}.
askback parking-problem yellow-lines disabled-bay: Could you send a photograph that shows the kerb and any sign? => Two attached, taken this morning.
note residents-permit penalty-charge blue-badge disabled-bay: Rang {resident} and said sorry for the wait. A very nice conversation.
next: I have asked for a note to be put on the file, so that nobody has to tell the story again.
note: Papers found and scanned to the file. Decision today.
voice: I was told to wait, so I waited, and here we are.
detail residents-permit penalty-charge blue-badge: I have seen the letters and can send copies.
detail residents-permit penalty-charge blue-badge disabled-bay: {resident} has rung {number} times and given up in the queue.
detail parking-problem yellow-lines: It is worst on {weekday} evenings, when there is a match or an event at {landmark}.
detail parking-problem yellow-lines disabled-bay: {resident} has had to park as far away as {street2} with a small baby.
detail parking-problem yellow-lines: I have seen it for myself on the way home from meetings.
detail parking-problem yellow-lines: The neighbours have been patient, but tempers are getting short.
detail parking-problem yellow-lines: A fire engine could not get through in {month}.
voice parking-problem: All I want is to be able to get out of my own drive.
voice residents-permit blue-badge disabled-bay penalty-charge: I tried the website, and it logged me out {number} times.
voice: I understand there are rules, but somebody must be able to use common sense.
next residents-permit blue-badge disabled-bay penalty-charge: {resident} can ring the parking office direct on {phone} between nine and five.
next parking-problem yellow-lines: The patrol log for the street will be looked at again in four weeks.
askback residents-permit penalty-charge: Could I have the permit or ticket number? I cannot find it under the name alone. => It is TB{job}. {she} has the letter in front of {obj}.
askback parking-problem yellow-lines: Which days and times should the patrol come? => Weekday mornings before nine, and Sunday mornings, please.
note parking-problem yellow-lines disabled-bay: Patrol log shows two visits in {month}, no contraventions seen. Try early mornings.
note residents-permit parking-problem yellow-lines: Zone {zone} is at 96% of permits to spaces. Any more visitors' permits will make it worse.

## parking-problem
subject: Parking on {street}
subject 1: Pavement parking, {street}
subject 2: Blocked drive at {house} {street}
issue: Cars are parked right across the pavement on {street}, and people with pushchairs have to walk in the road.
issue: {resident} at {house} {street} is blocked in [most mornings|two or three times a week] by commuters' cars.
issue: Vans are left on the corner of {street} and {street2} overnight, so that nobody can see round it.
own 2: I am blocked in [most mornings|two or three times a week] by commuters' cars outside {house} {street}.
ask: Can patrols visit? => Yes. {street} is on the list for {number} visits before {soon}.
ask 1: What can the council do about pavement parking where there are no lines? => Today, very little without a restriction. We can ticket across dropped kerbs, and the police can act on obstruction.
ask 2: Would a residents' zone be possible? => Only after a survey in which half of the homes answer and most of those say yes.
answer 2: There is no restriction on this side, so our officers can act only where a dropped kerb is blocked. They will do so, and have been given the times.
answer 2: Patrols found {number} cars across dropped kerbs on {visited} and the days after it, and gave tickets to each.
promise: patrol {street} early on at least {number} mornings
promise 2: paint a white bar across the drive at {house} {street}
answer 13: Where there are no lines, cars that block the way are a matter for the police. We can act at dropped kerbs and corners, and our officers have been given the times.

## residents-permit
subject: Residents' permit, {house} {street}
subject 1: Permit renewal – {resident}
subject 2: Visitor permits in zone {zone}
issue: {resident} renewed {her} permit for zone {zone} in {month} and has been given a ticket outside {her} own home.
issue: {resident} cares for {her} father on {street} and cannot get a visitor permit because {she} lives outside the zone.
issue: The permit for {house} {street} has been refused because the car is a company car.
own 1: I renewed my permit for zone {zone} in {month} and have been given a ticket outside my own home.
own 2: I care for my father on {street} and cannot get a visitor permit because I live outside the zone.
ask 1: Has the permit been issued? => Yes. It is live from {visited} and no sticker is needed.
ask 1: Can the ticket be cancelled? => Yes, it has been cancelled, because the permit had been paid for.
ask 2: Is there a permit for carers? => Yes. It is free, and I have sent the form to be filled in by the person cared for.
answer 1: The payment was taken, but the registration number was typed with a zero for the letter O. The permit has been put right and the ticket cancelled.
answer 3: A company car needs a letter from the employer. The wording on our form was unclear, and we have changed it.
promise 2: issue the carer's permit
promise 1: write to {resident} to confirm that the ticket is cancelled
ask 3: What proof is needed for a company car? => A letter from the employer, or the insurance certificate.
answer 2: There is a carer's permit for exactly this, which the desk did not mention. I am sorry that {resident} was turned away.
promise 3: issue the permit, if the letter has come

## penalty-charge
subject: Parking ticket – {resident}
subject: Penalty charge, {street}
subject 3: Ticket while at the Infirmary
issue: {resident} got a ticket on {street} while helping an elderly neighbour out of the car.
issue: {resident} says the sign on {street} had been turned round and could not be read.
issue: A nurse was given a ticket on {street} during a long shift and has been refused at the first appeal.
own 1: I got a ticket on {street} while I was helping an elderly neighbour out of the car.
own 2: The sign on {street} had been turned round and could not be read. I have a photograph.
ask 13: Will the council look at it again? => Yes, as a late challenge. The discount is held meanwhile.
ask 2: Is the sign as it should be? => It was not. It was put right on {visited}.
ask 13: How is the next appeal made? => To the independent adjudicator, free, within 28 days of the letter.
answer 13: I cannot decide an appeal for a member, and I hope you will understand why. I have made sure that the new evidence is with the appeals officer, who is independent of the patrols.
answer 2: We looked at the photographs: the sign could not be read. The ticket has been cancelled, and so have {number} others from the same day.
promise 13: write with the outcome of the challenge
promise 2: refund everyone ticketed while the sign was wrong

## yellow-lines
subject: Yellow lines, {street} and {street2}
subject 1: Request for double yellows
subject 2: Faded lines on {street}
issue: Residents ask for double yellow lines at the corner of {street} and {street2}, where the bin lorry can no longer turn.
issue: The yellow lines on {street} have nearly worn away, and people say nobody can be ticketed.
issue: The new lines on {street} are longer than the plan showed and have taken {number} spaces.
ask 1: What is the process, and how long does it take? => A traffic order: about nine months with the consultation. Requests are put together twice a year.
ask 2: Can the worn lines be repainted now? => Yes, by {soon}.
ask 3: Were the lines painted as in the order? => No. They are three metres too long and will be taken back.
answer 1: The corner meets our test for junction protection, and it goes into the next batch of traffic orders, which is drawn up in {later}.
answer 3: You are right. The lines were painted longer than the order says. No tickets will be given on the extra length and it will be removed.
promise 2: repaint the lines on {street}
promise 3: remove the extra length of line
answer 2: The lines are too worn to enforce and will be repainted. Until then our officers will speak to drivers rather than ticket them.
promise 1: send you the plan for the corner before it is advertised

## blue-badge
subject: Blue Badge for {resident}
subject 1: Blue Badge renewal delayed
subject 2: Badge refused – {resident}
issue: {resident} applied to renew {her} Blue Badge in {month}. The old one ran out {weeks} ago.
issue: {resident} has been refused a Blue Badge because of a form which {she} says was filled in wrongly by somebody helping {obj}.
issue: {resident} has been asked to come to an assessment in a building {she} cannot get into.
own 1: I applied to renew my Blue Badge in {month} and the old one ran out {weeks} ago. I am afraid to go out in case I get a ticket.
own 3: I have been asked to come to a mobility assessment in a building I cannot get into.
ask 12: When can a decision be expected? => By {soon}.
ask 1: May the old badge be used until then? => The law does not let us extend it, but our own officers have been told not to ticket this car.
ask 3: Can the assessment be made at home? => Yes. It has been changed to a home visit.
answer 1: The evidence came in {month} but was put with the wrong file. It has been found and the badge approved.
answer 3: The assessment should never have been booked there. It will be a home visit instead, and I have apologised.
promise 12: send the badge
promise 3: visit {resident} at home for the assessment
answer 2: We looked again, with the right form. {resident} qualifies, and the badge is being made.

## disabled-bay
subject 12: Disabled bay outside {house} {street}
subject 1: Disabled parking bay – {resident}
subject 3: Bay no longer needed, {street}
issue: {resident} applied for a disabled bay outside {house} {street} in {month} and has heard nothing.
issue: The disabled bay outside {house} {street} is used by everybody but the person it was made for.
issue: The lady for whom the bay on {street} was painted has moved away, and neighbours would like the space back.
own 1: I applied for a disabled bay outside {house} {street} in {month} and have heard nothing.
ask 1: Where has the application got to? => It has been approved and will be painted by {soon}.
ask 2: Can the bay be enforced? => Yes, once it has a traffic order. Until then it rests on good will.
ask 3: How is a bay removed? => We check that no other badge holder nearby uses it, then take it off.
answer 1: The application was approved on {visited}. The lines can be painted as soon as there are two dry days together.
settled 3: Two other badge holders use the bay, so it will stay. I have explained this to the neighbour who asked.
promise 1: paint the bay outside {house} {street}
promise 2: put up the sign that allows the bay to be enforced
answer 2: The bay has no order behind it, so nobody can be ticketed. We are making one.
answer 3: No other badge holder nearby uses the bay, so it can come off.
promise 3: take off the bay markings
`)
