import { familyOf } from './family.ts'

export const waste = familyOf(`
team: the waste team
askback bulky-waste new-bin communal-bins: Is there somewhere that the lorry can stop? The crew noted parked cars. => Yes, after nine in the morning, when people have gone to work.
note bulky-waste new-bin communal-bins: Order was on the system and never released. Released.
next bulky-waste new-bin communal-bins: You will have a line from me when it has been done.
note: Rang the depot. They know of it and have a slot this week.
next: The depot has a note of it, and I shall look myself that it has been done.
detail: {resident} has been told three different things by three different people.
detail: {resident} has reported it online {number} times. The reports are all shown as "closed".
detail missed-bin missed-recycling garden-waste assisted-collection communal-bins: Neighbours on {street2} say the same, so it is not one household.
detail missed-bin missed-recycling garden-waste assisted-collection: The crew told a neighbour that their list ends at number {house}.
detail missed-bin missed-recycling garden-waste assisted-collection: I know the new rounds have been hard on the crews, and I am not looking for anyone to blame.
detail missed-bin communal-bins: By {weekday} the foxes had had it all over the pavement.
voice missed-bin missed-recycling garden-waste assisted-collection: I put it out by half past six, as we always have.
voice: I am not a complainer, but it is the third time and I pay my council tax like everyone else.
voice: The men on the lorry are lovely. It is the office I cannot get through to.
next missed-bin missed-recycling garden-waste assisted-collection: If it is missed again, please ring {phone} the same day and the crew will turn round for it.
next missed-bin missed-recycling garden-waste assisted-collection communal-bins: The round supervisor will look on the next two collection days and tell me what is found.
askback: Which end of the street is it? It is split between two rounds. => The {street2} end, past the post box.
askback missed-bin garden-waste: Was the lid closed and the bin at the edge of the pavement? I ask only because the crew recorded it as not out. => Yes, both. {resident} sent me a picture with the time on it.
note missed-bin missed-recycling garden-waste assisted-collection: Lorry's tracker shows it turned round at the parked cars and did not come back. Spoke to the supervisor.
note missed-bin missed-recycling garden-waste assisted-collection new-bin: Address missing from the round sheet since the change in {month}. Added by hand, needs the system fix.

## missed-bin
subject 2: Missed bin, {house} {street}
subject 1: Bins not emptied on {street} – again
subject 13: Grey bins, {street}
issue: The grey bins on {street} were not emptied on {weekday}, for the second time running.
issue: {resident} at {house} {street} has not had a collection for {weeks}.
issue: Half of {street} was emptied and half was not. The lorry seems to stop at the bend.
own 2: My bin at {house} {street} has not been emptied for {weeks}.
own 3: They emptied the other side of {street} on {weekday} and left ours.
ask: When will the bins be emptied? => A crew will come by {soon}.
ask 2: Why is this address missed so often? => It was left off the round sheet when the rounds changed in {month}. It is back on.
ask: May extra bags be left beside the bin this once? => Yes. The crew has been told to take them.
answer 13: The lorry could not pass the parked cars and should have gone back later in the day. It did not, and I am sorry.
answer 2: The house was left off the round sheet when the rounds changed. It has been put back, and the supervisor will check the next two collections.
promise: empty the bins that were missed on {street}
promise: check the next two collections on {street} in person

## missed-recycling
subject 13: Recycling not collected, {street}
subject 1: Blue boxes left on {street}
subject: Recycling round – {ward}
issue: The recycling on {street} has been left for {weeks}, while the grey bins are taken as usual.
issue: The crew left the blue box at {house} {street} with a red tag on it and no explanation.
issue: Cardboard that does not fit the box is being left behind all along {street}.
ask 2: What did the red tag mean? => That there was film and black plastic in the box. We cannot recycle those yet.
ask 13: Will there be an extra collection? => Yes, by {soon}.
ask 23: Can a household have a second box? => Yes, free of charge. One has been ordered for number {house}.
answer 1: Two lorries were off the road in the same week and the recycling rounds were left short. All of {street} has been put on an extra round.
answer 2: The box was tagged because it held plastic film, which spoils the load. A leaflet with pictures is on its way, and a second box.
promise 13: collect the recycling from {street}
promise 23: deliver a second box to number {house}
answer 3: The crew should have taken it: cardboard may be left flat beside the box. They have been reminded, and we will go back for it.

## garden-waste
subject 1: Garden bin sticker not arrived
subject 2: Brown bin missed, {street}
subject: Garden waste – {street}
issue: {resident} paid for the garden waste service in {month} and still has no sticker.
issue: The brown bins on {street} have not been emptied since {month}, though people have paid for the year.
issue: Residents of {street} were told of the new price after they had already renewed.
own 1: I paid for the garden waste service in {month} and still have no sticker.
ask 1: When will the sticker come? => It will be posted this week. The crew will empty the bin without it until then.
ask 2: Will people be refunded for missed collections? => Yes. Two collections will be credited to each household.
ask 3: Why did the price change? => The budget set in {month} raised it by £4 a year. Those who had already renewed will not pay more.
answer 1: The printer sent the wrong house numbers for this street, so the stickers came back to us. They are being printed again.
answer 2: Our contractor missed this street because the round book was out of date. We will credit two collections to every household that paid.
promise 1: send the missing sticker
promise 2: credit the missed collections to every subscriber on {street}
answer 3: The reminder went out before the budget was set. Nobody who had already renewed will pay more, and anybody who paid the new price gets the £4 back.
promise 3: pay back the £4 to everyone who paid it

## bulky-waste
subject: Bulky waste collection, {house} {street}
subject 1: Old sofa still waiting
subject 2: Mattress not collected
issue: {resident} paid for a sofa to be collected from {house} {street} and it is still in the front garden.
issue: The crew took the fridge and left the mattress, though both had been paid for.
issue: The first date offered for a bulky collection in {ward} is {weeks} away.
own 1: I paid for a sofa to be collected from {house} {street} and it is still in the front garden, getting wet.
ask 12: When will it be collected? => On {soon}, between seven and three.
ask 1: Can the fee be refunded? => Yes, it was refunded on {visited}.
ask 3: Does the council help people on low incomes with the fee? => Yes. Two free collections a year for those on council tax support.
answer 1: The crew went to number {house} on the wrong street. That was our mistake, so the collection will be free.
answer 2: The mattress was wet and the crew could not lift it safely with two people. A three-person crew has been booked.
promise 12: collect the items from {house} {street}
answer 3: One lorry does these rounds, and it was off the road for a fortnight. A second is on loan until the wait is short again.
promise 3: bring the wait for {ward} under ten days

## new-bin
subject 1: New bin for {house} {street}
subject 2: Broken lid
subject 3: Bin stolen from {street}
issue: {resident} moved into {house} {street} in {month} and has never been given a bin.
issue: The bin at {house} {street} lost its lid to the lorry and now fills with rain.
issue: {number} bins were taken from {street} in one night.
own 1: I moved into {house} {street} in {month} and have never been given a bin.
ask: When will the new bin be delivered? => By {soon}.
ask 23: Does the household have to pay? => Not when the lorry broke it, or when it was stolen and reported.
ask 1: What should they do with the rubbish until then? => Leave it in tied bags by the gate on the usual day. The crew has been told.
answer 1: The order was taken but never passed to the depot. It has been put at the front of the next delivery.
answer 23: We have no 240-litre bins left until the next delivery, so we will lend a smaller one until it comes.
promise 12: deliver the bin to {house} {street}
promise 3: deliver {number} new bins to {street}

## assisted-collection
subject: Help with bins for {resident}
subject: Assisted collection, {house} {street}
subject 13: Bin left at the gate
issue: {resident} is on the list for help with the bins, but the crew leave {her} bin at the bottom of the steps.
issue: {resident} of {house} {street} is {years2} and cannot move the bin any more. {she} was told there was a form but cannot find it.
issue: The crew no longer bring back the bin at {house} {street}, since the regular men were moved to another round.
own 1: I am on the list for help with my bin, but the crew leave it at the bottom of the steps and I cannot get it up again.
own 2: I am {years2} and cannot move my bin any more. I was told there was a form but I cannot find it.
ask 13: Is the address still on the list? => Yes. It had dropped off the crew's tablet and has been restored.
ask 2: Can the application be taken by telephone? => It was. A colleague rang on {visited} and it took five minutes.
ask 13: Will the crew be told to bring the bin back? => They have been, and the supervisor will check.
answer 13: The address had dropped off the crew's list when the rounds changed. It is back on, and the crew were shown where the bin is kept.
answer 2: A colleague rang and took the application over the telephone. Help starts on the next collection day.
promise: check that the bin is taken and brought back on the next collection
promise 13: review everyone on the help list in {ward}

## communal-bins
subject: Bin store at {street}
subject 1: Overflowing bins, flats on {street}
subject 1: Rats at the bin store
issue: The shared bins behind the flats on {street} have been overflowing for {weeks} and rats have been seen.
issue: The bin store door on {street} has been broken off, and people from elsewhere are dumping there.
issue: There are {number} flats and only two bins at the {street2} end of {street}.
ask 1: When will the store be cleared? => By {soon}.
ask 13: Can the flats have another bin? => Yes. Two more have been ordered.
ask 2: Who is responsible for mending the door? => The managing agent is. We have written to them and will follow it up.
answer 1: The bins were blocked in by a skip and could not be pulled out. The skip has gone, and the store will be emptied and washed.
answer 3: By our own rule the block should have four bins, not two. We have ordered the others and asked the agent to mend the door.
promise 1: empty and wash the bin store on {street}
promise 3: deliver the two extra bins
answer 2: The door belongs to the managing agent, who has agreed to mend it. We have taken away what was dumped, this time without charge.
promise 2: check that the agent has mended the door
`)
