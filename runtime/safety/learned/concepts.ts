import { everydayConcepts } from './everyday-concepts.ts'
import { moreConcepts } from './more-concepts.ts'

const table = `
third: he hes she shes they theyre theyve him her them his hers their theyll hell shell
first: i im ive me my mine we us our weve were id myself
ask: how what when where which who why whats hows wheres can could do does is are would should any anyone did will may
thing: it its that thats this these those
unsure: think maybe might probably possibly sounds looks seems suppose guess
just: just literally suddenly
police: police officer officers pcso constable sergeant station copper pc sgt
hour: o'clock am pm midnight noon morning afternoon evening night
weapon: knife knives machete machetes gun guns shotgun rifle pistol handgun crossbow axe hatchet sword swords hammer hammers screwdriver cleaver chopper dagger samurai katana weapon weapons bat crowbar revolver firearm firearms blade blades knuckleduster scissors shears razor grenade bottle zombie pole plank brick spade stick belt iron hook bar chainsaw needle syringe acid ammonia mallet spanner wrench barrel barrels bullets cyllell gyllell gwn dryll noz nozem pistolet bron siekiera cutit pistol topor cuchillo pistola machado faca navalha chaku churi chhuri goli kirpan talwar bandook sikkina sekina mosaddas silah danda danday bomba
attack: beat beats beaten beating hit hits hitting kick kicks kicked kicking punch punches punched punching strangle strangles strangled strangling choke choked choking stab stabs stabbed stabbing stamp stamps stamped stamping attack attacks attacked attacking batter batters battered battering hurt hurts hurting slap slaps slapped slapping bite bites bitten bit biting smother suffocate throttle throttling jump jumped jumping smash smashed smashing bash bashed bashing assault assaulted assaulting torture torturing pin pinned pinning headbutt headbutted headbutting thump thumped thumping whack whacked swing swings swinging swung fight fights fighting brawl brawling shove shoves shoved shoving push pushed pushing throttled knock knocked knocking slash slashed slashing glass glassed bottled stomp stomped stomping lash drag dragged dragging dragging jumped mug mugged burn burns burning scald scalded lob lobbed throw throws threw throwing thrown spat spit grab grabs grabbed grabbing curo mwrw taro haro fwrw bije bija bil pobil kopie dusi uderzyl bate bat batut loveste lovit pega pegan pegaba pegando golpea golpeando golpeo bater bateu batia bateram maar maarta marta mara maara peet kutt kuttda kuttna kutdi marda maran drab yedrab beyedrab beyedrabny darab drabni byedrabo
sexual: rape raped raping groped groping indecent assaulted consent naked nude nudes touched touching flashed flashing genitals trousers undressed pervert masturbating sexual sexually spiked abused upskirt zgwalcona violata treisio abusaron abusaba abusou violacion zina
kill: kill kills killed killing murder murders murdered murdering dead die dies dying died death suicide suicidal hang hanged hanging noose overdose overdosed lladd marw zabije zabic zabij umrzec omoara ucide moara omor matar mata morir morirme matarme morrer marna maar marjana jaan qatal mawt amoot hay2tel 2atal marr
injury: blood bloody bleed bleeds bleeding bled unconscious collapse collapsed breath breathe breathing unresponsive fitting seizure stroke floppy limp purple blue grey wound wounds wounded injured injury injuries broken bone bruise bruises bruised swollen swelling slumped gasping dizzy faint fainted passed froth foam vomiting pain pains chest heart numb insulin inhaler pulse ambulance paramedic trapped stuck pinned crushed drown drowned drowning hypothermia shivering cold spark krwawi krew nieprzytomny oddycha respira inconstient sange sangrando sangre inconsciente sangue desmaiou desmayo behosh khoon saans khun anadlu gwaedu gwaed damm nazif beyetnaffes yetnaffes
fire: fire fires flames flame blaze blazing burning ablaze alight smoke smoking petrol lighter match matches lit explosion exploded explode gas fumes embers sparks glowing cladding tan dan mwg pozar pali plonie dym benzyna foc arde incendiu fum fuego incendio llamas humo fogo chamas fumo aag agg dhuan 7aree2a 7aree2 nar
water: river canal lake sea weir reservoir pond water quarry tide beach pier dinghy paddleboard kayak current ice ledge edge cliff bridge viaduct roof rooftop railings parapet balcony railway tracks track platform train line rails flyover footbridge scaffold crane bont pont most moscie pod puente ponte pul nehar kobri mostu
hide: hiding hide hidden hid locked lock barricaded wardrobe cupboard attic loft bathroom toilet loo cellar basement under behind wedged shut trapped cuddio guddio cloi schowalam schowana ukrywam zamknelam ascuns ascunsa incuiat escondida escondido encerrada encerrados escondidos escondida trancada trancado chhupa chhupi lukke band mesta5abeya mesta5abeyin 2afel
intrude: intruder intruders burglar burglars breaking broke break broken forced forcing climbing climbed smashed kicked footsteps creak creaking prowler lodger letterbox latch handle stranger strangers masked masks balaclava torri dorri wlamal wlamuje wlamuja wszedl kroki spart intrat pasi entrado entro robando forzando pasos entrou assaltar ghus chor chori kadam 7arami
home: house home flat door doors window windows garden kitchen bedroom stairs landing porch hall hallway loft garage conservatory bungalow caravan downstairs upstairs room drive shed building block garden hallway attic step gate fence ty dy drws ffenestr ystafell dom domu drzwi okno mieszkaniu mieszkania klatce casa usa fereastra apartament scara puerta ventana piso casa porta janela quarto predio ghar darwaza darwaze kamra kamre khirki kothe beit bab sha22a oda
follow: follow follows followed following stalk stalker stalking stalked watching watches watched staring stares waiting waits waited outside lurking chasing chase chased chases harassing harass harassed harassment tracker tracking tag loitering prowling circling sledzi stoi urmareste sta sigue persigue segue peecha picha beyra2ebni mashi dilyn syllu
take: kidnap kidnapped kidnapping abducted abduct snatched snatch taken bundled bundling boot hostage ransom tied rope held holding captive van porwali zabrali rapit luat luate secuestrado llevado llevaron levaram levou sequestrado uthaya utha le-gaye khatfou khataf herwgipio cymryd
missing: missing disappeared vanished wandered absconded lost find search searching gone goll zaginal zaginela zniknela zniknal disparut pierdut desaparecido desaparecida perdido desapareceu perdeu lapata gum gumm ghayeb dae3
child: child children kid kids baby babies toddler boy girl son daughter pupil pupils student students teenager teenagers teen grandson granddaughter grandchildren nephew niece twins infant newborn nursery playground school year plentyn plant babi merch mab dziecko dzieci dziecka syn corka corke corki copil copii copilul baiat baiatul fata fetita nepot nino nina niño niña niños hijo hija hijos bebe crianca criancas filho filha filhos bacha bachay bache bachi bacche beta beti puttar munda kuri kakay walad welad bent ebny benty
elder: gran grandad elderly pensioner dementia alzheimers carer care frail old nain taid babcia babcie dziadek bunica bunicul abuela abuelo avo dadi dada nani nana teta gedo bebe bapu
partner: husband wife partner boyfriend girlfriend ex fiance spouse hubby bloke lover gwr wraig cariad mąż maz zona chlopak dziewczyna sot sotul sotia iubitul prietenul marido mujer esposo esposa novio novia pareja namorado namorada mulher shohar biwi pati patni khaavand gharwala gozy mraty 5atiby
kin: mum dad brother sister uncle aunt auntie cousin mother father parents parent stepdad stepmum stepfather stepson family inlaws sibling relative relatives mam tad brawd chwaer mama tata matka ojciec brat siostra mamo fratele sora parintii padre madre hermano hermana pai mae irmao irma ammi abbu bhai behan baap maa bhen bhra veer ommy abouya akhouya okhti ahly
fear: scared afraid frightened terrified scream screams screaming screamed shouting shout crying cry cries begging beg sobbing whimpering panicking panic shaking trembling help emergency urgent hurry quick please quickly police helpwch plis ofn sgrechian pomocy ratunku pomoc boje krzyczy prosze szybko policja ajutor ajutati frica tipa repede politia ayuda ayudenme socorro miedo grita gritos policia rapido ajuda ajudem medo bachao madad jaldi dar darr khauf bhejo aao mainu police el7a2ouni el7a2ony momken khayfa khayef bsor3a shorta
now: now currently happening still minute moment immediately tonight coming seconds here inside outside back stopped stopping already right again about rwan nawr heno teraz zaraz juz acum imediat ahora mismo agora ja abhi ab hun hune delwa2ty dilwa2ti
past: yesterday ago last previously earlier once before used years weeks months days ended over overnight morning ddoe wythnos diwethaf blynyddoedd wczoraj temu tygodniu roku lat ieri saptamana trecuta trecut luni ayer semana pasada pasado hace antes años ontem semana passada passado anos kal pichle pehle saal salan saalan mahine embare7 fat sana zaman
silent: talk speak listening hear whisper whispering quiet silent voice call ring phone text type typing watching reading shh hush deaf bsl sign siarad clywed mowic rozmawiac slyszy vorbi aude hablar oye escucha falar ouve bol baat sun awaz atkallem sam3
negate: no not never nobody none without isnt wasnt arent werent hasnt havent didnt doesnt dont nothing neither nor hadnt cant wont cannot couldnt dim ddim nid nie nu nao não no nahi nahin nai mat mesh mish la mafeesh
safe: safe fine ok okay alright calm settled asleep home away abroad holiday work working moved left gone staying stopping refuge hostel healed recovered happy dda saff iawn dobrze bezpieczna bezpieczny spokojnie siguranta bine bien segura salvo tranquilo tranquila bem segura seguranca theek mehfooz kwayes kwayesa aman
admin: form reference number report reported statement crime log case officer solicitor insurance insurer insurers appointment email letter copy certificate application apply appeal complaint complain update news enquiry desk counter station opening hours open website chat link upload online fee refund fine ticket points court trial witness evidence property record records caution file dbs cica compensation adroddiad zgloszenie sprawa dosar denuncia informe processo queixa report mahdar
licence: licence license certificate renewal renew variation fac clay clays cabinet dealer deactivated antique heirloom collector amnesty moderator cartridges moderation permit legal illegal law allowed rules carry
fiction: film movie netflix novel book drama episode telly tv podcast documentary panto play theatre actor actors game gaming gta fortnite prop props costume cosplay script rehearsal lyrics song lego plot character detective filming series programme news headline paper radio gazette appeal quiz homework essay project coursework class talk leaflet poster training course exam debate pub historian archive museum exhibition halloween carnival festival charity toy plastic fake rubber paintball airsoft replica reenactment wrestling
object: bike bicycle scooter phone wallet purse bag handbag keys laptop tablet parcel passport medal ring watch glasses umbrella rucksack coat jacket hat medals teddy rabbit cat dog puppy tortoise parrot fox foxes pheasant badger deer swan seagull seagulls hedge tree lawn roses plants fence shed gnome gnomes scarecrow bin bins skip sofa mattress trampoline drum guitar piano music karaoke party bagpipes fireworks firework
road: car van lorry bus taxi motorbike moped quad tractor motorway carriageway junction roundabout crash crashed collision overturned road lane street traffic lights parked parking pavement cyclist pedestrian driver passenger rider wheel bumper mirror dent scratch speeding dashcam swerving wrong
mind: voices hearing paranoid psychosis bipolar depressed depression anxiety medication tablets pills crisis sectioned hallucinating sleep slept coping cope mad breakdown therapist counsellor gp doctor lleisiau glosy voci voces vozes awazen
selfharm: cutting cuts cut self harm harming blades wrists scars sleeves tnie pociela
control: control controls controlling allowed permission checks check tracks passwords password money wages allowance visa passport isolated rules let lets controla kontroluje controleaza controla
exploit: drugs dealing dealer dealers county lines cuckoo cuckooing weed debt owe owes burner runner packages gang grooming groomed older pictures photos nudes blackmail blackmailing boss wages paid pay agency passport caravan container farm nail wash szef patron patronul jefe malik sef sa7eb
honour: marry marriage married wedding engaged engagement forced honour shame dishonour fgm cousin fiance bride abroad pakistan bangladesh somalia shaadi rishta viah slub slubu nunta casarme casar gawaz
hate: racist racism homophobic transphobic muslim jewish gay lesbian trans disabled wheelchair turban hijab headscarf mosque synagogue swastika slur country foreigner immigrant go traveller travellers gypsy
end: goodbye bye sorry note letter anymore anymore end ending over peace funeral will forgive adios adeus adio perdon perdao zegnajcie alvida
crime: stealing steal stole stolen robbing rob robbed robbery nicked nicking theft thief thieves burgled burglary shoplifter shoplifting looting grinder cutting loading bomb explosive vandal vandalised robando robado kradna ukradli ukradziono fura furat roubar roubaram chori sara2 sare2
polite: sorry bother trouble fuss wonder perhaps daresay suppose expect afraid possibly probably nothing kindly
joke: lol haha lmao joking joke 😂 🤣 😅 😆 lmfao rofl banter
bad: 😭 😱 🆘 🔪 🩸 🔥 🔫 👊 🚨 🚑
`

