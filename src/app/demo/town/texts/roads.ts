import { familyOf } from './family.ts'

export const roads = familyOf(`
team: the highways inspectors
askback: May I give the crew a name and number, in case they cannot find the place? => Yes. {name} is in most mornings and would be glad to point it out.
detail: {resident} first reported this in {month} and was given job number {job}, but has heard nothing since.
detail: It is on the walking route to {school}, so [a good many families|children and grandparents alike] pass it twice a day.
detail: I went to look for myself on {weekday} and it is worse than the photographs suggest.
detail: [Two|Three] neighbours have now raised it with me at my surgery.
detail pothole pavement road-surface: It has been marked with yellow paint for {weeks} and nothing has happened since.
detail pothole pavement road-surface dropped-kerb: It is hard to see after dark, and worse when it rains.
voice: I know the council has not got endless money, but somebody is going to get hurt.
voice pothole pavement road-surface dropped-kerb street-light overgrown-hedge gritting: My mother uses a walking frame and will not go out on her own any more because of it.
voice: I have rung twice and each time a very polite person told me it was "in the system".
voice: We have lived here for {years} years and have never seen it this bad.
next pothole road-surface pavement dropped-kerb: Our inspector passes again in the week beginning {week} and will check the work.
next: I will write to you myself when it has been done.
next: You can quote job number {job} if you or {resident} need to ring about it.
next pothole road-surface pavement overgrown-hedge roadworks: The street is inspected every six months; the next inspection is in {later}.
askback: Could you send a photograph that shows the spot? => Here you are, taken this morning. It is the one with the blue gate behind it.
askback pothole road-surface pavement: Is it in the carriageway or on the footway? There are two reports for {street} and I want to look at the right one. => In the road, about a foot out from the kerb, just before the bend.
note pothole road-surface pavement blocked-drain overgrown-hedge: Passed to the Tuesday crew. Two other reports within 50 metres, worth doing together.
note: Checked the inspection history: last walked in {month}, nothing recorded at this spot.
note: Asked the supervisor for the photographs from the last visit.
note pothole road-surface pavement roadworks: Utility patch nearby, so may be theirs to put right under guarantee. Asking the streetworks team.

## pothole
subject: Pothole outside {house} {street}
subject: {street}: pothole getting worse
subject: Potholes on {street} and {street2}
subject 4: Damaged tyre, {street}
issue: There is a deep pothole outside number {house} {street}, close to the junction with {street2}.
issue: The pothole on {street} near {landmark} has opened up again, and [drivers are swerving to miss it|cyclists are having to pull out into the traffic].
issue: Several potholes have joined into one on the bend of {street}; it must be [two feet|a good yard] across by now.
issue: A car lost a tyre on {weekday} in the hole outside {house} {street}. This is the second one this month.
ask: When will the pothole be filled? => It will be filled by {soon}.
ask 23: Will it be a proper repair this time, or another patch? => We will cut it back to a square edge and fill it properly, so that the repair lasts.
ask: Is {street} on the list for resurfacing? => Not this year. It is scored again in {later}, and that score decides next year's list.
ask 4: How can the resident claim for the tyre? => With the claim form on our website and a copy of the garage's bill. Claims are answered within 90 days.
answer: We inspected it on {visited}. It is 65 mm deep, which is over our 40 mm standard, so it will be repaired.
answer 23: We inspected it on {visited}. The old patch has failed because water was getting in at the edge, so this time the crew will cut it out and seal the joint.
settled 1: We inspected {street} on {visited} and will not be filling this one yet. It is 25 mm deep, below the 40 mm at which we repair, but we have marked it to be looked at again in {later}.
promise 14: fill the pothole outside number {house} and the two smaller ones beside it
promise 234: cut out and relay the broken patch on {street}

## road-surface
subject: State of the road, {street}
subject 12: Resurfacing of {street}
subject 3: Loose chippings on {street}
issue: The surface of {street} is breaking up from {landmark} all the way to {street2}.
issue: {street} has been patched so often that there is more patch than road.
issue: The top layer is lifting on {street} and loose stones are being thrown up at parked cars and front windows.
ask 12: What score did {street} get at the last survey? => It scored 62 out of 100 in the spring survey; roads under 55 go on the programme first.
ask 12: When is it due to be resurfaced? => It is on the reserve list for next year, and we will know in {later}.
ask 12: Can anything be done in the meantime? => Yes. We will patch the worst lengths by {soon}.
answer 12: We agree that the surface is poor. It is on the reserve list for next year's resurfacing, and until then we will keep it safe with patches.
answer 3: The loose chippings come from the surface dressing laid in {month}. It will be swept again, and the 20 mph signs are back for a fortnight.
promise 12: patch the worst 30 metres of {street}
promise 3: sweep up the loose stone on {street}
ask 3: When will the loose stone be swept up? => By {soon}.

## pavement
subject: Broken paving, {street}
subject: Trip hazard outside {house} {street}
subject 2: Pavement on {street} – fall
issue: The paving slabs outside {house} {street} are rocking and one has sunk by a couple of inches.
issue: {resident} tripped on the raised pavement on {street} on {weekday}. [Thankfully only bruises this time.|{she} is all right, but badly shaken.]
issue: Tree roots have lifted the pavement along {street}, and anybody with a pushchair or a wheelchair has to go into the road.
own 2: I tripped on the raised pavement on {street} on {weekday}. I am all right, but it gave me a fright.
own 1: The slabs outside my house, {house} {street}, rock when you step on them and squirt muddy water.
ask 12: When will it be put right? => By {soon}.
ask 2: Has the council inspected this since the fall? => Yes, on {visited}. The edge is 28 mm high, over our 20 mm standard for footways.
ask 3: Will the tree be kept? => Yes. It is healthy, and the street would be poorer without it.
ask 1: Can the pavement be relaid in tarmac, as on {street2}? => Not in this street, because the flags are part of its character. We will relay them on a new bed.
answer 2: I am sorry to hear about the fall. We inspected on {visited}: the edge stands 28 mm proud, which is over our 20 mm standard, and it will be repaired.
answer 1: The slabs were made safe with a temporary fillet on {visited}. Relaying them properly needs two days and a permit for the lane beside them.
promise 1: relay the lifted slabs outside number {house}
promise 23: take out the raised edge and relay the pavement for ten metres either side
answer 3: The roots belong to a healthy street tree, which we want to keep. We will lift the paving and lay a flexible path over them, without cutting the roots.

## dropped-kerb
subject 12: Dropped kerb needed at {street}
subject 12: Wheelchair user, {street} – dropped kerb
subject 3: Cost of a dropped kerb
issue: There is a dropped kerb on one side of {street} at {street2} but not on the other, so a wheelchair user can get off the pavement but not back on.
issue: {resident} uses a mobility scooter and has to go nearly as far as {landmark} to find a place to cross {street}.
issue: A resident of {street} applied for a dropped kerb {weeks} ago and has still not had a price.
own 2: I use a mobility scooter and have to go nearly as far as {landmark} to find a place to cross {street}.
ask 12: Can the missing dropped kerb be put in? => Yes. It has been added to this year's accessibility list.
ask 3: How long does an application take? => Six weeks from the site visit. This one was visited on {visited}.
ask 3: What does it cost a resident? => The quotation depends on the cables and pipes beneath; most are between £1,400 and £2,200.
answer 12: You are right that it is missing. We have added it to this year's list of accessibility works, which has money set aside.
answer 3: The site was measured on {visited} and there is nothing in the ground to prevent it. The quotation goes to the applicant this week.
promise 12: put in the missing dropped kerb at {street} and {street2}
promise 3: send the quotation for the dropped kerb

## gritting
subject 1: Grit bin empty, {street}
subject 2: Gritting of {street}
subject 3: Ice on {street} – school run
issue: The grit bin at the top of {street} is empty, and [the hill was like glass on {weekday} morning|residents are scraping out the last of it with dustpans].
issue: {street} is not on the gritting routes although the {ward} bus uses it.
issue: The path from {street} to {school} freezes over because water runs across it.
ask 1: Can the grit bin be refilled before the next cold spell? => Yes, it will be refilled by {soon}.
ask 2: Why is {street} not on the gritting route? => Routes cover A and B roads and bus routes first. The bus moved to {street} only last year, and we are adding it.
ask 1: May residents use the salt on the pavement? => Yes, on pavements and the road, though not on private drives.
answer 1: The bin was on the round but was missed because a parked van stood across it. It has been put first on the next round.
answer 2: We looked at {street} again. It meets the rule for bus routes and has been added to the secondary gritting route.
promise 1: refill the grit bin on {street}
promise 2: add {street} to the secondary gritting route
ask 3: Can the water be stopped? => It comes from a blocked channel, which will be cleared by {soon}.
answer 3: The path floods from a blocked channel above it, and then freezes. We will clear the channel, and the school caretaker has been given salt meanwhile.
promise 3: clear the channel above the path

## roadworks
subject 1: Roadworks on {street} – how long?
subject 2: Road closed at {street}: no notice
subject 3: Temporary lights, {street}
issue: {street} has been dug up for {weeks} and nobody has been seen working there since {weekday}.
issue: Residents of {street} had no notice of the closure and the diversion sends lorries down {street2}.
issue: The temporary lights on {street} are holding up the bus, and the queue goes back to {landmark}.
ask: Who is doing the work, and until when does their permit run? => The gas company. Their permit runs until {soon}.
ask 2: Why were residents not told? => They should have had a card through the door ten days before. We have asked the company for proof that cards were delivered.
ask 2: Can lorries be kept off {street2}? => The diversion has been re-signed by way of the ring road, and we will watch it for a week.
answer 13: The works belong to the gas company, which found a second leak. We have extended their permit once and charged them for the overrun.
answer 2: Our inspector visited on {visited} and found the signs wrong. They were put right the same afternoon and the company has been given a defect notice.
promise: check that {street} has been reopened and properly reinstated
promise: see the road open and tell you

## overgrown-hedge
subject 13: Hedge over the pavement, {street}
subject 2: Brambles on {street}
subject 1: Cannot get past with a pushchair – {street}
issue: The hedge at {house} {street} now covers more than half of the pavement.
issue: Brambles are hanging over the path between {street} and {street2} at face height.
issue: {resident}, who is partially sighted, walked into the branches on {street} last week.
own 3: I am partially sighted and walked into the branches hanging over {street} last week.
ask 13: Is the hedge the council's or the owner's? => It belongs to the house. The owner has been asked to cut it back within 14 days.
ask 13: What happens if the owner does nothing? => We can serve a notice, cut it ourselves and send the owner the bill.
ask 2: Can the path be cleared in the meantime? => Yes, a crew will clear the worst of it by {soon}.
answer 13: The hedge belongs to the house. We have written to the owner, who has 14 days to cut it back, and we will offer help if they cannot manage it.
answer 2: This stretch is ours and was missed when the contractor changed. It has been added to the round for good.
promise 13: look again at the hedge and serve notice if it has not been cut
promise 2: cut back the brambles between {street} and {street2}

## street-light
subject 1: Street light out, {street}
subject 2: {street} in darkness
subject 13: Lamp post outside {house} {street}
issue: The street light outside {house} {street} has been out for {weeks}.
issue: {number} lamps in a row are out on {street}, from {landmark} to the corner of {street2}, and it is pitch dark by five.
issue: The new lamp outside {house} {street} shines straight into a child's bedroom.
ask 12: When will the lamp be working again? => By {soon}.
ask 1: Is it a fault of the lamp or of the supply? => Of the supply. The cable belongs to the electricity network, who have 20 working days to mend it.
ask 3: Can the lamp be shaded or dimmed? => Yes. A shield will be fitted by {soon}, and the lamp is dimmed after midnight.
answer 1: The lamp was tested on {visited}. The fault is in the supply cable, which belongs to the electricity network, and we have booked their engineer.
answer 3: We will fit a shield to the back of the lantern, which keeps the light on the path and out of the window.
answer 2: The whole row runs from one control box, and its cable has been damaged. A temporary repair was made on {visited} and a new box is on order.
promise 1: have the street light outside number {house} working
promise 2: replace the control box and check the whole row after dark
promise 3: fit the shield to the lamp outside number {house}
ask 2: Why have they all gone out at once? => They share one control box, and its cable has been damaged.

## traffic-lights
subject: Traffic lights at {street}
subject 2: Green man too short, {street}
subject 1: Signals stuck again – {street} / {street2}
issue: The lights at {street} and {street2} are [stuck on red for a full three minutes|letting only two cars through at a time].
issue: The green man at {landmark} does not give older people time to get across.
issue: The push button at the crossing on {street} has been dead for {weeks}.
ask 1: Have the timings been changed? => Yes, in {month}, with the new bus lane. They were set too short for {street2} and have been put back.
ask 2: Can the crossing time be made longer? => Yes. It has gone from 7 to 10 seconds, which suits a slower walker.
ask 3: When will the button be replaced? => By {soon}. The part has been ordered.
answer 1: An engineer watched the junction for an hour on {visited} and found a failed detector on {street2}. It has been set to fixed timings until the new detector is cut in.
answer 2: We have given the green man three more seconds. It will add a little to the queue, which we think is worth it.
promise 1: replace the detector at {street} and {street2}
promise 3: fit the new push button
answer 3: Water had got into the wiring under the button. A new one has been ordered, and the green man comes round by itself until it is fitted.
promise 2: come back to see how the new timing works

## blocked-drain
subject: Blocked drain, {street}
subject 1: Gully outside {house} {street}
subject 2: Standing water on {street}
issue: The gully outside {house} {street} is full to the top and [grass is growing out of it|the water has nowhere to go].
issue: Every time it rains, water stands right across {street} by {landmark} and passing cars soak people at the bus stop.
issue: There is a bad smell from the drains on {street}, worst in the mornings.
ask 12: When was this gully last emptied? => In {month}. It is down for twice a year and we are moving it to four times.
ask 12: When will it be cleared? => By {soon}.
ask 12: Is the pipe itself broken? => We think so. A camera survey is booked, because jetting did not clear it.
answer 12: The gully was emptied on {visited} but fills again, so the pipe behind it must be blocked by roots. It needs a camera survey.
answer 3: This one belongs to the water company, not to us. We reported it for you on {visited}; their number for it is {job}.
promise 12: jet the gully and the pipe behind it
promise 2: have the drain under {street} surveyed by camera
ask 3: Whose drain is it? => The water company's. They have been told, and must look at it within five working days.
promise 3: ask the water company what it found, and tell you

## road-flooding
subject: Flooding at {street}
subject 12: Flood risk, {street} – residents worried
subject 3: Water in gardens, {street}
issue: {street} flooded again on {weekday} and the water came to within an inch of the doors at number {house}.
issue: The culvert under {street} is choked with branches and residents fear the next heavy rain.
issue: Water is running off the field behind {street} and straight through the gardens.
ask 2: When will the culvert be cleared? => By {soon}. The grille has been cleared already.
ask 12: Can residents have sandbags? => We keep them for homes about to flood. Anyone at risk can ring {phone}, day or night.
ask: What is being done for the long term? => A drainage study of this valley is under way and will be published in {later}.
answer 12: We walked the watercourse on {visited}. The grille was blocked and has been cleared; the silt inside the culvert needs a machine.
answer 3: The water comes from the field drain, which belongs to the farm. We have met the owner, who will dig out the ditch.
promise 12: clear the silt from the culvert under {street}
promise: write to every house on {street} about what to do if water rises
`)
