import { familyOf } from './family.ts'

export const money = familyOf(`
team: the revenues and benefits team
share: This concerns one household, so please share it only with {resident}.
share: You may pass this on to {resident}, with our apologies for the wait.
detail: {she} has given me written consent, which I attach.
detail: {she} has always paid on time and is mortified to have had such a letter.
detail: {resident} has rung {number} times and waited up to 40 minutes.
detail: English is not {her} first language, and the letter was hard to follow even for me.
detail: {she} lost {her} job in {month} and is doing everything right.
voice: I cannot sleep for worrying about it.
voice: I have paid my way all my life. Please tell me what I have done wrong.
voice: The letter says one thing and the person on the telephone said another.
next: A new letter is on its way, and {resident} need do nothing until it comes.
next: {resident} can ring me direct on {phone} and will not have to queue.
askback: Do we have consent on file? I can see the account but may not speak about it yet. => Attached. Sorry, I forgot it the first time.
askback housing-benefit council-tax-bill council-tax-discount: Could {resident} send the tenancy agreement? The date on it decides this. => {she} will bring it to the Town Hall on {weekday}. Whom should {she} ask for?
note: Consent checked. Account put on hold for 28 days so that nothing goes out meanwhile.
note: Two accounts for the same person. Merge before replying.

## council-tax-bill
subject: Council tax bill – {house} {street}
subject: Wrong bill, {resident}
subject 3: Council tax band, {street}
issue: {resident} moved out of {house} {street} in {month} and is still being billed for it.
issue: {resident} has been sent {number} different bills in a fortnight, no two of them the same.
issue: The new flats on {street} have been put in a band higher than those next door.
own 1: I moved out of {house} {street} in {month} and am still being billed for it.
own 2: I have been sent {number} different bills in a fortnight, and no two are the same.
ask 1: What is really owed? => Nothing. The account is closed from the day of moving out.
ask 2: Why were so many bills sent? => Each change to the account makes a new bill. We have put a stop on it until it is right.
ask 3: Who decides the band? => The Valuation Office, not the council. I have sent the form for asking them to look again.
answer 1: The date of moving was entered a year out. It has been put right, and {amount} will be refunded.
answer 2: The account was changed three times in a week and each change sent a bill. The last one is right; the others may be thrown away.
promise 12: send one correct bill and cancel the rest
promise 1: pay back the {amount}
answer 3: Bands are set by the Valuation Office. We have told it of the difference, and residents may ask for a review themselves, free of charge.
promise 3: tell you what the Valuation Office says

## council-tax-discount
subject 1: Single person discount – {resident}
subject 2: Student exemption, {house} {street}
subject 1: Discount removed
issue: {resident} lost the single person discount because a letter was not answered. The letter went to the wrong house.
issue: The students at {house} {street} have been billed although all of them are exempt.
issue: {resident} cares for {her} mother full-time and has only just heard that there is a discount for it.
own 1: I lost the single person discount because I did not answer a letter. I never had a letter.
own 2: All of us at {house} {street} are students and we have been sent a bill.
ask 1: Can the discount be put back? => Yes, from the day it was removed.
ask 3: Can it be backdated? => Yes, to when the caring began. The form is on its way.
ask 2: What proof is needed? => A student certificate for each person; the college has sent them to us.
answer 1: The review letter went to an old address. The discount has been put back for the whole time, and a new bill is on its way.
answer 2: We have checked with the college and all of them are exempt. The bill is cancelled.
promise 1: send a new bill with the discount
promise 3: backdate the discount for carers
subject 3: Discount for carers – {resident}
answer 3: There is a discount for a carer who lives with the person cared for, and {resident} qualifies.
promise 2: write to each of them to say so

## council-tax-arrears
subject 1: Enforcement letter – {resident}
subject 2: Council tax arrears and payment plan
subject 3: Summons sent in error?
issue: {resident} has had a visit from an enforcement agent about {amount}, which {she} says was paid in {month}.
issue: {resident} has fallen behind since {her} hours were cut and would like to pay in smaller amounts.
issue: {resident} had a summons although {she} agreed a plan with the council in {month} and has kept to it.
own 1: An enforcement agent came about {amount}, which I paid in {month}. I was shaking.
own 2: I have fallen behind since my hours were cut and would like to pay in smaller amounts.
ask 1: Will the agents be called off while this is looked at? => Yes, they were told on {visited}.
ask 2: Can a plan be made? => Yes. £25 a month, starting from {soon}, with no further costs.
ask 13: Will the costs be taken off? => Yes, all of them, because the mistake was ours.
answer 1: The payment was made to an old account number. It has been moved, the case withdrawn from the agents and the costs taken off. I am sorry for the distress.
answer 2: We have agreed a plan that leaves enough to live on, and have put {resident} in touch with the advice centre, who can check for benefits.
promise 23: confirm the payment plan in writing
promise 1: check that the agents have closed the case
answer 3: The plan had been put on the wrong account, so the computer saw no payments. The summons is withdrawn.

## council-tax-refund
subject: Council tax refund, {resident}
subject 2: Overpaid council tax
subject 1: Refund promised in {month}
issue: {resident} was told in {month} that {amount} would be refunded and is still waiting.
issue: {resident} paid twice by mistake when the direct debit date was changed.
issue: {resident}'s late father's account is in credit, and the family do not know how to ask for it.
own 1: I was told in {month} that {amount} would be refunded and I am still waiting.
own 3: My late father's account is in credit, and we do not know how to ask for it.
ask 12: When will the money be paid? => By {soon}, to the account it came from.
ask 1: Why has it taken so long? => It needed a second signature, and nobody was told. That step has been changed.
ask 3: What does the family need to send? => Only the death certificate, which the registrar has already shared with us.
answer 1: The refund was waiting for a second signature that nobody had been asked for. It was signed on {visited}.
answer 3: I am sorry for the family's loss. There is nothing more to send, and the refund will be made to the estate.
promise 12: pay the refund of {amount}
promise 3: write to the family
answer 2: The payment on the new date was taken before the old one was stopped. It will be paid back.

## business-rates
subject 1: Business rates, shop on {street}
subject 1: Small business relief – {street2}
subject 2: Rates bill after closing
issue: A shop on {street} has been billed in full although it should have small business relief.
issue: {resident} closed {her} café on {street} in {month} and is still being asked for rates.
issue: Traders on {street} ask for help while the roadworks keep customers away.
own 2: I closed my café on {street} in {month} and am still being asked for rates.
ask 1: Is relief due? => Yes, in full, from {month}.
ask 12: What should be paid meanwhile? => Nothing. The account is on hold.
ask 3: Is there help for traders during roadworks? => The Valuation Office can lower the value for the time. We have sent the traders a short guide.
answer 1: The relief ended when the system was changed and should have carried over. It has been put back, and a new bill is on its way.
answer 2: The lease ended in {month} and so does the bill. I have cancelled what came after.
promise 12: send the corrected bill
promise 3: meet the traders about the relief
subject 3: Help for traders, {street}
answer 3: Roadworks as long as these can lower the rateable value for a time. We will help each trader with the form.

## housing-benefit
subject: Housing benefit – {resident}
subject 2: Benefit overpayment letter
subject 3: Claim waiting since {month}
issue: {resident}'s housing benefit was stopped in {month}, and {her} landlord is asking for the rent.
issue: {resident} has been asked to pay back {amount} although {she} told the council about {her} new hours at the time.
issue: {resident} claimed {weeks} ago and has heard nothing.
own 1: My housing benefit was stopped in {month} and my landlord is asking for the rent.
own 2: I have been asked to pay back {amount} although I told the council about my new hours at the time.
ask 1: Why was it stopped? => A letter asking for payslips was not answered. The payslips have been found, sent in with another form.
ask 13: When will it be paid? => By {soon}, with everything since it was stopped.
ask 2: Can the overpayment be looked at again? => Yes. If we made the mistake and {she} could not have known, it need not be paid back.
answer 1: The payslips had been with us all along, filed with another form. The claim has been put right from the day it stopped.
answer 2: We looked again. {resident} told us in time and the mistake was ours, so nothing has to be paid back.
promise 13: pay the benefit that is owed
promise 1: ring the landlord, with {resident}'s consent, to say that the rent is coming
answer 3: The claim was complete from the start and should have been decided in 14 days. I am sorry. It has been decided now.
promise 2: confirm in writing that nothing is owed

## council-tax-support
subject: Council tax support, {resident}
subject 2: Hardship fund – {resident}
subject: Help with council tax
issue: {resident} works part-time and has been told that {she} earns a few pounds too much for council tax support.
issue: {resident} applied to the hardship fund in {month} and has had no answer.
issue: {resident}'s support changes every month because {her} pay does, and {she} cannot plan.
own 1: I work part-time and have been told I earn a few pounds too much for council tax support.
own 3: My support changes every month because my pay does, and I cannot plan anything.
ask 1: Is the working right? => Nearly. One payment was counted twice, and with that put right there is support of £11.40 a week.
ask 2: When does the hardship panel meet? => On {soon}. The application is complete.
ask 3: Can the bill be evened out? => Yes. We can use an average over three months.
answer 1: One week's pay had been counted twice. With that corrected, {resident} does qualify.
answer 2: The application is complete and goes to the next panel. Nothing will be asked for until it has decided.
promise 1: send the new award letter
promise 3: look at the case again with the average
answer 3: Support follows pay, which makes it jump about. The rules let us use an average, and we will.
promise 2: ring {resident} with the panel's decision

## free-school-meals
subject: Free school meals – {school}
subject 2: Holiday vouchers not received
subject: School meals, {resident}
issue: {resident}'s children at {school} qualify for free meals but are being charged.
issue: The holiday vouchers have not come for {number} families at {school}.
issue: {resident} was told to apply online but has no computer.
own 1: My children at {school} qualify for free meals, but we are being charged.
ask 1: Are the children on the list? => They are now, from the first day of this term.
ask 2: When will the vouchers come? => By {soon}. The school had sent an old list.
ask 3: Can somebody apply by telephone? => Yes, and I have done it with {resident} today.
answer 1: The children qualify. The school has been told and will pay back what was charged.
answer 2: The vouchers were sent to last year's list. New ones have been sent by post to all the families.
promise 2: send the vouchers to every family
promise 13: check with {school} that nothing more is charged
answer 3: Nobody has to apply online. I took the application by telephone, and the children have free meals from Monday.
`)
