import { familyOf } from './family.ts'

export const neighbourhood = familyOf(`
team: the community safety team
askback: Would residents come to a small meeting with us and the police? => Four or five would, if it is not on their own street.
voice: It does not feel like our own street any more.
voice: I have lived in {ward} all my life and never locked a gate until this year.
askback: On which days is it worst? We can send people out only a few evenings. => Fridays and Saturdays, from about nine.
note: Rang the sergeant, who will raise it at the next briefing.
detail: Residents are afraid to give their names, so please treat it with care.
detail: The neighbourhood police know of it, but residents do not feel that anything has come of it.
detail neighbour-dispute off-road-bikes: {resident} has kept a diary since {month}.
detail: It is mostly after ten at night, and at weekends.
detail off-road-bikes cctv: I have no wish to blame young people in general; most of those I meet are a credit to us.
voice neighbour-dispute: I dread the sound of the gate.
voice: We have lived here happily for {years} years, and now we are thinking of moving.
voice neighbour-dispute: Please do not tell them that it was me.
next: The officer will ring {resident} each fortnight, whether or not there is news.
next: If anybody is in danger, please ring 999. For anything else the police number is 101.
askback neighbour-dispute: Is {resident} happy for us to ring, and at what time is it safe? => Yes, before three in the afternoon, please. Do not write to the house.
askback neighbour-dispute: Do you know whether the homes are privately owned or rented? => Rented, I believe from Tess Valley Homes, but I am not certain.
note: Discussed at the Wednesday partnership meeting. Police have {number} logs for the street.
note neighbour-dispute: Diary sheets received, consistent. Landlord to interview.

## neighbour-dispute
subject: Neighbour trouble, {street}
subject 13: {resident} – harassment by neighbours
subject: Anti-social behaviour at {street}
issue: {resident} of {street} has been shouted at and threatened by people in the house opposite since {month}.
issue: A feud between two households on {street} is making life miserable for the rest.
issue: {resident} says that things are thrown into {her} garden most weekends.
own 1: We have been shouted at and threatened by people in the house opposite since {month}.
own 3: Things are thrown into my garden most weekends and I am afraid to go out there.
ask: Who is the officer for this case? => {officer}, who rang on {visited}.
ask: What can be done when neighbours will not give statements? => Professional witnesses can be used, and the sound recorder does not need anyone to speak.
ask 2: Would mediation help? => It might. It is free and private, and both households have been offered it.
answer 13: The case was opened on {visited} and scored as high risk, so it is reviewed every week with the police.
answer: The landlord has seen both households and given one a written warning. I can say no more about it, and I hope that you and the residents will understand why.
promise: review the case with the police and the landlord
promise 13: fit a door camera for {resident}

## off-road-bikes
subject 1: Off-road bikes at {park}
subject 2: Nuisance gatherings, {park}
subject 3: Quad bikes on {street}
issue: Off-road bikes are being ridden across {park} and along {street} at speed.
issue: Groups gather by {landmark} until the small hours, with fireworks and broken bottles left behind.
issue: Quad bikes have torn up the pitches at {park} on the eve of the juniors' matches.
ask 13: What are the police doing? => Two bikes were seized on {visited}, and patrols with the off-road team go on for a month.
ask 13: Can the entrances be closed to bikes? => Two of the three can. The third is needed by wheelchair users, and we are looking for a gate that lets them through.
ask 2: Is there anything for young people to do there? => The youth bus comes once a week from {soon}.
answer 13: The police seized two bikes on {visited}. With the parks team we are narrowing two entrances, and leaving the third so that wheelchairs can pass.
answer 2: The youth workers went on three evenings and got talking to about 20 young people, who asked for lights on the ball court. We think they have a point.
promise 13: put the barriers in at two entrances of {park}
promise 2: start the weekly visits of the youth bus

## cctv
subject 3: CCTV request, {street}
subject 12: Residents feel unsafe near {landmark}
subject 1: Drug dealing – {street}
issue: Residents near {landmark} believe that drugs are being sold from parked cars and feel unsafe walking home.
issue: The CCTV camera by {landmark} has pointed at a wall since {month}.
issue: Traders on {street} ask for a camera after {number} break-ins.
ask 2: Is the camera working? => It was not. It was mended on {visited} and is watched again.
ask 3: What is the test for a new camera? => The number of crimes, and whether lighting or other measures would do as well. We will assess it by {soon}.
ask 1: Can there be more patrols in the evening? => Our wardens go past three times each evening for the next month.
answer 1: The police have asked for what residents know, and it can be given without a name. Wardens will pass three times each evening meanwhile.
answer 2: The camera had lost its motor. It was mended on {visited}, and we checked the other eleven in the town at the same time.
promise 13: assess {street} for a camera
promise 3: meet the traders on {street}
answer 3: The police advise better locks and lighting first, and will visit each shop. We will assess the street for a camera as well.
promise 2: check the picture from the camera by day and by night
`)