/**
 * What words mean to the learned layer: one word, in any of the languages that people write here in, to the kinds of
 * thing it can be. A word nobody has labelled yet still counts as a weapon, a child, a fear.
 */
export function conceptsOf(word: string): readonly string[] {
  return known.get(word) ?? byEnding(word)
}

const DOING = ['doing']
const DONE = ['done']
const NUMBER = ['number']
const NOTHING: readonly string[] = []
const known: ReadonlyMap<string, readonly string[]> = readTable(`${table.trim()}\n${moreConcepts.trim()}`)

/** The everyday things that a word stands for, as plain marks: too many to be told apart in pairs within the time there is. */
export function everydayOf(word: string): readonly string[] {
  return everyday.get(word) ?? NOTHING
}

const everyday: ReadonlyMap<string, readonly string[]> = readTable(everydayConcepts.trim())

/** Every word of the tables. */
export const wordsWithMeaning: readonly string[] = [...new Set([...known.keys(), ...everyday.keys()])]

/** An unknown word still shows whether something is going on, is over, or is a number. */
function byEnding(word: string): readonly string[] {
  if (word.length > 4 && word.endsWith('ing')) return DOING
  if (word.length > 3 && word.endsWith('ed')) return DONE
  return /^\d/.test(word) ? NUMBER : NOTHING
}

function readTable(source: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of source.trim().split('\n')) {
    const [name = '', words = ''] = line.split(': ')
    for (const word of new Set(words.split(' '))) {
      const row = found.get(word)
      if (row === undefined) found.set(word, [name])
      else if (!row.includes(name)) row.push(name)
    }
  }
  for (const [word, names] of found) names.push(...byEnding(word))
  return found
}
