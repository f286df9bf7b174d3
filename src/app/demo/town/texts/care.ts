import { familyOf } from './family.ts'

export const care = familyOf(`
team: the adult social care team
share: This concerns one household, so please share it only with {resident}.
share: You may pass this on to {resident}, with our apologies for the wait.
detail: I have {her} consent to ask, and would be glad if somebody could ring {obj} rather than write.
detail: {her} daughter lives two hours away and does what she can.
detail: {she} is a proud person and would not thank me for making a fuss.
detail: The hospital at Greyfriars has told the family to ask the council, and the council to ask the hospital.
detail: {she} is {years2} and has never asked for help before.
voice: I am managing, but I do not know for how much longer.
voice: Everyone I have spoken to has been kind. Nobody has rung back.
voice: Mum says she is fine. She is not fine.
next: If things get harder before then, the duty worker is on {phone} at any hour.
next: The worker will ring {resident} every week until it is settled.
askback: Is {resident} content for us to speak to the family as well? => Yes, to {her} daughter. I have the number and will send it separately.
askback: Is there any urgent risk this week that I should tell the duty worker about? => Not today, thank you. {she} has a neighbour who looks in.
note: Rang the resident. Chatty, wants to stay at home, worried about cost. Visit booked.
note: Therapist's report in. Equipment ordered under {job}.

## care-assessment
subject 1: Care assessment for {resident}
subject 1: Waiting for a social worker
subject 2: Home care visits missed – {resident}
issue: {resident} of {street} was referred for an assessment in {month} and is still waiting.
issue: {resident}'s carers have missed {number} visits in a fortnight, and {she} goes without a hot meal when they do.
issue: {resident} came out of the Infirmary on {weekday} with no care in place.
own 1: I was referred for an assessment in {month} and am still waiting.
own 2: My mother's carers have missed {number} visits in a fortnight, and she goes without a hot meal when they do.
ask 13: When will the assessment be made? => On {soon}, at home, at two in the afternoon.
ask: Who is the worker? => {officer}, who rang on {visited}.
ask 2: What is being done about the missed visits? => The provider has changed the round and must report each visit to us for a month.
answer 1: The referral waited longer than our own 28 days, and I am sorry. A worker has been found and has already rung.
answer 2: The provider was short of staff at weekends. A second provider has taken over the Saturday and Sunday visits.
promise 1: visit {resident} for the assessment
promise 2: tell the family what our checks of every visit have shown
subject 3: Home from hospital without care – {resident}
answer 3: The ward sent its referral to a mailbox that had closed, and I am sorry. Care began on {visited}, with four visits a day.
promise 3: see {resident} again to decide what is needed in the long run

## carers-support
subject: Support for {resident}, carer
subject 2: Respite – {resident}
subject: Carer's assessment
issue: {resident} has cared for {her} husband for {years} years without a break and is exhausted.
issue: The respite that {resident} was promised for {month} was cancelled the day before.
issue: {resident} is 23 and looks after {her} mother as well as studying at the college.
own 1: I have cared for my husband for {years} years without a break, and I am worn out.
own 2: The respite I was promised for {month} was cancelled the day before.
ask 1: What can be offered? => A sitting service one afternoon a week from {soon}, and a week's respite in {later}.
ask 2: Why was the respite cancelled? => The home had an outbreak of illness. Another home has been found.
ask 3: Is there help for young carers? => Yes. The young adult carers' group meets at the Foundry, and the college gives extra time.
answer 1: A carer's assessment was made on {visited}. It gives {resident} a free afternoon each week, beginning at once.
answer 2: I am sorry that the respite fell through. We have booked another home that {resident} has seen and likes.
promise 1: start the weekly sitting service
promise 2: confirm the week of respite in writing
answer 3: {resident} should have had an assessment at 18 and did not. It has been made now, and a worker will call each week.
promise 3: introduce {resident} to the group

## equipment-at-home
subject: Equipment for {resident}
subject 1: Hospital bed – {house} {street}
subject 2: Pendant alarm not working
issue: {resident} was promised a hospital bed in {month}, and {her} family are lifting {obj} themselves.
issue: {resident}'s alarm pendant has not worked since the telephone line was changed.
issue: The hoist at {house} {street} is too wide for the bathroom door.
own 1: We were promised a hospital bed in {month}. Until it comes we are lifting Dad ourselves.
own 2: My alarm pendant has not worked since the telephone line was changed.
ask 13: When will the equipment come? => On {soon}, between nine and one, with somebody to show how it works.
ask 1: Is there anything safe to use meanwhile? => Yes, a lending set was taken round on {visited}.
ask 2: Will the pendant be changed? => Yes, for one that works without the line.
answer 1: The order went to the old supplier, which had closed. It has been placed again as urgent, and a loan was delivered on {visited}.
answer 2: Pendants that need the old line are being changed across the borough. This one has been moved to the front.
promise 13: deliver and set up the equipment
promise 2: change the pendant
answer 3: The hoist was measured for the wrong door. A narrower one has been ordered.

## care-charges
subject: Care charges – {resident}
subject 1: Invoice for care not received
subject 3: Care home fees
issue: {resident} has been charged for visits that never took place.
issue: {resident}'s family have had a bill for {amount}, going back to {month}, with no explanation.
issue: {resident} does not understand the financial assessment and is afraid of losing {her} home.
own 1: We have been charged for visits that never took place.
own 2: We have had a bill for {amount}, going back to {month}, and no explanation at all.
ask 1: Will the visits be taken off the bill? => Yes, all {number} of them.
ask 2: What makes up the amount? => I have sent a page that shows it week by week.
ask 3: Is the home counted? => Not while a husband, wife or close relative lives in it.
answer 1: We compared the bill with the provider's log. {number} visits did not take place and have been taken off.
answer 2: The bill waited for the financial assessment, which took too long. It can be paid over twelve months.
promise 12: send the corrected bill
promise 3: have an adviser visit to explain the assessment
answer 3: Nobody will lose a home in which a husband, wife or close relative lives. An adviser will go through the rest in person.
`)

