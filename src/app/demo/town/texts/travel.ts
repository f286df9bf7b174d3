import { familyOf } from './family.ts'

export const travel = familyOf(`
team: the traffic engineers
askback: Have the residents a view on what they would like to see there? => They are not engineers, and nor am I. They would like it safe, and would welcome a visit.
note cycle-route school-run: Walked it with the map on {weekday}. The members have a point.
next: I would be glad to meet you there, if that would help.
voice cycle-route: I gave up the car to cycle to work and I nearly gave up cycling.
voice: I am sure that a little thought would put it right.
detail: I have had {number} emails about this since {month}, which is a lot for a street this size.
detail speeding crossing school-run: Residents are willing to help with a speed watch or a count if that would move things on.
detail: I raised the same matter two years ago and was told that it would be "kept under review".
detail speeding crossing: It is at its worst between half past eight and nine in the morning.
detail speeding crossing school-run: The parents at {school} have started a petition.
voice speeding crossing school-run: I have stopped letting my two walk to school, and I hate being another car in the queue.
voice speeding crossing: You hear the brakes before you see the car. One day it will not be brakes we hear.
voice speeding crossing school-run: Nobody wants to wait for an accident before something is done.
next speeding crossing: The results will be put on the council's website and sent to you the same day.
next: We will bring a plan to the ward members before anything is drawn up for consultation.
askback speeding crossing: Which time of day do residents find worst? The counter can be down for only a week. => Mornings from eight to nine, and again about six when people come home.
askback crossing school-run: Would the residents accept losing two parking spaces for this? => I have asked around. Most would, as long as the ones by number {house} stay.
note speeding crossing school-run: Three injury collisions in five years within 200 m, all slight. Below the threshold for the programme but worth the count.
note: Spoke with the neighbourhood sergeant, who will send the mobile camera van when free.

## speeding
subject: Speeding on {street}
subject 1: {street} used as a rat run
subject 3: 20 mph limit for {street}?
issue: Drivers are using {street} as a rat run to {street2} and going far too fast.
issue: A cat was killed and a wing mirror taken off on {street} in the same week. People are frightened that a child is next.
issue: Residents of {street} would like the 20 mph limit that {street2} already has.
ask: When was the speed last measured, and what was it? => Two years ago: the average was 27 mph, and 12 in 100 drivers were over 35.
ask 12: Can a speed indicator sign be put up? => Yes, for four weeks from {soon}.
ask 3: What would it take to have a 20 mph limit? => An average of 24 mph or less, or calming to bring it there. A count will tell us.
answer: We do not have figures newer than two years, so we will count first. If the average is over 24 mph, the street goes forward for calming; if not, for a 20 mph limit.
settled 3: The counter found an average of 23 mph on {visited} and the days around it. That is enough for a 20 mph limit without humps, and we shall propose one in {later}.
promise: finish a week of counting on {street}
promise: send you the results of the count

## crossing
subject 1: Crossing needed on {street}
subject 2: Zebra at {landmark}
subject 3: School crossing patrol, {street}
issue: There is no safe place to cross {street} between {landmark} and {street2}.
issue: The zebra crossing on {street} is so worn that drivers no longer notice it.
issue: {school} has been without a crossing patrol since {month}.
ask 2: Can the crossing be repainted? => Yes, by {soon}, weather allowing.
ask 3: Is the crossing patrol post being advertised? => It is advertised until {soon}, and a relief officer covers the mornings.
ask 1: Has {street} been assessed for a crossing? => It was assessed three years ago. We will count again, because the new homes have changed it.
answer 2: The markings are well below standard and will be renewed. We will cut back the branches hiding the beacon at the same visit.
answer 1: The numbers crossing were too few when we last counted. With the new homes that is no longer a fair picture, so we will count again in term time.
promise 2: repaint the zebra crossing on {street}
promise 1: count people and traffic at the crossing place on {street}
answer 3: The post has been empty since {month}. It is being advertised, and a relief officer now covers the mornings.
promise 3: tell you and the school who has been appointed

## school-run
subject 12: School run at {school}
subject 1: Parking on the zigzags, {school}
subject 23: School street for {street}?
issue: Cars stop on the zigzags outside {school} every afternoon, and drivers turn in the gateway with children behind them.
issue: {street} cannot be used by residents for half an hour twice a day because of the school run.
issue: The head of {school} would like to try a school street and has asked for my support.
ask 1: When were patrols last outside {school}? => On {visited}. {number} drivers were moved on and two were given tickets.
ask 23: Could {street} become a school street? => It meets the tests. The next round is decided in {later}.
ask: Who runs the walking bus scheme? => Our travel team does, and they will ring the school this week.
answer 12: Patrols went on three afternoons and will come back without notice. Signs alone have not worked here, so we have put {school} forward for the next round of school streets.
answer 13: We met the head teacher on {visited}. The school will stagger its gates, and we will renew the zigzags so that they can be enforced.
promise 1: renew the markings outside {school}
promise 12: send patrols to {school} on at least three afternoons
own 1: Cars stop on the zigzags outside {school} every afternoon, and drivers turn in the gateway with children behind them.
own 2: We cannot get out of our own street for half an hour twice a day because of the school run.
promise 3: let you know whether {school} is in the next round

## cycle-route
subject 2: Cycle route through {ward}
subject 3: Shared path, {street}
subject 1: Barriers on the towpath at {landmark}
issue: The barriers on the path by {landmark} keep out mobility scooters and cargo bikes as well as motorbikes.
issue: The cycle lane on {street} stops without warning just before {street2}.
issue: The shared path along {street} is covered in wet leaves and broken glass.
ask 1: Can the barriers be changed? => Yes. They fall short of today's accessibility rules and will be replaced with bollards.
ask 2: Is there money to finish the missing length? => It is in the bid we made in {month}. The answer is expected in {later}.
ask 3: How often is the path swept? => Once a month, and fortnightly in autumn from this year.
answer 1: The barriers are too narrow by today's rules. We will put in bollards a metre and a half apart, which stop cars but nobody else.
answer 2: The missing length is in our bid for next year. Until then we will put up a clear sign and a dropped kerb, so that riders can rejoin the road safely.
promise 1: replace the barriers by {landmark}
promise 3: sweep the shared path along {street}
answer 3: The path was left off the autumn round. It has been put back, and the glass was picked up on {visited}.
promise 2: put up the sign where the lane ends
`)
