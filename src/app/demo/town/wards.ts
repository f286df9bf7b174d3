/** A part of the borough that elects two or three members. Streets belong to one ward only. */
export type Ward = {
  readonly key: string
  readonly name: string
  readonly about: string
  readonly seats: 2 | 3
  readonly streets: readonly string[]
  /** as said in the middle of a sentence: `the old pump house` */
  readonly landmarks: readonly string[]
  readonly parks: readonly string[]
  readonly schools: readonly string[]
}

const list = (text: string): readonly string[] => text.split(', ')

export const wards: readonly Ward[] = [
  {
    key: 'abbots-cross',
    name: "Abbot's Cross",
    about: 'Victorian terraces and corner shops around the old market cross.',
    seats: 2,
    streets: list(
      "Abbot's Row, Cloister Street, Almoner's Lane, Bell Yard, Candle Street, Cross Street, Granary Road, Infirmary Walk, Nettle Street, Pilgrim Terrace, Vesper Street",
    ),
    landmarks: list('the market cross, the Almonry community centre, the parade of shops on Cross Street'),
    parks: list("Pilgrim's Green"),
    schools: list("Abbot's Cross Primary School"),
  },
  {
    key: 'alderbrook',
    name: 'Alderbrook',
    about: 'Post-war semis and allotments along the brook.',
    seats: 3,
    streets: list(
      'Alderbrook Road, Brookside Avenue, Coppice Drive, Damson Close, Heron Way, Kingfisher Road, Moorhen Close, Osier Lane, Sedge Avenue, Teasel Drive, Waterside Crescent, Withy Lane',
    ),
    landmarks: list('the brook footbridge, the Alderbrook shops, the scout hut on Osier Lane'),
    parks: list('Brookside Recreation Ground, Withy Meadow'),
    schools: list('Alderbrook Junior School, Tess Valley Academy'),
  },
  {
    key: 'beacon-hill',
    name: 'Beacon Hill',
    about: 'Steep streets with long views, bungalows at the top and flats at the foot.',
    seats: 2,
    streets: list(
      'Beacon Road, Bonfire Lane, Cairn Close, Hilltop Avenue, Lantern Street, Larch Rise, Lookout Drive, Signal Street, Summit Road, Tinder Lane',
    ),
    landmarks: list('the beacon, the water tower, the top of the Beacon steps'),
    parks: list('Beacon Hill Country Park'),
    schools: list('Hilltop Primary School'),
  },
  {
    key: 'bridge-and-quayside',
    name: 'Bridge and Quayside',
    about: 'The town centre by the river: shops, offices and new flats in old warehouses.',
    seats: 3,
    streets: list(
      'Anchor Wharf, Bridge Street, Capstan Street, Corn Street, Ferry Lane, Fishergate Row, High Street, Quay Street, Ropemaker Street, Salthouse Lane, Steamer Court, Tollgate Street, Warehouse Row',
    ),
    landmarks: list('the Tess Bridge, the Corn Hall, the bus station, the indoor market'),
    parks: list('Quayside Gardens'),
    schools: list('Bridge Street Community School'),
  },
  {
    key: 'castle-mead',
    name: 'Castle Mead',
    about: 'Conservation area below the castle mound, with the busiest junction in the borough.',
    seats: 2,
    streets: list(
      'Bailey Lane, Barbican Road, Castle Street, Constable Road, Drawbridge Way, Falconer Street, Keep Lane, Mead Road, Moat Street, Portcullis Close',
    ),
    landmarks: list('the castle mound, the war memorial, the Mead Road junction'),
    parks: list('Castle Gardens, Mead Field'),
    schools: list('Castle Mead Church School'),
  },
  {
    key: 'coldharbour',
    name: 'Coldharbour',
    about: 'A 1960s estate with strong neighbours, a busy community hub and too few buses.',
    seats: 3,
    streets: list(
      'Barley Court, Bracken Walk, Coldharbour Road, Drover Way, Fallow Close, Flint Walk, Furrow Road, Gorse Avenue, Harrow Close, Heath Walk, Pasture Road, Ploughman Way, Shepherd Court, Tillage Road',
    ),
    landmarks: list('the Coldharbour hub, the precinct, Shepherd Court tower'),
    parks: list('Gorse Park'),
    schools: list('Coldharbour Primary School, Furrow Road Nursery'),
  },
  {
    key: 'dunmere',
    name: 'Dunmere',
    about: 'Villages and farms by the reservoir, joined to the borough in 1974.',
    seats: 2,
    streets: list(
      'Chapel Lane, Dunmere Road, Farrier Lane, Mere View, Milking Lane, Overgate, Reservoir Road, Sluice Lane, Smithy Bank, Wagon Lane',
    ),
    landmarks: list('the Dunmere reservoir, the village hall, the ford at Sluice Lane'),
    parks: list('Dunmere Village Green'),
    schools: list('Dunmere Village School'),
  },
  {
    key: 'eastgate',
    name: 'Eastgate',
    about: 'Shared houses, small workshops and the railway station.',
    seats: 2,
    streets: list(
      'Boiler Street, Carriage Street, Eastgate Road, Engine Lane, Foundry Street, Piston Street, Platform Road, Signalman Close, Station Road, Turntable Way, Viaduct Street',
    ),
    landmarks: list('the railway station, the viaduct, the Foundry arts centre'),
    parks: list('Engine Yard Park'),
    schools: list('Eastgate Primary School'),
  },
  {
    key: 'fernlea',
    name: 'Fernlea',
    about: 'Leafy avenues, three schools and the worst of the school run.',
    seats: 2,
    streets: list(
      'Bluebell Avenue, Bracken Lea Road, Celandine Close, Fern Road, Foxglove Drive, Hazel Avenue, Primrose Road, Sorrel Close, Woodrush Avenue, Yarrow Road',
    ),
    landmarks: list("the Fernlea shops, St Hild's church hall, the roundabout on Fern Road"),
    parks: list('Fernlea Park'),
    schools: list('Fernlea Infant School, Woodrush High School'),
  },
  {
    key: 'greyfriars',
    name: 'Greyfriars',
    about: "Sheltered housing, the hospital and streets full of commuters' cars by eight.",
    seats: 2,
    streets: list(
      'Apothecary Lane, Friars Walk, Greyfriars Road, Hospice Lane, Lavender Street, Mercy Street, Physic Road, Refectory Row, Rosemary Street, Sanctuary Road',
    ),
    landmarks: list('Tessbridge Infirmary, the friary ruins, Lavender House'),
    parks: list('Physic Garden'),
    schools: list('Greyfriars Primary School'),
  },
  {
    key: 'hollowell',
    name: 'Hollowell',
    about: 'Young families, a growing new estate and a road not yet adopted.',
    seats: 2,
    streets: list(
      'Bellflower Way, Bramling Road, Cuckoo Close, Hollowell Lane, Linnet Drive, Meadowsweet Avenue, Plover Road, Skylark Crescent, Swift Close, Wren Drive',
    ),
    landmarks: list('the Hollowell health centre, the new roundabout, the show homes on Linnet Drive'),
    parks: list('Skylark Playing Field'),
    schools: list('Hollowell Free School'),
  },
  {
    key: 'kilnfield',
    name: 'Kilnfield',
    about: "Brickworkers' terraces with small yards, back alleys and a lively high street.",
    seats: 3,
    streets: list(
      'Brick Street, Clay Lane, Firing Street, Glaze Street, Hod Lane, Kiln Road, Mortar Street, Oven Row, Potter Street, Slip Lane, Tile Street, Wedge Street',
    ),
    landmarks: list('the bottle kiln, the Kilnfield baths, the mosque on Potter Street'),
    parks: list('Claypit Park'),
    schools: list("Kiln Road Primary School, Kilnfield Girls' School"),
  },
  {
    key: 'larkrise',
    name: 'Larkrise',
    about: 'Quiet closes, a golf course and a parade of shops at the crossroads.',
    seats: 2,
    streets: list(
      'Birdie Close, Caddie Lane, Cherry Tree Road, Fairway Drive, Larkrise Avenue, Laurel Close, Links Road, Maple Drive, Rowan Way, Sycamore Road',
    ),
    landmarks: list('the crossroads, the golf club, the Larkrise surgery'),
    parks: list('Larkrise Common'),
    schools: list('Larkrise Primary School'),
  },
  {
    key: 'millbeck',
    name: 'Millbeck',
    about: 'Stone terraces and converted mills in the steep valley; first to flood.',
    seats: 2,
    streets: list(
      'Bobbin Street, Carder Street, Dyehouse Lane, Fuller Street, Loom Street, Mill Lane, Millbeck Road, Shuttle Street, Spinner Row, Tenter Hill, Weir Lane',
    ),
    landmarks: list('Dyehouse Mill, the weir, the packhorse bridge'),
    parks: list('Tenter Field'),
    schools: list('Millbeck Primary School'),
  },
  {
    key: 'northfields',
    name: 'Northfields',
    about: 'Council-built crescents around a wide green, and the recycling centre.',
    seats: 3,
    streets: list(
      'Attlee Crescent, Beech Crescent, Compass Road, Elder Crescent, Juniper Road, Northfields Way, Polar Street, Quarry Road, Rowntree Close, Starling Road, Thirlby Road, Whinfield Avenue',
    ),
    landmarks: list('the Northfields green, the recycling centre, the Compass community café'),
    parks: list('Northfields Green, Quarry Park'),
    schools: list('Northfields Primary School, Compass Academy'),
  },
  {
    key: 'orchard-park',
    name: 'Orchard Park',
    about: 'Garden-suburb streets planned around the park.',
    seats: 2,
    streets: list(
      'Blenheim Apple Road, Bramley Drive, Codling Way, Costard Road, Orchard Avenue, Pearmain Close, Pippin Road, Quince Street, Russet Drive, Windfall Lane',
    ),
    landmarks: list('the bandstand, the bowls pavilion, the Orchard library'),
    parks: list('Orchard Park'),
    schools: list('Bramley Drive School'),
  },
  {
    key: 'priory',
    name: 'Priory',
    about: 'Large old houses, many now flats and care homes.',
    seats: 2,
    streets: list(
      'Chantry Road, Cellarer Road, Dean Walk, Evensong Road, Lych Lane, Minster View, Prior Street, Priory Road, Sexton Lane, Vicarage Lane',
    ),
    landmarks: list('the priory gatehouse, the tithe barn, Minster View care home'),
    parks: list('Priory Park'),
    schools: list('Priory Church School'),
  },
  {
    key: 'redwater',
    name: 'Redwater',
    about: 'Between the iron stream and the ring road: works units, terraces and a proud football club.',
    seats: 2,
    streets: list(
      'Anvil Road, Bellows Street, Colliery Row, Forge Street, Hammer Lane, Ironstone Road, Ore Street, Redwater Road, Smelter Lane, Tongs Street',
    ),
    landmarks: list("the football ground, the ring road underpass, the Redwater working men's club"),
    parks: list('Ironstone Park'),
    schools: list('Redwater Primary School'),
  },
  {
    key: 'st-oswins',
    name: "St Oswin's",
    about: 'Students, young renters and long-settled families around the college.',
    seats: 3,
    streets: list(
      "Bursar Street, Campus Road, College Road, Graduate Lane, Inkwell Street, Lecture Street, Oswin Terrace, Quill Road, Scholar Road, St Oswin's Road, Vellum Street",
    ),
    landmarks: list("St Oswin's College, the Quill Road shops, the lido"),
    parks: list('Oswin Fields'),
    schools: list("St Oswin's Primary School"),
  },
  {
    key: 'thornley-vale',
    name: 'Thornley Vale',
    about: 'A market village and its hamlets, with lanes, ditches and one bus an hour.',
    seats: 2,
    streets: list(
      'Blackthorn Lane, Bridle Road, Cartwright Lane, Common Lane, Dewpond Lane, Hawthorn Road, Main Street, Sheepwash Lane, Thornley Road, Vale View, Whitebeam Close',
    ),
    landmarks: list('the Thornley market hall, the duck pond, the level crossing'),
    parks: list('Thornley Rec'),
    schools: list('Thornley Vale Primary School'),
  },
]
