import { familyOf } from './family.ts'

export const townLife = familyOf(`
team: the licensing and libraries teams
detail: {number} people have spoken to me about it, which is a good many for {ward}.
detail: I promised a meeting of residents that I would ask.
detail: It matters a great deal to people here, more than you might think.
detail: I should like to be able to tell them something by {weekday}.
voice: It may seem a small thing, but it is not a small thing to us.
voice: Everybody we ask is friendly and nobody seems to know.
voice: I have lived in {ward} for {years} years and never had to ask for anything before.
next: I shall let you know as soon as it is done.
next: The team is on {phone} and glad to help with the form.
askback: Whom may we ring about this? A name and a number would save a week of letters. => {name}, who has said that it is all right to ring. I will send the number separately.
askback: Is there a date that we have to work to? => Nothing fixed, but before the end of next month would be good.
note: Rang the team leader, who will look at the rota today.
note: Same question from another member in {month}. Used that answer as a start.

## alcohol-licence
subject 1: Licence for {street} bar
subject 2: Late hours at the pub on {street}
subject 3: Off-licence, {street} – objection
issue: Residents are worried about an application for a two o'clock licence on {street}.
issue: The pub garden on {street} is noisy well past the time its licence allows.
issue: The shop on {street2} is said to sell alcohol to school children.
ask 1: Until when may people object? => Until {soon}. Objections must be about the four licensing aims.
ask 2: What hours does the licence allow? => Until eleven, with the garden closed at ten.
ask 3: Has the shop been tested? => Yes, on {visited}. I cannot give the result until the case is over.
answer 1: The notice was not displayed for the full 28 days, so the period for objections has begun again.
answer 2: Officers watched from the street on {visited}. The garden was open at twenty to twelve, and the licence holder has been warned in writing.
promise 1: send you the date of the hearing
promise 2: visit the pub on two more evenings
answer 3: Thank you for passing it on. Test purchases are made without warning, and this shop has had one.
promise 3: tell you where the case stands

## taxi-licence
subject 1: Taxi licence – {resident}
subject 2: Taxi rank on {street}
subject 3: Wheelchair taxis
issue: {resident} applied to renew a taxi badge in {month} and cannot work until it comes.
issue: Drivers say that the rank on {street} is always full of parked cars.
issue: {resident}, who uses a wheelchair, was left waiting by {number} taxis at {landmark}.
own 1: I applied to renew my taxi badge in {month} and cannot work until it comes.
own 3: I use a wheelchair, and {number} taxis drove past me at {landmark} on {weekday}.
ask 1: When will the badge be issued? => By {soon}. The police check came back on {visited}.
ask 3: How many wheelchair taxis are there? => 31 of 146. The new policy asks for half by 2030.
ask 3: What happens to a driver who will not take a wheelchair? => It is an offence. With the plate number we can act, and we would like to.
answer 1: The police check took eleven weeks, which is out of our hands, but we should have told {resident}. The badge can now be issued.
answer 3: Refusing a passenger in a wheelchair is an offence. We have the time and the place from the camera and are finding the drivers.
promise 1: issue the badge
promise 3: tell {resident} what was done about the drivers
ask 2: Can the rank be enforced? => Once it has been repainted, yes. Patrols will then come four evenings a week.
answer 2: The rank lost its markings when the road was resurfaced, so nobody could be ticketed.
promise 2: repaint the rank on {street}

## street-party
subject 1: Street party, {street}
subject 13: Road closure for {street} party
subject 2: Event at {park}
issue: Residents of {street} would like to close the road for a party and are put off by the forms.
issue: The friends of {park} want to hold a summer fair and do not know what permission they need.
issue: {street} was told its party needs insurance for five million pounds. Surely not for cake and bunting!
ask 1: How do they apply, and what does it cost? => With one page, six weeks before, free of charge.
ask 3: Is insurance required? => No, not for a street party of neighbours.
ask 13: Can the council lend road signs? => Yes, from the depot on the Friday before.
answer 13: A party of neighbours needs no insurance and no licence. I have filled in most of the form for them, and they only have to sign it.
answer 2: The fair needs a simple event notice, since there will be music and food stalls. I have rung the friends' group to go through it.
promise 13: confirm the road closure
promise 13: keep six road signs at the depot for {street}
own 1: We would like to close {street} for a party and the forms have quite put us off.
own 3: We were told our street party needs insurance for five million pounds. Surely not for cake and bunting!
promise 2: send the friends the event notice, filled in as far as we can
ask 2: What permission do they need? => An event notice, which is two pages. I have made a start on it for them.

## library
subject 1: Opening hours at the library
subject 2: {ward} library – story time
subject 1: Library closed again on {weekday}
issue: The {ward} library was closed on {weekday} without a notice, for the third time this month.
issue: Parents are sad that story time at the {ward} library has stopped.
issue: {resident} cannot get up the library steps since the ramp was taken away.
own 3: I cannot get up the library steps since the ramp was taken away, and I do miss it.
ask 1: Why was it closed? => Two people were off sick, and the rules need two to open. A relief post has been filled.
ask 2: Will story time come back? => Yes, once a week from {soon}.
ask 3: When will the ramp be back? => By {soon}.
answer 1: The library needs two people to open safely, and illness left one. We have now agreed cover with the Orchard library.
answer 2: Story time stopped when the post fell empty. Two volunteers have been trained and it begins again.
promise 3: put back the ramp
promise 2: start story time again
subject 3: Ramp at the {ward} library
answer 3: The ramp was taken away for repair, and the repair was forgotten. I am sorry.
promise 1: report to you on the days it has been open

## leisure-centre
subject 1: Swimming pool closed
subject: Kilnfield baths
issue: The learner pool at the Kilnfield baths has been cold or closed for {weeks}.
issue: The hoist at the pool has not worked since {month}, so {resident} cannot swim.
issue: Families in {ward} cannot get a place in the Saturday swimming lessons.
own 2: The hoist at the pool has not worked since {month}. Swimming is the one thing that helps my back.
ask 2: When will it be mended? => By {soon}.
ask 1: Are lessons being made up? => Yes. Everyone has two free lessons added.
ask 3: How long is the waiting list? => {number} weeks. A new class begins in {later}.
answer 1: The heat exchanger failed, and the part came from abroad. It was fitted on {visited}, and the water is at 31 degrees.
answer 2: The hoist failed its safety test, and a new one was ordered on {visited}. A portable one is on loan from tomorrow.
promise 2: have the new hoist in use
promise 3: open a further Saturday class
answer 3: Two teachers left in {month}. One has been replaced, which is enough for another class.
promise 1: have the temperature of the water shown on the website

## community-grants
subject: Grant for community group, {ward}
subject 3: Ward fund question
subject 12: Grant decision – when?
issue: A lunch club at {landmark} applied for a grant in {month} and has had no answer.
issue: A youth group in {ward} was turned down because its accounts were a week late.
issue: Residents would like to put my ward fund towards planters on {street}.
ask 1: When will the group hear? => This week. The panel met on {visited}.
ask 2: Can they apply again? => Yes. The next round closes in {later}, and we will help with the form.
ask 3: May the ward fund be used for this? => Yes, with a note from the highways team that the planters leave room to pass.
answer 1: The panel met on {visited} and the club has been given £1,200, which is what it asked for.
answer 2: The rules did not allow for late accounts, but there is a small reserve. We have asked the panel to look again.
promise 1: write to the group with the decision
promise 3: ask the highways team about the planters
own 1: Our lunch club at {landmark} applied for a grant in {month} and has had no answer.
answer 3: Planters are just what the ward fund is for. It only needs a note that there is room to pass.
promise 2: tell the group what the panel says
`)