export const environment = familyOf(`
team: the environmental health team
askback pests empty-property: Is it seen from the street, or only from inside the house? => From the back. You would have to go in, and {name} would be glad to show you.
detail: It has been going on since {month}, and {resident} is at the end of {her} tether.
detail: {number} households have been to see me about the same thing.
detail noise food-hygiene dog-warden: {resident} tried speaking to them first, politely, and it did not go well.
detail: I called on {weekday} evening and can vouch for it.
voice noise: I am up at five for work and have not had a full night since {month}.
voice: I do not want to get anyone into trouble. I only want it put right.
voice: We have been patient since {month}, and our patience has run out.
next: The officer's direct number is {phone}, and there is an answering machine at night.
next: {resident} will be told of the outcome first, and then you.
askback: Has {resident} kept a note of dates and times? It helps more than anything. => Yes, three weeks of them. I dropped them in at the Town Hall on {weekday}.
askback noise dog-warden empty-property: At what time would an officer be likeliest to see it? => Nearly always after eleven at night, and on Sunday mornings.
note: Officer visited twice out of hours and found nothing. Trying again on Sunday.
note: Same premises as two earlier cases. Pulled the file.

## noise
subject 13: Noise from {street}
subject 2: Barking dogs, {house} {street}
subject 1: Loud music – {resident}
issue: Loud music from a house on {street} keeps the neighbours awake until three or four in the morning.
issue: Two dogs at {house} {street} bark from the moment their owners leave until they come home.
issue: The extractor fan behind {street2} runs all night and can be heard with the windows shut.
own 1: The music from next door goes on until three or four in the morning.
own 2: The two dogs next door bark from the moment their owners leave until they come home.
ask 13: Has the noise been measured? => The recorder was in place from {visited}, and the results are in.
ask 1: Is it a statutory nuisance? => Yes, on {number} nights. A notice has been served.
ask 1: Whom can people ring at night? => The out-of-hours line on {phone}, Friday and Saturday until three.
answer 13: It was a nuisance in law on {number} nights. A notice has been served, and breaking it is an offence.
settled 1: The recordings are below what the law calls a nuisance. I know that is a disappointment. We have offered both households mediation, which is free.
promise 13: visit again to check that the notice is kept
promise 2: visit the owner of the dogs together with the dog warden
answer 2: The owner was seen on {visited} and had not known. Somebody will look in on the dogs at midday, and we will see whether that is enough.
ask 2: What can be done about the dogs? => We begin by talking to the owner, who often does not know. If that fails, a notice can be served.

## pests
subject 1: Rats on {street}
subject 3: Rats behind the shops, {street2}
subject 2: Pest control – {resident}
issue: Rats have been seen in daylight behind {street}, coming from the broken drain cover.
issue: {resident} at {house} {street} has mice and cannot afford the charge.
issue: Residents of {street} blame the overflowing bins at {landmark} for the rats.
own 1: I have seen rats in daylight behind {street}, by the broken drain cover.
own 2: I have mice at {house} {street} and cannot afford the charge for pest control.
ask 13: Will the council treat it? => Yes. Bait was laid on {visited} and will be checked twice.
ask 2: Is there help with the charge? => Yes. It is free for anyone on council tax support.
ask 1: Is the drain being mended? => The water company has been told and must act within five working days.
answer 1: We laid bait on {visited} and found the way in, which is a broken drain. The water company has been told to mend it.
answer 2: The treatment is free for {resident}, who gets council tax support. The first visit has been booked.
promise 13: check the bait and treat again if need be
promise 2: visit {house} {street} for the first treatment
answer 3: We baited on {visited}, and have asked for the bins to be emptied twice a week.

## food-hygiene
subject 1: Takeaway on {street}
subject 2: Food hygiene – {street2}
subject 3: Cooking smells, {street}
issue: A resident was unwell after eating from a takeaway on {street} and says that others were too.
issue: The rating on the door of a café on {street2} does not match the one on the website.
issue: Grease from the takeaway on {street} is running down the alley.
ask 1: Has the business been inspected? => Yes, without notice, on {visited}.
ask 2: Which rating is right? => The one on the website. The sticker on the door has been changed.
ask 3: What must the owner do about the grease? => Fit a trap and have the alley cleaned, both by {soon}.
answer 1: We inspected without notice on {visited}. The kitchen was clean, and nothing points to it as the cause. We have told the resident how to have a sample tested.
answer 23: The visit on {visited} found three things to put right. The owner was helpful, and we will go back to check.
promise: go back to the premises and check
promise 3: see that the alley has been cleaned

## dog-warden
subject 1: Loose dog, {street}
subject 2: Dog off the lead at {park}
subject 1: Frightening dog – {street}
issue: A large dog is let out on {street} alone and has frightened several children on the way to {school}.
issue: Dogs are let off the lead in the play area of {park} every morning.
issue: {resident}'s small dog was bitten by another at {park} on {weekday}.
own 3: My small dog was bitten by another at {park} on {weekday}. He is mending, but I am still shaking.
ask 13: Has the owner been found? => Yes, and seen by the warden on {visited}.
ask 13: What can the warden do? => Warn, then require a lead and a muzzle in public; the court can do more.
ask 2: Are dogs allowed in the play area? => No. New signs go up by {soon}.
answer 13: The warden saw the owner on {visited}. The dog must be on a lead in public, and the gate of the house has been mended.
answer 2: Dogs are not allowed in the play area, but the sign had gone. It will be replaced, and the warden will be there in the mornings for a week.
promise 2: put up new signs at {park}
promise 2: finish a week of morning patrols at {park}
subject 3: Dog bite at {park}
promise 13: see the owner again and tell you how it stands

## empty-property
subject: Empty house, {house} {street}
subject 12: Boarded-up property on {street}
subject: Long-term empty home
issue: The house at {house} {street} has been empty for {years} years, and water is coming through to next door.
issue: People have been getting into the empty building on {street} at night.
issue: {number} houses stand empty on {street}, while families wait for a home.
ask 1: Who owns it, and are they in touch? => Yes. The owner answered on {visited} and wants to sell.
ask 1: Can the council make the owner act? => Yes: for repairs that harm next door, by notice; for the house itself, by a purchase order in the end.
ask: Is double council tax being charged? => Yes, treble after five years.
answer 1: The owner inherited the house and did not know where to begin. We have offered a loan for the roof and introduced two buyers.
answer 2: The building was made secure on {visited} at the owner's cost. The owner must also mend the gutter within 28 days.
promise 2: check that the gutter of {house} {street} has been mended
promise 1: tell you what the owner has decided
answer 3: We write to the owner of every empty home each spring. Of these, two are for sale and one is being done up.
promise 3: write again to the other owners on {street}
`)
