export type Kind = 'enquiry' | 'service-request' | 'information-request' | 'complaint' | 'restricted' | 'mp-enquiry'

export type Topic = {
  readonly key: string
  /** in plain words, as it stands in lists */
  readonly name: string
  /** what residents and members say when they mean it */
  readonly keywords: readonly string[]
  readonly mailbox: string
  readonly kind: Kind
  /** number in the Local Government Service List, where one fits */
  readonly lgsl?: number
  /** how often it comes beside the other topics of its mailbox */
  readonly weight: number
}

/** Mailbox, a line of its own; under it: key · name · keywords · kind · weight · LGSL number. */
const register = `
streets
pothole · Potholes · pothole, hole in the road, crater, damaged tyre, broken suspension · service-request · 6 · 557
road-surface · Worn or broken road surface · resurfacing, road surface, loose chippings, road breaking up, patching · enquiry · 3 ·
pavement · Pavement problems · pavement, paving slab, trip hazard, footpath, flagstone, uneven path · service-request · 4 · 537
dropped-kerb · Dropped kerbs · dropped kerb, drop kerb, vehicle crossing, kerb for wheelchair · enquiry · 1 · 477
gritting · Gritting and grit bins · gritting, grit bin, salt, ice, snow, frozen road · service-request · 2 · 561
roadworks · Roadworks and road closures · roadworks, road closure, diversion, temporary lights, dug up · enquiry · 2 · 550
overgrown-hedge · Hedges over the pavement · hedge, brambles, overgrown, cannot get past, blocking the path · service-request · 1 ·
street-lighting
street-light · Street lights · street light, lamp post, lamp column, dark street, flickering light · service-request · 5 · 564
traffic-lights · Traffic lights · traffic lights, signals, stuck on red, green man, timing of the lights · service-request · 2 · 567
drainage
blocked-drain · Blocked drains and gullies · gully, blocked drain, drain cover, standing water, drain smells · service-request · 3 · 664
road-flooding · Flooding · flooding, flooded road, sandbags, culvert, water in the house · enquiry · 2 · 555
road-safety
speeding · Speeding and speed limits · speeding, 20 mph, speed limit, speed bumps, rat run, speed camera · enquiry · 4 · 571
crossing · Pedestrian crossings · crossing, zebra, pelican, cannot cross, crossing patrol, lollipop · enquiry · 2 · 568
school-run · Traffic outside schools · school run, school street, zigzags, drop-off, outside school gates · enquiry · 3 · 546
cycle-route · Cycling and walking routes · cycle lane, bike path, towpath, cycle route, shared path · enquiry · 1 ·
waste
missed-bin · Missed bins · missed bin, bin not emptied, grey bin, no collection, bin lorry · service-request · 6 · 524
missed-recycling · Missed recycling · recycling not collected, blue box, recycling round, cardboard left · service-request · 4 · 533
garden-waste · Garden waste · garden waste, brown bin, garden bin, subscription sticker · service-request · 2 · 530
bulky-waste · Bulky waste · bulky waste, sofa collection, mattress, old fridge, large items · service-request · 1 · 528
new-bin · New and broken bins · new bin, broken bin, stolen bin, replacement bin, lid missing · service-request · 2 ·
assisted-collection · Help putting bins out · assisted collection, pull-out, cannot move bin, help with bins, disabled bin · service-request · 1 ·
communal-bins · Bins shared by flats · bin store, communal bins, flats bins, overflowing bins, rats in bin store · service-request · 2 ·
street-cleaning
fly-tipping · Fly-tipping · fly-tipping, flytip, dumped, mattress in alley, rubbish dumped, rubble · service-request · 5 · 587
litter · Litter and street cleaning · litter, street sweeping, overflowing litter bin, broken glass, leaves · service-request · 3 · 580
dog-fouling · Dog fouling · dog mess, dog fouling, dog poo, dog bin · service-request · 2 · 577
graffiti · Graffiti · graffiti, tagging, spray paint, offensive graffiti · service-request · 1 · 584
abandoned-vehicle · Abandoned vehicles · abandoned car, untaxed vehicle, burnt-out car, flat tyres, abandoned van · service-request · 2 · 372
parks
play-area · Play areas · play area, swings, slide, playground, roundabout, climbing frame · service-request · 3 · 461
park-upkeep · Looking after parks · park, flower beds, bench, park gates, park toilets, paths in the park · enquiry · 3 · 461
grass-cutting · Grass cutting · grass cutting, verge, long grass, mowing, wildflowers, strimming · service-request · 3 ·
allotments · Allotments · allotment, plot, allotment waiting list, water tap, allotment rent · enquiry · 1 · 510
trees
overhanging-tree · Trees and branches · tree, branches, roots, blocking light, fallen tree, sap, dangerous tree · service-request · 4 ·
protected-tree · Protected trees · tree preservation order, TPO, protected tree, felling, conservation area tree · enquiry · 1 · 508
planning
planning-application · Progress of a planning application · planning application, application delay, case officer, planning portal · enquiry · 3 · 516
planning-objection · Objections to an application · objection, object, overdevelopment, overlooking, planning committee, call in · enquiry · 3 · 516
local-plan · Local plan and housing sites · local plan, green belt, housing allocation, infrastructure, doctors and schools · information-request · 2 ·
building-control · Building control · building regulations, building control, completion certificate, dangerous wall · enquiry · 1 · 499
planning-enforcement
unauthorised-building · Building without permission · without permission, unauthorised, extension, outbuilding, no planning permission · enquiry · 3 ·
breach-of-condition · Planning conditions not kept · condition, working hours, construction noise, mud on road, wheel wash · enquiry · 2 ·
untidy-land · Untidy land and buildings · untidy land, eyesore, derelict, boarded up, overgrown site · enquiry · 1 ·
parking
parking-problem · Problem parking · pavement parking, blocked drive, double parking, obstructive, parked on the corner · service-request · 4 ·
residents-permit · Residents' permits · permit, residents' parking, permit zone, visitor permit, permit renewal · enquiry · 3 · 474
penalty-charge · Parking tickets · parking ticket, penalty charge, PCN, fine, appeal, traffic warden · enquiry · 2 · 471
yellow-lines · Yellow lines · yellow lines, double yellows, waiting restriction, junction protection · enquiry · 2 ·
blue-badge · Blue Badges · blue badge, disabled badge, badge renewal, mobility assessment · service-request · 2 · 279
disabled-bay · Disabled parking bays · disabled bay, disabled parking space, bay outside house · service-request · 1 · 274
housing-advice
homelessness · Homelessness · homeless, eviction, section 21, sofa surfing, nowhere to live, sleeping rough · enquiry · 3 · 112
housing-register · Housing register and bidding · housing register, bidding, band, waiting list, priority, council house · enquiry · 4 · 92
temporary-accommodation · Temporary accommodation · temporary accommodation, bed and breakfast, hostel, moved on · enquiry · 2 ·
private-landlord · Private renting · private landlord, rented house, disrepair, HMO, deposit, rent increase · enquiry · 2 ·
home-adaptations · Home adaptations · stairlift, wet room, ramp, adaptation, disabled facilities grant, grab rails · enquiry · 2 · 137
housing-repairs
repair-overdue · Repairs to council homes · repair, repairs, leaking, roof, front door, kitchen, waiting for repair, missed appointment · service-request · 5 · 141
damp-and-mould · Damp and mould · damp, mould, condensation, black mould, wet walls · complaint · 4 · 141
no-heating · Heating and hot water · boiler, no heating, no hot water, radiator, heating broken · service-request · 3 · 141
communal-areas · Stairs, lifts and entrances of flats · lift, communal, stairwell, door entry, bulkhead light, caretaker · service-request · 2 · 141
council-garage · Council garages · garage, garage rent, garage door, garage waiting list · enquiry · 1 · 115
tess-valley-homes
tenancy-and-rent · Tenancies with Tess Valley Homes · rent account, service charge, tenancy, housing officer, Tess Valley Homes · enquiry · 1 ·
anti-social-behaviour
neighbour-dispute · Trouble with neighbours · neighbours, shouting, threatening, harassment, anti-social, intimidating · enquiry · 4 · 870
off-road-bikes · Off-road bikes and nuisance gatherings · off-road bikes, quad bikes, gathering, fireworks, youths, nuisance · enquiry · 3 · 870
cctv · CCTV and community safety · CCTV, camera, drug dealing, unsafe, police patrols · enquiry · 2 · 870
environmental-health
noise · Noise · noise, loud music, barking, party, alarm, noise diary · service-request · 4 · 412
pests · Rats and other pests · rats, mice, pest control, infestation, wasps, bed bugs · service-request · 2 · 431
food-hygiene · Food hygiene · food hygiene, takeaway, restaurant, hygiene rating, kitchen smells · enquiry · 1 ·
dog-warden · Stray and dangerous dogs · stray dog, dog off lead, dog warden, aggressive dog, lost dog · service-request · 1 · 432
empty-property · Empty homes · empty house, empty property, boarded up, squatters, long-term empty · enquiry · 2 · 684
licensing
alcohol-licence · Pubs, shops and late licences · licence, premises licence, late licence, pub garden, off-licence · enquiry · 2 · 860
taxi-licence · Taxis · taxi, private hire, taxi licence, badge, taxi rank, wheelchair taxi · enquiry · 2 ·
street-party · Street parties and events · street party, event, road closure for party, bunting, fete · enquiry · 1 · 1580
leisure-and-libraries
library · Libraries · library, opening hours, library books, story time, library closed · enquiry · 2 · 437
leisure-centre · Pools and leisure centres · swimming pool, leisure centre, lido, changing rooms, swimming lessons, gym · enquiry · 2 ·
community-grants · Grants for community groups · grant, community group, funding, ward fund, voluntary group · enquiry · 1 · 615
council-tax
council-tax-bill · Council tax bills and bands · council tax bill, council tax band, wrong bill, moved house, direct debit · enquiry · 4 · 57
council-tax-discount · Council tax discounts · single person discount, student exemption, discount, carer discount, empty property premium · enquiry · 2 · 59
council-tax-arrears · Council tax arrears · arrears, bailiff, enforcement agent, summons, reminder, payment plan · enquiry · 2 · 57
council-tax-refund · Council tax refunds · refund, overpaid, credit on account, paid twice · enquiry · 1 · 57
business-rates · Business rates · business rates, rateable value, small business relief, shop rates · enquiry · 1 · 55
benefits
housing-benefit · Housing benefit · housing benefit, overpayment, benefit stopped, change of circumstances, claim delay · enquiry · 3 · 69
council-tax-support · Council tax support · council tax support, council tax reduction, low income, hardship fund · enquiry · 2 · 63
free-school-meals · Free school meals · free school meals, meal vouchers, school dinners, holiday vouchers · enquiry · 1 · 4
adult-social-care
care-assessment · Care assessments · care assessment, needs assessment, social worker, home care, care package · enquiry · 4 · 209
carers-support · Support for carers · carer, respite, carers' assessment, break from caring · enquiry · 2 ·
equipment-at-home · Equipment at home · hospital bed, commode, hoist, equipment, occupational therapist, alarm pendant · service-request · 2 · 178
care-charges · Charges for care · care charges, care invoice, financial assessment, care home fees · enquiry · 1 ·
school-admissions
primary-place · Primary school places · primary school, reception place, catchment, infant class, siblings · enquiry · 3 · 13
secondary-place · Secondary school places · secondary school, year 7, school appeal, catchment, waiting list · enquiry · 3 · 14
school-transport · School transport · school bus, school transport, bus pass, travel to school · enquiry · 2 · 3
special-educational-needs
needs-assessment · Education, health and care plans · EHC plan, EHCP, assessment, SEN, special school, annual review · enquiry · 3 · 9
special-needs-transport · Transport for special needs · SEN transport, school taxi, passenger assistant, escort, minibus · enquiry · 1 · 40
elections
electoral-register · Electoral register and postal votes · electoral register, register to vote, postal vote, poll card, proxy · enquiry · 2 · 364
polling-station · Polling stations · polling station, polling place, access to vote, portable cabin · enquiry · 1 ·
information-requests
spending-figures · What the council spends · how much, spend, cost, budget, contract value, consultants · information-request · 3 ·
service-figures · Figures about services · how many, figures, statistics, performance, number of, broken down by ward · information-request · 3 ·
safeguarding-adults
adult-at-risk · Worry about an adult · adult at risk, neglect, self-neglect, vulnerable adult, hoarding · restricted · 2 ·
care-home-concern · Worry about care in a home · care home, care worker, care standards, worried about mum · restricted · 1 ·
safeguarding-children
child-at-risk · Worry about a child · child at risk, worried about a child, neglect, child alone · restricted · 1 ·
human-resources
staff-conduct · Conduct of an employee · rude officer, conduct, complaint about a member of staff, behaviour of staff · restricted · 2 ·
`

/** The register of definitions the demonstration starts with. */
export const topics: readonly Topic[] = topicsIn(register)

function topicsIn(text: string): Topic[] {
  let mailbox = ''
  return text
    .trim()
    .split('\n')
    .flatMap(line => {
      if (line.includes('·')) return [topicIn(line, mailbox)]
      mailbox = line
      return []
    })
}

function topicIn(line: string, mailbox: string): Topic {
  const [key = '', name = '', keywords = '', kind = '', weight = '', lgsl = ''] = line
    .split('·')
    .map(cell => cell.trim())
  return {
    key,
    name,
    keywords: keywords.split(', '),
    mailbox,
    kind: kind as Kind,
    weight: Number(weight),
    ...(lgsl ? { lgsl: Number(lgsl) } : {}),
  }
}
