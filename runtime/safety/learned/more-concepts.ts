/** Further meanings, and further words for those of `concepts.ts`; the same form: a name, then its words. */
export const moreConcepts = `
animal: dog dogs cat cats puppy puppies kitten hamster rabbit tortoise parrot budgie fox foxes badger deer swan swans goose geese duck ducks seagull seagulls gull gulls pigeon pigeons horse horses pony cow cows sheep lamb lambs goat goats pig pigs hen hens chicken chickens spaniel labrador lab lurcher collie terrier chihuahua cockapoo whippet greyhound squirrel rat rats mouse wasp wasps bees hedgehog ferret donkey pheasant peacock owl bat snake lizard fish koi budgies cockerel rooster kitty moggy tomcat husky pug beagle alsatian poodle burmese perro gato pies kot caine pisica cachorro kutta billi kukur biral ci cath eey bisad
machine: alarm printer boiler kettle hoover fridge freezer satnav computer app website mower strimmer drone speaker speakers doorbell camera cctv system robot vending photocopier wifi router telly tv engine generator fan pump dishwasher washing tumble dryer toaster oven microwave screen keyboard pc xbox playstation console server bot charger battery vacuum lift escalator beeping beeps beep detector
prop: inflatable mannequin dummy statue scarecrow gnome teddy doll dolls puppet balloon cardboard waxwork skeleton decoration decorations model lifesize poster mask masks costume cosplay foam nerf pretend water pistol airsoft toy toys lego piñata tattoo sculpture ornament
food: pizza sausage sausages rolls tea toast bbq barbecue brownie pepperoni cake curry chips burger kebab bacon sandwich biscuits cheese eggs chicken roast dinner lunch breakfast pasty pie soup coffee chilli takeaway garlic bread lasagne stew marinade jam crumble turkey gravy
sport: football match goal goals keeper pitch referee ref cricket snooker boxing gym darts bingo choir band gig concert festival carnival rugby tennis golf swimming running marathon spin karate judo ballet dance dancing rehearsal practice training club tournament squad league yoga pilates wrestling sparring bootcamp drumming karaoke
humour: bless haha lol joking joke joker giggle laughing laughed hilarious funny ironically allegedly apparently cheeky daft silly typical honestly wonderwall
closed: sorted resolved fixed finished closed healed mended recovered discharged reunited apologised calmed forgiven repaired replaced settled cancelled cancel dropped released home safe found returned back rescued saved stitches cast plaster scar physio fine grand swapped exchanged insurers insurer glazier locksmith forensics dashcam retired sentenced convicted jailed wedding
weekday: monday tuesday wednesday thursday friday saturday sunday mon tues weds thurs fri sat sun weekend weekdays january february march april june july august september october november december christmas easter summer winter autumn spring fortnight halloween
habit: every always each usually often regularly daily nightly weekly constantly keeps most whenever again normally forever nights days
body: arm arms leg legs head neck throat face eye eyes mouth nose ear hand hands chest stomach belly wrist wrists ankle jaw skull teeth tongue skin lips finger fingers foot knee hip ribs spine shoulder hair scalp brain
failing: limp floppy grey gray stiff sweating clammy foaming frothing twisting swollen swelling drowsy slurring slurred whistling wheezing wheezy rattling gurgling choking gasping pale white blue cold collapsed unresponsive fainting convulsing shaking twitching rigid blank glassy vomiting sick delirious confused drooling lifeless breathless puffy rash hives boiling
hush: quiet silent silence stopped gone still nothing stopping answering moving responding
despair: burden pointless worthless hopeless tired exhausted pretending numb empty anymore forgive peace worth point carrying carry done enough goodbye alone lonely without cope coping cant living alive existing wake waking tomorrow unbearable forever quieter end ending disappear bother
vessel: car van lorry bus taxi motorbike moped quad tractor wagon trailer transit golf astra corsa fiesta bmw audi minibus coach caravan scooter escooter bike ebike tanker digger boat train tram pickup truck jeep vehicle motor samochod masina carro coche gari gaadhi
wreck: rolled overturned flipped ploughed skidded ditch dyke crumpled smashed nose underneath crushed pinned bonnet windscreen roof airbag upside tipped jackknifed sinking submerged burning steaming
captive: locked shut radiator chained chain cuffed handcuffed boot tied gagged cellar taped bound bars padlock cage container wardrobe bundled blindfold blindfolded
drug: pill pills tablet tablets mdma ket ketamine spice coke cocaine heroin fentanyl ecstasy weed cannabis insulin paracetamol morphine codeine diazepam xanax valium vodka bleach antifreeze needle
ward: foster hospital ward carehome hostel unit school nursery refuge shelter placement residential sheltered hospice
official: council licence reference insurance form complaint email online portal website appointment counter inspector letter fine ticket points court freedom request dvla council landlord solicitor tribunal ombudsman
report: report reported reporting logged statement update ref crime number enquire enquiry wondering asking ask question query advice advise information
hurt_by: bruise bruises bruised bruising burnt marks wounds fracture fractured stitches swelling scratches choke
owned: stole stolen nicked pinched theft taken missing lost mislaid left dropped misplaced damaged vandalised scratched dented keyed graffiti
theft_now: loading emptying passing prising jemmying drilling grinding unscrewing hotwiring ripping lifting wheeling pushing
sale: ebay marketplace vinted gumtree depop facebook seller buyer refund bank scam scammer scammed phishing bitcoin crypto paypal card hmrc text link courier voucher
love: boyfriend girlfriend husband wife partner ex fella bloke lad lass mrs missus hubby fiance marriage wedding
ruling: rules rule lets allow allows permission timer receipts ration decides list tracks checks reads answers chooses controls forbids allowance weighs locks
touch: touched touching touches hand lap tickle undress undressed shower secret cuddle kissed kissing grope pictures pics naked nudes webcam snap snapchat roblox discord
work_off: wages passport boss gaffer debt owe owes agency shift shifts hours car wash nail bar farm container caravan visa sponsor recruiter
kin_pressure: engagement rishta nikah ticket tickets flight village cousin shame honour disgrace izzat betrothed dowry passport abroad aunties elders
slur: slurs racist racial terrorist smelly monkey immigrant foreigner paki queer tranny poof dyke retard mong spaz gyppo pikey downs wheelchair hijab turban kippah
alarmed: please help urgent emergency hurry quick quickly asap now send come someone somebody
place_here: here inside upstairs downstairs behind outside under above beside next corner front back landing stairs hallway
height: bridge ledge roof rooftop balcony cliff edge parapet railing railings scaffold crane multistorey viaduct window flyover mast pylon
threat: threatened threatening threatens threat warned said says swore promised going gonna
bargain: pizza delivery order menu haircut appointment taxi umbrella angela lipstick dentist subscription membership parcel avon large topping driver
waitword: waiting parked sat sitting standing stood lurking hanging loitering circling pacing staring watching
animal_act: barking barks bark meowing chasing chased biting bit attacking attacked neighing howling pecking swooping grazing loose
weather: snow flood flooding flooded storm lightning ice icy wind frost rain sunbathing fog
firework: firework fireworks rocket rockets banger bangers bonfire display sparklers
attack: marche marse mere mera marlo gola garaacayaa garaacay dilay garaaca laadayaa feedh feedhay tumayaa mardhor pitacche petacche kope kop stamped stamping jumping nutted chinned kneed elbowed lamped clobbered walloped bludgeoned pummelling pummeled hacking hacked lashing lunging lunged swung headlock scrap scrapping
weapon: mindi qori bunduq bastoolad toorey banduk bondhuk chhuri dao boti churi pistol chapati navaja navajas cuchillos grenade bayonet dart taser catapult airgun spear harpoon cosh poker tyre snooker cue saw chisel secateurs trowel pitchfork petrol firebomb molotov nailgun stanley
fire: dab gubtay kacay gubanayaa aagun agun legeche dhoya dhuwa qiiq jolche purche ogien pozaru arden quemando incendiaron queimando 7aree2a nar mwg tan sulphur scorching smouldering soot singed barbecue ablaze engulfed fumes fume
injury: dhiig neefsan suuxay miyir beeshay dhaawac rokto rokt nishash nishwas oggan behush shwash suffocating haemorrhage haemorrhaging spurting pumping gash gashed sliced amputated impaled concussion concussed fractured dislocated burnt scalded electrocuted anaphylaxis anaphylactic epipen allergic swallowed swallowing contractions waters crowning miscarrying stroke drooping choked
child: ilmo ilmaha carruurta carruur wiil gabar gabadh inan bacchar bachcha baccha bacchake chele meye shishu mey cheleke meyeke dzieciak maly mala copilas copilul criança menino menina niñito niño bebê wean weans bairn bairns grandkid grandkids grandchild tot infant preschooler reception teenage schoolgirl schoolboy
kin: hooyo aabo walaal walaasheed adeer eeddo ma baba bhai bon apa dada amma abba khala chacha nani shashuri shoshur stepbrother granda nan nana grandma grandpa
partner: ninkayga ninkaygu xaaskayga saygayga shami jamai bou swami shwami hubs
fear: caawi caawimo degdeg cabsi cabsanayaa baqayaa fadlan badbaadi gargaar booliska booliis bachan banchan shahajjo sahajjo joldi taratari bhoy voy ashun ashen polish pulish petrified frantic hysterical wailing whimper howling pleading
now: hadda ekhon ekhoni ekhuni ekhono imika abhi halkan eikhane ekhane presently mid-way underway ongoing imminent minutes
past: shalay hore toddobaadkii sanadkii gotokal gotoshoptahe goto age agey bochor mash shoptaha hapta previously formerly ages yonks decade decades childhood
hide: dhuumanayaa qarsan lukiye lukie dorja bondho xidhan xidhnay xiran albaabka lukano atke atkano barricading crouched cowering huddled
intrude: tuug soo galay jabsaday chor dhukse dhukeche dhuke bhangche bhenge dorja janala daaqad jimmying forcing rattling prising shadow cough torch footprints creeping
take: qafaashay kaxaysteen kaxeeyay niye geche tule niya gese niyeche dhore snatching grabbed dragged abducting bundle kidnappers
kill: dili dilayaa dilaan mere felbe khun marbo more jabo mitti suicide dhimasho dhimatay isdilo isdilayaa beheaded slit slaughtered drowned hanged strung
missing: lumay lumay la'yahay harano hariye hariyeche khuje paowa pachchi nikhoj untraceable whereabouts unaccounted
follow: raacayaa raacaya daba socda pichu pichhu ney nicche dariye ache takiye tailing tailed shadowing pursuing
home: guri guriga gurigeyga gurigeena qolka bari basha ghor barir ghore ghorer flatta flat maisonette bedsit cottage farmhouse annexe
silent: hadli karo hadlin bolte parbo na katha kotha shunte aamus whispered mute gesturing mouthed blinking signal
negate: ma maaha maya na nei noy nai kichu dont nope nah neither
admin: lambarka warqad foom codsi form lagbe number lagbe jiggesh jante chai abedon
crime: xaday xatooyo churi korche churi dakati robbery heist shoplifters looters
mind: niyad jab murugo waali mon kharap pagol depressed schizophrenia delusions manic mania psychotic relapse suicidal
object: taleefan boorso mobile bag mani manibag chabi khata
hate: cunsuri midab gali deshe jao xijaab hijaab
`
