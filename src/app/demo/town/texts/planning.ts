import { familyOf } from './family.ts'

export const planning = familyOf(`
team: the planning team
askback: Have you seen what is on the website already, or shall I send it to you? => I have seen it, thank you. It is the part about what happens next that I cannot find.
askback local-plan building-control untidy-land: Would a short meeting be more use to you than a letter? => A letter first, please, so that I can share it with residents.
note: History of the site checked. Nothing since {month}.
next local-plan building-control unauthorised-building untidy-land: I have put your name on the file, so that you hear of any change.
voice: I would only like somebody to explain it to me.
note: Asked the case officer for two lines on this by tomorrow.
detail planning-application planning-objection local-plan: I am asking about process only, and have not formed a view on the merits.
detail: Residents of {street2} have the same worry and will be writing for themselves.
detail: {resident} finds the website hard to follow and would be grateful for plain words.
detail planning-application planning-objection: I sit on the planning committee, so please let me know if I ought not to be asking.
detail planning-application planning-objection: A site notice was meant to be put up, and nobody has seen one.
voice local-plan planning-objection: We are not against new homes. We only want to be told the truth about what is coming.
voice planning-application planning-objection local-plan: I have read it {number} times and still do not understand what has been agreed.
voice: It feels as if everyone knew except the people who live here.
next planning-application planning-objection breach-of-condition: Everything published is on the planning pages under the reference {appref}.
next: The case officer is happy to talk it through by telephone on {phone}.
askback planning-application planning-objection: Do you have the application number? There are two on {street}. => It is {appref}, the one for the house next to number {house}.
askback planning-application planning-objection unauthorised-building breach-of-condition: May I tell the owner that the question comes from you, or would you rather not? => Please keep me out of it. I only want to be able to answer the residents.
note planning-application planning-objection: Agent has not sent the amended drawings promised on {weekday}. Chased.
note planning-application planning-objection: Committee member asking. Checked with legal: process only, nothing on merits.

## planning-application
subject: Planning application {appref}, {street}
subject: Delay with application at {house} {street}
subject 13: When will {appref} be decided?
issue: The application for {house} {street} ({appref}) was due to be decided in {month} and is still shown as pending.
issue: {resident} put in plans for a small extension {weeks} ago and cannot find out who the case officer is.
issue: Residents were told that amended plans had been received for {appref}, but they are not on the website.
own 2: I put in plans for a small extension {weeks} ago and cannot find out who my case officer is.
ask: Who is the case officer? => {officer} has taken the case over from a colleague who left.
ask 12: When will it be decided? => By {soon}. The applicant has agreed to the extra time.
ask 3: Are the amended plans going to be consulted on? => Yes, for 14 days, because they change the roof.
answer 12: The case officer left in {month} and the file waited too long for somebody new. I have it now and am sorry for the delay.
answer 1: We are waiting for a bat survey, which can only be made at certain times. The applicant has agreed to extend the date.
promise 12: decide application {appref}
promise 3: put the amended plans on the website and write to the neighbours
answer 3: The plans were received on {visited}, but one elevation was missing. I have asked for it.

## planning-objection
subject: Objections to {appref}, {street}
subject 13: Overlooking – {house} {street}
subject 13: Request to call in {appref}
issue: Many residents of {street} object to {appref} because of overlooking and the loss of parking.
issue: {resident} sent an objection to {appref} and it does not appear on the website.
issue: The plans for {house} {street} show windows that look straight into the playground of {school}.
own 2: I sent an objection to {appref} and it does not appear on the website. Has it been counted?
ask: Until when may people comment? => Until {soon}. Comments that come before the decision is written are still read.
ask 13: Can the application be decided by committee? => Yes. You have asked with a planning reason and in time, so it will go to committee.
ask 12: Are the objections already sent being taken into account? => Yes, all {number} of them. They are published once personal details have been covered.
answer 2: Objections are published after personal details are covered, which took longer than it should. They are all there now, and all count.
answer 13: You gave a planning reason within the 21 days, so the application will be decided by the committee rather than by an officer.
promise 13: put {appref} on the agenda of the planning committee
promise 2: publish the remaining comments

## local-plan
subject 1: Local plan: land off {street}
subject 3: School and doctors' places for new homes in {ward}
subject: Housing numbers, {ward}
issue: Residents are alarmed at talk of {homes} homes on the fields off {street}.
issue: I should like to understand what the draft local plan says about {ward}.
issue: The surgery at {landmark} is full, and people ask what new homes would mean for it.
ask 1: Is the land off {street} in the draft plan? => Yes, as a possible site. No decision has been made, and the inspector will hear both sides.
ask 12: How many new homes are planned for {ward} in all? => The draft has {homes} over 15 years, of which a third would be affordable.
ask 3: What has been said by the health service about surgeries? => They ask for money from each site towards a larger surgery. Their letter is in the published evidence.
ask: When is the next consultation? => It opens on {soon} and lasts six weeks.
answer 1: The site was put forward by its owner and is one of 41 being tested. Being on the list does not mean that it will be chosen.
answer 23: Everything we hold on this is in the published evidence. The three documents that matter for {ward} are named on the local plan page.
promise: send you the page numbers that concern {ward}
promise: hold a drop-in at {landmark}
own 1: We are alarmed at the talk of {homes} homes on the fields off {street}.

## building-control
subject 1: Completion certificate, {house} {street}
subject 3: Building control visit – {street}
subject 2: Unsafe wall on {street}
issue: {resident} is selling {house} {street} and needs a completion certificate for work done years ago.
issue: The wall beside the path on {street} leans over the pavement by several inches.
issue: A builder on {street} says that building control passed his foundations, and neighbours doubt it.
own 1: I am selling my house and need a completion certificate for work that was done years ago.
ask 1: How long does a certificate take? => Five working days once a surveyor has visited. The visit is booked for {soon}.
ask 2: Is the wall dangerous? => It was looked at on {visited}. It is not about to fall, but the owner must rebuild it within 28 days.
ask 3: Were the foundations inspected? => I can confirm that an inspection took place. The details belong to the owner.
answer 1: A surveyor will visit and, if all is well, send the certificate within five working days. There is a fee of {amount}, which I have explained to the owner.
answer 2: Our surveyor looked at the wall on {visited} and has had the path fenced off. The owner has been told to make it safe.
promise 1: visit {house} {street} and send the certificate
promise 2: check that the wall has been made safe
answer 3: The foundations were inspected before the concrete was poured, and the surveyor was satisfied. The owner may show you the record.
promise 3: visit again when the drains are laid

## unauthorised-building
subject 1: Building work at {house} {street}
subject 1: Extension without permission, {street}?
subject 2: Outbuilding behind {house} {street}
issue: Residents of {street} say that a two-storey extension is going up at number {house} and can find no permission for it.
issue: The new outbuilding behind {house} {street} seems to have a kitchen and somebody living in it.
issue: A front garden on {street} has been dug out for parking and the water now runs down the pavement.
ask 1: Does the work need permission? => Yes. It is taller than the law allows without it.
ask: Has anybody visited? => Yes, on {visited}.
ask 1: Can the work be stopped? => Not at once. The owner may apply to keep it, and we have asked for an application by {soon}.
answer 12: We visited on {visited}. The work needs permission and has none, so the owner has been invited to apply or to take it down.
settled 2: We measured it on {visited}. It is within what the law allows without permission, so there is no breach and we have closed the case.
promise 1: decide whether to serve a notice on {house} {street}
promise 2: measure the outbuilding and write to you with the result
subject 3: Paved front garden, {street}
answer 3: Paving that does not let water through needs permission. The owner did not know, and has agreed to put in a drain.
promise 3: check that the drain has been put in

## breach-of-condition
subject 1: Working hours at the {street} site
subject 2: Mud on {street} from the building site
subject 3: Conditions of {appref} not kept
issue: Work on the {street} site starts at half past six, though the permission says eight.
issue: Lorries from the site leave mud the length of {street}, and the wheel wash has not worked for {weeks}.
issue: The trees that {appref} said must be kept have been cut down.
ask 1: What does the condition say? => Eight to six on weekdays, eight to one on Saturdays, never on Sundays.
ask 12: What will be done if it goes on? => We can serve a notice, and a breach of that is an offence.
ask 3: Will the trees have to be replaced? => Yes, with trees of a good size in the first planting season.
answer 1: The site manager was seen on {visited} and has accepted the hours in writing. We will check without notice.
answer 3: The condition was broken. The developer will replant with six semi-mature trees and look after them for five years.
promise 1: make three early visits to the site
promise 3: agree the replacement trees with the developer
answer 2: The wheel wash had run dry. The site manager has put that right, and a sweeper comes at the end of each day.
promise 2: look at {street} on three afternoons

## untidy-land
subject 1: Untidy land, corner of {street}
subject 1: Eyesore on {street}
subject 2: Derelict shop, {street}
issue: The plot at the corner of {street} and {street2} has been an eyesore for {years} years.
issue: The shop at {house} {street} has lost part of its roof, and pigeons are going in and out.
issue: Hoardings round the old site on {street} have blown down and rubbish is piling up behind them.
ask 1: Who owns it? => A company that was dissolved. We are finding out who holds the land now.
ask 13: What powers does the council have? => We can require the land to be tidied, do it ourselves and put the cost on the land.
ask 2: Is the building dangerous? => No, a surveyor checked on {visited}. The loose slates have been taken down.
answer 1: The land harms the look of the street by the test in the law, so we will serve a notice. The owner has 28 days to clear it.
answer 3: We have traced the owner, who lives abroad and has now named an agent. The agent promises to put the hoardings back this week.
promise 1: serve the notice on the owner
promise 3: check that the hoardings are back and the rubbish gone
answer 2: The roof is for the owner to mend. We have required it to be made weathertight within 28 days.
promise 2: check that the roof is weathertight
subject 3: Hoardings down on {street}
`)
