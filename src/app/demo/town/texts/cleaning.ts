import { familyOf } from './family.ts'

export const cleaning = familyOf(`
team: the street cleaning team
askback: Is there a time of day when it is worst, so that I can send somebody then? => First thing in the morning, before the shops open.
note: Asked the crew for a photograph before and after.
detail: {resident} has photographs with dates, if they are of use.
detail fly-tipping litter dog-fouling graffiti: It was cleared in {month} and was back within a week.
detail fly-tipping litter dog-fouling: Residents did a litter pick here in {month} and are disheartened.
detail: It is just by {school}, and the children have to step round it.
detail: It gives a poor picture of a street where most people take great care.
voice: We keep our own bit tidy. It would be nice to feel that the council noticed.
voice fly-tipping litter: I am happy to help with a clean-up, but I cannot lift that sort of thing on my own.
voice: My daughter asked me why nobody loves our street. I did not know what to say.
next: I have asked to be told when it is done, and will pass it on.
next: We will look again in two weeks, and tell you what we find.
next fly-tipping litter dog-fouling graffiti: If it comes back, reports through the website go straight to the crew's tablet with the photograph.
askback fly-tipping litter graffiti: Is it on the street itself or behind the gates? We may need the owner's leave. => It is on the alley side, not behind the gates. Anybody can walk up to it.
askback fly-tipping: Did anybody see a vehicle or a name among the things left? => One neighbour noticed a white van about eleven at night, but nobody took the number, sorry.
note fly-tipping: Third report from this alley since {month}. Put forward for the mobile camera.
note: Photos on the crew's tablet show it cleared. Check whether it is a new lot.

## fly-tipping
subject: Fly-tipping, {street}
subject: Rubbish dumped behind {street}
subject 2: Mattress and rubble at {landmark}
issue: Somebody has dumped [a mattress, two tyres and a heap of rubble|bags of rubbish and an old cooker|what looks like a whole kitchen] in the alley behind {street}.
issue: There is fly-tipping again by {landmark}. It seems to come on {weekday} nights.
issue: The corner of {street} and {street2} has become a dumping place.
ask: When will it be cleared? => By {soon}.
ask: Was anything found that shows who left it? => Yes, a letter with an address. An officer is following it up, so I can say no more for now.
ask 23: Can a camera be put there? => Yes. It is the next place on the list for the mobile camera.
answer: An officer went through it for evidence on {visited}, before it is cleared.
settled: This is private land, so we cannot clear it at public cost. The owner has been found and given 14 days.
promise 1: clear what has been dumped behind {street}
promise 23: put up the mobile camera at the corner of {street2}

## litter
subject: Litter on {street}
subject 1: Overflowing bin at {landmark}
subject 2: Street sweeping, {street}
issue: The litter bin by {landmark} has been overflowing since {weekday}.
issue: {street} has not been swept for {weeks}, and the leaves are turning to mush.
issue: Wrappers from the takeaways on {street2} end up all over {street}.
ask 2: How often is {street} meant to be swept? => Every four weeks, and every two in autumn.
ask 1: Can the bin be emptied more often at weekends? => Yes. A Sunday visit starts this week.
ask 3: Will you speak to the takeaways? => We have, and three of the four have signed up to clear up outside each evening.
answer 2: The sweeper could not get to the kerb for parked cars, and the hand crew was not sent after it. They are booked now.
answer 1: The bin is too small for the spot it stands in. We are changing it for one of twice the size.
promise 23: sweep {street} by hand
promise 1: put in a larger litter bin by {landmark}
answer 3: We saw all four takeaways on {visited}. Three have signed up to clear outside each evening, and the fourth has had a formal warning.

## dog-fouling
subject 13: Dog mess, {street}
subject 2: Dog bin needed near {park}
subject 3: Dog fouling on the way to {school}
issue: There is dog mess all along {street}, the whole way to {park}.
issue: The dog bin at the gate of {park} was taken away in {month} and bags now hang from the railings.
issue: Parents at {school} are wheeling pushchairs through dog mess every morning.
ask 13: Can the path be cleaned? => Yes, it was cleaned on {visited} and will be again weekly for a month.
ask 13: Will wardens patrol early in the day? => Yes. Two early patrols are planned before {soon}.
ask 2: May the bin be put back? => Any litter bin takes dog waste now, so a larger litter bin will stand there instead.
answer 13: The path was cleaned on {visited}, and the wardens will be out early, when most of it happens.
answer 2: We shall put stencils on the pavement and a bin at the gate. Both worked well on {street2}.
promise 13: carry out early patrols near {park}
promise 2: put a bin at the gate of {park}

## graffiti
subject 1: Graffiti at {landmark}
subject: Graffiti on {street}
subject 1: Offensive graffiti, please remove
issue: There is graffiti on the wall by {landmark}, some of it hurtful to people in our community.
issue: The same tag has been sprayed on {number} garage doors along {street}.
issue: The underpass near {street} has been covered again, just after the school painted its mural.
ask: When will it be removed? => By {soon}. Hurtful words are painted out within one working day.
ask 2: Who pays when it is on a private wall? => The first cleaning is free with the owner's consent.
ask 23: Do the police know about the tag? => Yes, they have our photographs.
answer 1: The hurtful words were painted out on {visited}, the day after you wrote. The rest needs the pressure washer.
answer 2: It is on a private wall. The owner has agreed, and the first clean costs them nothing.
promise 1: clean the wall by {landmark}
promise 3: treat the wall with a coating that makes the next clean easy
answer 3: The underpass is ours, and will be cleaned from end to end. We are asking the artist to touch up the mural.
promise 2: clean the garage doors

## abandoned-vehicle
subject 1: Abandoned car, {street}
subject 2: Van with flat tyres outside {house} {street}
subject 1: Untaxed vehicle, {street2}
issue: A small blue car with no tax and two flat tyres has stood on {street} since {month}.
issue: A van has been left across the dropped kerb outside {house} {street} for {weeks}.
issue: The burnt-out car by {landmark} is still there and children are playing round it.
ask 12: Has a notice been put on it? => Yes, on {visited}. The keeper has seven days.
ask 12: When can it be taken away? => On or after {soon}, if the keeper does not answer.
ask: Does it cost residents anything to have it removed? => No. The cost goes to the keeper.
answer 1: We inspected it on {visited} and found it abandoned by our tests: no tax, flat tyres and moss on the windows. It now carries a seven-day notice.
settled 2: It is taxed and insured, so the law does not let us call it abandoned. We have written to the keeper to ask that it be moved.
promise 12: remove the vehicle if the keeper has not moved it
subject 3: Burnt-out car at {landmark}
ask 3: When will it be taken away? => By {soon}. It has been fenced off.
answer 2: It stands across the dropped kerb, so it can be removed as an obstruction, abandoned or not. The keeper has been given notice.
answer 3: A burnt-out car needs no notice. The police released it on {visited}, so it can go at once.
promise 3: remove the car and clean the road
`)
