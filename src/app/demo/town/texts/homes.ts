import { familyOf } from './family.ts'

export const housingAdvice = familyOf(`
team: the housing options team
askback: Which is the best number for the adviser to ring? => {her} own mobile, after two. Please do not leave a message.
note: Checked with the duty adviser, who knows the case.
note: Support worker copied in, with consent.
share: This concerns one household, so please share it only with {resident}.
share: You may pass this on to {resident}, with our apologies for the wait.
detail: I have {her} consent to ask, and the signed form is attached.
detail homelessness housing-register temporary-accommodation private-landlord: There are two children in the family, at {school}, and moving schools again would be hard on them.
detail: {she} has brought me every letter {she} has had, and I can send copies.
detail: {she} is worried about being a nuisance and very nearly did not ask.
detail: A support worker from the Almonry centre is helping {obj} with the forms.
voice: I do not know who to ask any more, and I am sorry to bother you with it.
voice: I have done everything they told me to do.
voice homelessness temporary-accommodation: My little girl asks when we are going home, and I do not know what to tell her.
next: The adviser will ring {resident} this week and can be reached on {phone}.
next: If anything changes before then, {resident} should ring us the same day and not wait for a letter.
askback: Do we have {resident}'s consent to discuss this with you? I cannot find the form. => Yes, signed at my surgery on {weekday}. I have attached it again.
askback homelessness private-landlord: Has {resident} had anything in writing with a date in it? It decides which team helps. => A letter dated the 4th, which asks {obj} to leave within two months. Copy attached.
note: Rang the resident, very upset, agreed to speak again tomorrow morning. Do not leave voicemail.
note homelessness housing-register: Papers from the support worker received and put on file. Band to be looked at again.

## homelessness
subject: {resident} – at risk of losing home
subject 1: Eviction notice, {street}
subject 2: Nowhere to stay from {weekday}
issue: {resident} of {house} {street} has been given notice by {her} landlord and has nowhere to go.
issue: {resident} has been sleeping on a friend's sofa since {month} and the friend can no longer keep {obj}.

own 1: My landlord has given me notice on {house} {street} and I have nowhere to go.
own 2: I have been on a friend's sofa since {month} and they cannot keep me any longer.
ask 12: Has {her} case been accepted, and who is the adviser? => Yes. The adviser is {officer}, who rang on {visited}.
ask 1: What will happen on the day {she} has to leave? => Nobody should leave on the date in the notice alone. If it comes to it, we will find somewhere to stay that night.
ask 1: Is the notice valid? => Our adviser thinks not, because the deposit was never protected, and has written to the landlord.
answer 12: We accept that we owe {resident} help to prevent homelessness. A plan was agreed with {obj} on {visited}.
promise 12: send {resident} the written plan
promise 1: speak to the landlord about more time

## housing-register
subject: Housing register – {resident}
subject 2: Bidding and banding, {resident}
subject 1: Overcrowded at {house} {street}
issue: {resident} lives in a one-bedroom flat on {street} with {number} others and has been in band C for {years} years.
issue: {resident} bids every week and is never told where {she} came.
issue: {resident} cannot bid online and was told there was no other way.
own 1: We live in a one-bedroom flat on {street} and have been in band C for {years} years.
own 2: I bid every week and nobody ever tells me where I came.
ask 1: Is the band right? => No. With the medical letter it should be band B, and it has been changed from {visited}.
ask 2: How far down the list was {she} on the last bids? => Fourteenth, ninth and sixth. The last is close.
ask 3: Can bids be made by telephone or by automatic bidding? => Yes, both. Automatic bidding has been set up.
answer 1: We looked at the case again. The household is short of two bedrooms, which is band B and not C, and the change is dated back to the day we were told.
settled 1: The band is right by the policy, and I know that is not the answer hoped for. The adviser has explained a mutual exchange, which is often quicker.
promise 1: write to {resident} with the new band and its date
promise 2: go through the last three bids with {resident}
answer 2: Results are shown only online, which does not help everyone. The adviser will go through the last three bids by telephone.
answer 3: Nobody has to bid online. It can be done by telephone, and automatic bidding has now been set up.
promise 3: ring {resident} to check that the automatic bids are right

## temporary-accommodation
subject: Temporary accommodation, {resident}
subject 1: Family in one room since {month}
subject 2: Moved for the third time
issue: {resident} and {her} family have been in one room of a guest house since {month}.
issue: {resident} has been moved {number} times and the next place is two buses from {school}.
issue: The cooker in {resident}'s temporary flat on {street} has not worked for {weeks}.
own 1: We have been in one room of a guest house since {month}, and there is nowhere to cook.
own 3: The cooker in our temporary flat on {street} has not worked for {weeks}.
ask 1: How long are they expected to be there? => No family should be in a guest house for more than six weeks. A flat has been found from {soon}.
ask 2: Can something be found nearer to {school}? => We have asked for it and put it on the file as a need.
ask 3: Who is responsible for the cooker? => We are, through our landlord. A new one comes on {soon}.
answer 1: The family has been longer in the guest house than the law allows, and I am sorry. A self-contained flat has been found.
answer 3: The landlord did not act, so we have ordered the cooker ourselves and will take the cost from the rent we pay.
promise 1: move the family into the flat
promise 3: deliver a working cooker
answer 2: {resident} should not have been moved so often. The next place is for as long as it is needed, and nearer to {school}.
promise 2: move the family to the place nearer to {school}

## private-landlord
subject 13: Private rented house, {house} {street}
subject 2: Rent increase – {resident}
subject 1: Disrepair at {house} {street}
issue: {resident} rents {house} {street} privately, and the landlord will not mend the roof.
issue: {resident}'s rent is to go up by {amount} a month with two weeks' notice.
issue: There seem to be nine people living at {house} {street}, with mattresses on the floor.
own 1: I rent {house} {street} privately and the landlord will not mend the roof. I am afraid to push in case we are asked to leave.
own 2: My rent is to go up by {amount} a month with two weeks' notice. Is that allowed?
ask 13: Can the council inspect? => Yes. An officer will visit on {soon}, and the landlord may not evict anyone for asking.
ask 2: Is the notice of the increase lawful? => No, it is too short. Our adviser has given {resident} a letter to use.
ask 3: Does the house need a licence? => Yes, with five or more people. It has none, and we are looking into it.
answer 1: What {resident} describes is a serious hazard, so an officer will inspect. The landlord may not ask anybody to leave for having complained.
answer 2: The increase does not follow the rules, so {resident} need not pay it yet. We have given {obj} a letter to send.
promise 13: inspect {house} {street}
answer 3: With that many people the house needs a licence, and it has none. An officer will visit without notice.
promise 2: ring {resident} once the landlord has answered

## home-adaptations
subject 1: Wet room for {resident}
subject 2: Stairlift – {house} {street}
subject: Disabled facilities grant delay
issue: {resident} of {house} {street} was assessed for a wet room in {month}, and nothing has happened since.
issue: {resident} is sleeping downstairs because {she} can no longer manage the stairs.
issue: The ramp at {house} {street} was built too steep for the wheelchair it was meant for.
own 1: I was assessed for a wet room in {month} and nothing has happened since. I wash at the kitchen sink.
own 2: My husband sleeps in the front room because he can no longer manage the stairs.
ask 1: Where is {she} on the list? => The grant is approved, and the work is with the contractor to price.
ask 1: Is there anything to help meanwhile? => Yes. A bath board and a rail will be fitted by {soon}.
ask 3: Who will put the ramp right? => Our contractor, at no cost, by {soon}.
answer 1: The assessment was not passed on when our therapist left, and I am sorry. The grant was approved on {visited}.
answer 3: The ramp was measured on {visited}: it is one in eight and should be one in twelve. It will be rebuilt.
promise 1: fit the bath board and the rail
promise 1: start the work on the wet room
ask 2: How soon could a stairlift be fitted? => By {soon}.
answer 2: A therapist visited on {visited}. A stairlift is right for the house, and it can be fitted without waiting for a grant.
promise 2: fit the stairlift
promise 3: rebuild the ramp
`)