export const safeguarding = familyOf(`
team: the safeguarding team
share: Please keep this to yourself.
share: This is for you alone, and not to be passed on.
discreet: yes
askback staff-conduct: Would the person be willing to speak to us? They may bring somebody with them. => I think so. I will ask, and ring you.
detail: I have told nobody else.
detail: I did not take any notes with names in them, and would rather speak than write.
detail: The person who told me is worried, and wishes to be kept out of it if that is possible.
voice: I did not know who else to tell.
voice: I may be wrong, and I hope I am.
next: You have done the right thing. Please share it with nobody else.
next: I shall not be able to tell you what is found, and I hope you will understand why.
askback adult-at-risk care-home-concern child-at-risk: May I ring you today? Please do not send any more by email. => Yes, any time after two. My number is on your list.
askback adult-at-risk care-home-concern child-at-risk: Is anybody in danger at this moment, as far as you know? If so, please ring 999 first. => Not to my knowledge. I would have rung at once.
note: Spoke to the member at length. Everything is on the case system, nothing more here.
note: Strategy discussion held. Reference on the case system only.

## adult-at-risk
subject: Confidential: worry about a resident
subject: In confidence – an older resident
subject: For the proper officer only
issue: I am worried about an older resident in {ward} who seems not to be eating or keeping warm.
issue: A resident of {ward} told me of a neighbour whose house has become very hard to live in and who no longer answers the door.
issue: A resident seems to be under pressure from somebody over money. I would rather give the details by telephone.
ask: Can somebody ring me today? => Yes. I rang at half past two, and we spoke.
ask: Is there anything that I should or should not do? => Please do not visit alone. If you are worried at any time, ring {phone}.
answer: Thank you for telling us. A social worker has the matter in hand, and a visit has been made.
answer: Thank you. We have acted on what you told us, with the person's wishes first. I cannot say more.
promise: ring you to say that the matter has been allocated

## care-home-concern
subject: Confidential: a care home
subject: In confidence – care in a home
issue: A family has spoken to me about the care of a relative in a home in {ward}.
issue: A former member of staff of a home in {ward} has told me things that I think you ought to hear.
ask: How may the family speak to you? => On {phone}. They may ring without giving the name of the person who told you.
ask: Does the regulator need to be told? => We tell them ourselves, the same day.
answer: Thank you. We have spoken to the family and visited the home. The regulator has been told.
answer: Thank you for passing this on so quickly. It is being looked into with the regulator.
promise: ring the family

## child-at-risk
subject: Confidential: worry about a child
subject: In confidence – for safeguarding
issue: A resident of {ward} is worried about a child living near them. I would rather not write the details.
issue: Something said to me at an event in {ward} has left me uneasy about the welfare of a child.
ask: Can somebody ring me today? => Yes. The duty social worker rang within the hour.
ask: Should the resident ring as well? => Yes, please, on {phone}. They need not give a name.
answer: Thank you for acting at once. The duty social worker has everything you told us, and it is in hand.
answer: Thank you. The matter has been looked into by the right people. I am not able to say more.
promise: ring you to say who has the matter

## staff-conduct
subject: Confidential: conduct of an officer
subject: In confidence – for human resources
issue: A resident has complained to me about the way an officer spoke to them, and I do not think it belongs in a shared mailbox.
issue: I wish to raise, in confidence, something I saw at a meeting with an officer.
issue: An employee has come to me as a councillor about how they are being treated at work.
ask: Who will look into it? => A manager from another service, appointed by the head of human resources.
ask 1: Will the resident be told the outcome? => They will be told that it has been dealt with, but not how.
answer 12: Thank you. It is being looked into under our policy by somebody from outside the service. I cannot discuss a named person.
answer 3: Thank you for raising it in the right place. The employee has been offered support and knows how to raise it formally.
promise: tell you whether the matter has been concluded
`)
