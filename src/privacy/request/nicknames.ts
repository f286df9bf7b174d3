/** What people are called by who know them. Each line is one name; more can be given with a request. */
const lines = `
alexander alex sandy al xander
alexandra alex sandra sasha
andrew andy drew
anthony tony ant
barbara barb babs
benjamin ben benny
catherine katherine kathryn cath kate katie kathy cathy kitty
charles charlie chuck chas
christine christina chris chrissie tina
christopher chris kit topher
daniel dan danny
david dave davy
deborah debbie deb debs
dorothy dot dottie
edward ed eddie ted teddy ned
eleanor ellie nell nora
elizabeth liz lizzie beth betty bess eliza libby elsie
frances fran frankie
francis frank frankie
frederick fred freddie
gerald gerry jerry
geoffrey jeffrey geoff jeff
gregory greg
harold harry hal
helen nell ellen
henry harry hal
isabella isabel bella izzy
jacqueline jackie
james jim jimmy jamie
jennifer jen jenny
joanna joanne jo
john jack johnny jon
jonathan jon jonny
joseph joe joey
josephine jo josie
joshua josh
judith judy
katarzyna kasia
kenneth ken kenny
lawrence laurence larry laurie
leonard len lenny leo
margaret maggie meg peggy marge madge greta
mary molly polly
matthew matt
michael mike mick micky
mohammed muhammad mohamed mohammad md
nathaniel nathan nat nate
nicholas nick nicky
nicola nicky nikki
oliver ollie
pamela pam
patricia pat patsy trish tricia
patrick pat paddy
peter pete
philip phillip phil pip
raymond ray
rebecca becky becca
richard rick ricky dick rich
robert rob bob bobby robbie bert
ronald ron ronnie
rosemary rose rosie
samantha sam sammy
samuel sam sammy
sarah sara sally sadie
sean shaun shawn
simon si
stanislaw stan
stephanie steph
stephen steven steve stevie
susan sue suzy susie
theresa teresa terry tess
thomas tom tommy
timothy tim
victoria vicky vic tori
vincent vince vinnie
walter walt wally
william will bill billy willy liam
zachary zach zack
`

const groups = lines
  .trim()
  .split('\n')
  .map(line => line.split(' '))

/** Every form of a first name that we know, itself included; in plain small letters. */
export const formsOf = (first: string): ReadonlySet<string> =>
  new Set([first, ...groups.filter(group => group.includes(first)).flat()])