export const homes = familyOf(`
team: the repairs team
askback communal-areas council-garage: Which entrance or row is it? There are four on that site. => The one nearest to {street2}.
askback tenancy-and-rent council-garage: Have you a copy of the letter? It would tell me which account it is. => Attached, front and back.
voice: I have never missed a payment, and only want what is fair.
note: Housing officer has been round to see for herself.
next communal-areas council-garage tenancy-and-rent: I will write to everybody affected, so that you need not.
note: Asked the neighbourhood office for the file.
next: The neighbourhood office is open until six and can be reached on {phone}.
detail repair-overdue damp-and-mould no-heating: {resident} has taken {number} days off work for appointments that nobody kept.
detail repair-overdue damp-and-mould no-heating: {she} has a new baby and a mother of {years2} living with {obj}.
detail: Each time {she} rings, {she} has to tell the story from the beginning.
detail: I visited on {weekday} and have photographs.
detail repair-overdue damp-and-mould no-heating communal-areas: The neighbours in the block say they have the same.
voice repair-overdue damp-and-mould no-heating: I look after my home. I only want it to be dry and safe.
voice repair-overdue damp-and-mould no-heating communal-areas: Everybody who comes says it is somebody else's job.
voice: I have kept every text message. There are eleven.
next repair-overdue damp-and-mould no-heating: {resident} will have a text the evening before and a call when the operative is on the way.
next repair-overdue damp-and-mould no-heating communal-areas: If it is not put right at that visit, please come back to me and not to the call centre.
askback repair-overdue damp-and-mould no-heating: Can you tell me which flat it is? The job was booked to the block. => Flat {flat}, second floor, {house} {street}.
askback repair-overdue damp-and-mould no-heating: Is somebody at home in the mornings? The only early slot is at eight. => Yes, mornings are fine. {she} asks for a ring first because of the dog.
note repair-overdue damp-and-mould no-heating: Job {job} closed as "no access", but the photo is of the wrong door. Reopened.
note repair-overdue damp-and-mould no-heating: Rang the tenant to say sorry and agreed the date. Tenant was very fair about it.

## repair-overdue
subject: Repair at {house} {street}
subject: Missed appointments – {resident}
subject 1: Leaking roof, {house} {street}
issue: {resident} at {house} {street} has waited since {month} for a leaking roof to be mended.
issue: The front door at {house} {street} does not lock, and {resident} is afraid at night.
issue: The kitchen ceiling at {house} {street} came down in {month} and the hole is still covered with a plastic sheet.
own 1: I have waited since {month} for the leaking roof at {house} {street} to be mended.
own 2: My front door does not lock properly and I am afraid at night.
ask: When will the work be done? => On {soon}, and it will be finished that day.
ask: Why were appointments missed? => Twice the job was closed by mistake as "no access". The photographs show the wrong door.
ask: Is compensation due? => Yes. {amount} for the missed appointments, paid by the end of the month.
answer: The job was closed twice in error. That should not have happened and I am sorry. It has been reopened as urgent.
answer 1: A supervisor visited on {visited}. The tiles can be mended from a tower, so no scaffold is needed and it can be done at once.
promise 1: mend the roof at {house} {street}
promise 3: put back the ceiling and make good the paint
promise 2: fit a new lock and check the frame of the door

## damp-and-mould
subject: Damp and mould at {house} {street}
subject 1: Black mould in children's bedroom
subject 3: Damp – third report, {resident}
issue: There is black mould in the children's bedroom at {house} {street}, and the youngest has a cough that does not go.
issue: {resident} was told to open the windows and wipe the walls, but the outside wall is wet to the touch.
issue: The damp at {house} {street} was painted over in {month} and came back in {weeks}.
own 1: There is black mould in the children's bedroom and the youngest has a cough that does not go.
own 2: I was told to open the windows and wipe the walls. The outside wall is wet to the touch.
ask 12: Has a surveyor found the cause? => Yes. The gutter is blocked and the wall is soaked. It is not the family's doing.
ask 12: When will the wall be treated? => By {soon}, after the gutter is cleared.
ask: Does the family need to move out meanwhile? => No, but we have offered a dehumidifier and will pay for its electricity.
answer 12: A surveyor visited on {visited} and found a blocked gutter and a failed extractor fan. The cause is the building, not how the family lives.
answer 3: We treated the mould on {visited}, which only buys time. The cure is a new fan and the wall insulated, and that is now ordered.
promise 12: clear the gutter and treat the wall
promise: book the visit that measures how dry the wall has become
ask 3: Why did the paint not hold? => Because the wall behind it is cold. Paint alone could never have cured it.
promise 3: fit the new fan and insulate the wall

## no-heating
subject 12: No heating at {house} {street}
subject 12: Boiler – URGENT
subject 3: No hot water, {resident}
issue: {resident} at {house} {street} has had no heating since {weekday}, with two small children in the house.
issue: The boiler at {house} {street} has been mended {number} times since {month} and failed again at the weekend.
issue: The whole block on {street} has had lukewarm water for {weeks}.
own 1: We have had no heating since {weekday}, and I have two small children.
own 2: The boiler has been mended {number} times since {month} and it went off again at the weekend.
ask 1: When will an engineer come? => One came on {visited}, and the heating was working again by four o'clock.
ask 2: Will the boiler be replaced? => Yes. After three failures in a year we replace it, and that is booked for {soon}.
ask 1: Can heaters be lent meanwhile? => Two were left at the house that morning.
answer 2: An engineer went the same afternoon and got it going. As it has failed so often, it will be replaced.
answer 3: The pump for the block had failed. A new one was fitted on {visited}, and every flat was checked that evening.
promise 2: replace the boiler at {house} {street}
promise 3: check the water in each flat again
answer 1: An engineer came on {visited} and fitted a new pump. I am sorry that it took longer than the 24 hours we promise.
promise 1: come back to service the boiler properly
ask 3: What was wrong? => The pump that serves the block. It was replaced on {visited}.

## communal-areas
subject 1: Lift out of order, {street} flats
subject 2: Door entry broken at {street}
subject 3: Stairwell lights, {street}
issue: The lift in the flats on {street} has been out of order since {weekday}, and {resident} on the fourth floor cannot get out.
issue: The door entry on {street} has been broken for {weeks}, and people who do not live there are sleeping on the stairs.
issue: There is no light on the stairs of the {street} flats above the second floor.
own 1: The lift has been out of order since {weekday}. I am on the fourth floor and cannot manage the stairs.
ask 1: When will the lift be working? => By {soon}. The part has come.
ask 1: What help is there for people who cannot use the stairs? => A caretaker calls every morning and will fetch shopping and medicine.
ask 2: When will the door be mended? => By {soon}.
answer 1: The control board failed, and the maker no longer keeps it. A rebuilt one has been found. Until then, the caretaker calls on everyone who cannot manage the stairs.
answer 2: A temporary lock was fitted on {visited}, and a new door panel is on order. The outreach team has met the people on the stairs and found a bed for both of them.
promise 1: have the lift back in service
promise 3: replace the cable and check the lights on every floor
ask 3: When will the lights be mended? => By {soon}.
answer 3: A cable had been cut on the third floor. Battery lamps were put up on {visited} until it is replaced.
promise 2: fit the new door panel

## council-garage
subject: Garage on {street}
subject 1: Garage waiting list
subject 2: Garage roof leaking, {street}
issue: {resident} has been waiting {years} years for a garage on {street}, while {number} of them stand empty.
issue: The garage roofs on {street} leak, and tenants ask why they are paying rent.
issue: The lock of the garage on {street} was forced in {month} and has not been replaced.
own 1: I have been waiting {years} years for a garage on {street} while several of them stand empty.
ask 1: Why are garages standing empty? => They need new doors. Four will be done and let by {later}.
ask 1: Where is {resident} on the list? => Third, and there are four to be let.
ask 2: Will rent be reduced while the roof leaks? => Yes, by half, from the day it was first reported.
answer 1: Five of the garages cannot be let until they have new doors. The money was agreed in {month} and four will be done this year.
answer 2: The roof was looked at on {visited} and needs new sheets. Rent is halved until that is done.
promise 3: replace the lock on the garage
promise 1: offer the repaired garages to the first people on the list
ask 3: When will the lock be replaced? => By {soon}.
answer 3: It was reported to an old number which nobody answers any more. The lock has been ordered.
promise 2: put new sheets on the roof

## tenancy-and-rent
subject: Tess Valley Homes – {resident}
subject 2: Service charge query, {house} {street}
subject 1: Rent account after the transfer
issue: {resident}'s rent account shows arrears since the homes moved to Tess Valley Homes, though {she} has paid as always.
issue: Tenants on {street} have been sent a service charge for a lift they do not have.
issue: {resident} does not know who {her} housing officer is since the transfer.
own 1: My rent account shows arrears since the homes moved over, though I have paid as I always do.
own 2: We have been sent a service charge for a lift. We have no lift.
ask 1: Were payments lost in the transfer? => They went to the council's old account. They have been moved across, and nothing is owed.
ask 2: Will the service charge be corrected? => Yes, for all {number} homes. New letters go out by {soon}.
ask 3: Who is the housing officer? => Bogdan Ionescu, who will call in person this week.
answer 1: Two payments went to the old account in the week of the transfer. They have been found and credited, so nothing is owed.
answer 2: The lift charge belongs to the block next door. It has been taken off every account on {street}.
promise 12: send corrected statements
promise 3: have the housing officer call on {resident}
answer 3: Letters with the housing officer's name were sent after the transfer, but this street was left out. I am sorry.
`)
