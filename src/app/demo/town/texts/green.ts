import { familyOf } from './family.ts'

export const green = familyOf(`
team: the parks team
askback: Could you show me the spot on a map, or send a photograph? => I have put a cross on the map and attached it.
askback: Would you like to meet our officer there? It may save a good many letters. => Yes please. Any morning but {weekday}.
detail: It has been mentioned at every residents' meeting since {month}.
detail play-area park-upkeep: The friends of {park} have offered a Saturday's work and a bit of money towards it.
detail play-area park-upkeep grass-cutting: It was fine last year, so residents wonder what has changed.
detail play-area park-upkeep grass-cutting overhanging-tree protected-tree: {resident}, who walks there every day, brought it to my surgery.
detail: I know that the team is two people short, and what they do manage is much admired.
detail play-area park-upkeep grass-cutting: There is a community day at {park} soon and it would be grand to have it done.
voice: It is the one bit of green we have, and we love it.
voice: Please do not let it get any worse.
voice play-area park-upkeep: I have walked my dog there for {years} years and never seen it like this.
voice play-area: The children ask every day whether it is mended yet.
next play-area park-upkeep allotments overhanging-tree grass-cutting: We will put a notice up on the spot, so that people know what is happening.
next: The area supervisor will meet you there, if that would help.
askback play-area park-upkeep: Is it the part by the entrance or the far end? Different teams look after them. => The far end, by the fence at the back of {street}.
askback play-area park-upkeep: Would the friends' group lend a hand for a day? => Yes! They have already drawn up a rota.
note: Checked the asset list: ours, last looked at in {month}.
note: No budget left on this code. Asked the supervisor about the section 106 money for {ward}.

## play-area
subject: Play area at {park}
subject 2: Broken swing, {park}
subject 1: Slide taped off since {month}
issue: The big slide at {park} has been taped off since {month}.
issue: One of the swings at {park} has a broken seat, and the surface under it is coming up.
issue: There is nothing at {park} that a child in a wheelchair can use.
ask 12: When will it be mended? => By {soon}. The part came on {visited}.
ask 12: Is the rest of the play area safe? => Yes. It was inspected on {visited} and everything else passed.
ask 3: Could an accessible roundabout be considered? => Yes. It is in the plan for {later}, and we would like families to help choose it.
answer 1: The slide was closed after our weekly inspection found a crack. The maker has sent the part, and it can now be fitted.
answer 3: We agree that {park} has too little for children who use wheelchairs. There is £38,000 of developers' money for {ward}, and we propose to spend part of it here.
promise 1: mend and reopen the slide at {park}
promise 3: hold a choosing day at {park} for families
answer 2: The seat was taken off after our inspection on {visited}, and the surface is booked to be done with it.
promise 2: fit the new swing seat and relay the surface

## park-upkeep
subject 1: {park} looking sorry for itself
subject 1: Benches in {park}
subject 23: Gates and paths at {park}
issue: The flower beds in {park} are full of weeds, and two of the benches have lost their slats.
issue: The gate to {park} on {street} has been locked in the daytime twice this week.
issue: The path through {park} floods, and people walk round it and churn up the grass.
ask 2: Who opens the gates, and when? => A contractor, at half past seven. He now signs for it each morning.
ask 1: When will the benches be repaired? => By {soon}.
ask 1: Can the friends' group plant the beds themselves? => With pleasure. We will give them the plants and a tool box.
answer 1: The beds were dropped from the round in the last budget. We would be glad for the friends' group to take them on, and will supply plants and compost.
answer 2: The lock was being opened late. The contractor has changed the rota, and we will check for a fortnight.
promise 1: mend the benches in {park}
promise 3: relay the low part of the path so that it drains
answer 3: The drain beside the path is broken. We will lift 20 metres and lay it again with a fall.
promise 2: report to you on a fortnight of morning checks
ask 3: Can the path be raised where it floods? => Yes, it will be relaid with a fall.

## grass-cutting
subject 13: Grass cutting, {street}
subject 2: Long grass at {park}
subject 1: Verges on {street} – cannot see round the corner
issue: The verges on {street} have not been cut since {month}, and drivers cannot see past them at {street2}.
issue: The contractor cut the grass at {park} and left it lying in clumps on the paths.
issue: The wildflowers on the {street} verge were mown just as they came out. Residents were so sad about it.
ask 1: When is the next cut? => By {soon}.
ask 1: Was {street} missed? => Yes, the mower broke down and the crew started again in the wrong place.
ask 3: How will the wildflowers be protected next year? => The verge is marked on the crew's map now, and there will be a small sign.
answer 1: The verge was missed when a mower broke down. The corner has been strimmed for safety and the rest is due with the next cut.
answer 3: The crew did not know about the wildflowers, because the map they carry was last year's. I am sorry. It is marked now.
promise 1: cut the verges on {street}
promise 3: have the wildflower sign made
ask 2: Will the clumps be cleared? => Yes, by {soon}.
answer 2: The grass was wet, and the contractor did not go back for it. He will do so at his own cost.
promise 2: have the paths in {park} cleared

## allotments
subject 1: Allotment waiting list, {ward}
subject 2: Water at the allotments
subject 3: Plot left to brambles
issue: {resident} has been on the waiting list for a plot in {ward} for {years} years.
issue: The water tap at the {street} allotments has been off since {month}.
issue: {number} plots at the {street} allotments are waist-deep in brambles while people wait for one.
own 1: I have been on the waiting list for a plot in {ward} for {years} years and would love to know where I am.
ask 1: What place on the list has been reached? => The person asking is now fourth. About five plots come free each year.
ask 2: When will the water be back? => By {soon}. The leak has been found.
ask 3: What is done about plots nobody works? => The holder has a letter and 28 days, then a second letter, then the plot is let again.
answer 13: We walked the site with the association on {visited}. Letters have gone to the holders of the neglected plots, which should free at least three.
answer 2: The pipe had burst under the main path. It has been dug out, and a new length goes in this week.
promise 2: mend the water pipe at the {street} allotments
promise 13: offer the freed plots to the next people on the list

## overhanging-tree
subject 14: Tree outside {house} {street}
subject 1: Dangerous branch, {street}
subject 2: Trees on {street} blocking light
issue: A large branch on the tree outside {house} {street} is hanging over the pavement and creaks in the wind.
issue: The limes on {street} have not been pruned for years; it is dark indoors by mid-afternoon.
issue: A tree by {landmark} came down in the wind, and the stump and branches are still across the path.
issue: The roots of the tree on {street} are lifting {resident}'s front wall.
own 1: A large branch on the tree outside my house is hanging over the pavement and creaks in the wind.
own 2: The limes on {street} have not been pruned for years, and I need the lamp on by three o'clock.
ask 1: Is the tree safe? => The tree officer looked on {visited} and found it sound, apart from one dead limb.
ask 1: When will it be pruned? => The dead limb will be off by {soon}.
ask 2: Why are the trees not cut every year? => We inspect every three years and cut for safety, because frequent cutting weakens a tree. Light alone is not a reason in our policy.
answer 1: The tree officer looked on {visited}. The tree is healthy, but one limb is dead and will come off.
answer 2: We will not be pruning for light. Our policy keeps the money for safety, and these trees are sound. We will raise the lower branches over the pavement.
promise 1: take off the dead limb outside number {house}
promise 3: clear the fallen branches and grind out the stump
subject 3: Fallen tree by {landmark}
ask 3: When will the path be clear? => It was opened on {visited}. The stump goes by {soon}.
ask 4: Who pays for the wall? => Our insurer decides that. I have sent the claim form.
answer 3: The path was opened on {visited}. The stump needs a machine, which is booked.
answer 4: The tree officer dug beside the wall on {visited}. The root can safely be cut there, and a barrier put in so that it does not come back.
promise 2: raise the lower branches over the pavement on {street}
promise 4: cut the root and put in the barrier

## protected-tree
subject 1: Protected oak at {house} {street}
subject 1: Felling on {street}?
subject 3: Request for a tree preservation order
issue: Contractors have told neighbours that the old oak at {house} {street} is to come down on {weekday}.
issue: A resident of {street} applied to prune a protected tree {weeks} ago and has had no decision.
issue: Residents would like the copper beech by {landmark} to be protected.
ask 1: Is this tree protected? => Yes, by an order made in 1987. Felling it without consent is an offence, and the owner has been told.
ask 2: When will the application be decided? => By {soon}, which is within the eight weeks.
ask 3: How does a member of the public ask for an order? => By writing to us with the place and the reason. We have treated your message as that request.
answer 1: The oak is protected. An officer spoke to the owner and the contractor on {visited}, and no work will be done without consent.
answer 3: The tree officer scored the beech on {visited} and it is worth protecting. We will make a provisional order.
promise 3: make a provisional order for the copper beech
promise 2: decide the application to prune
subject 2: Decision on pruning, {street}
answer 2: The application waited for a photograph that nobody had asked for. We have it now, and the decision will follow.
promise 1: look at the oak again, and tell you that it is safe
`)
