const spellings = `
u=you ur=your r=are y=why n=and nd=and wiv=with wid=with wif=with b4=before gr8=great m8=mate l8r=later 2nite=tonight tonite=tonight tnite=tonight 2nyt=tonight tonyt=tonight 2day=today
2moro=tomorrow tmrw=tomorrow tmr=tomorrow tomoz=tomorrow 2morrow=tomorrow 4eva=forever 4ever=forever 4=for 2=to any1=anyone sum1=someone sm1=someone some1=someone som1=someone every1=everyone evry1=everyone no1=nobody
cos=because coz=because cuz=because bcoz=because bc=because cud=could shud=should wud=would luv=love pls=please plz=please plse=please plis=please pliz=please thx=thanks ty=thanks ta=thanks
dnt=dont dunt=doesnt dint=didnt didn=didnt cnt=cant carnt=cant cannae=cant canny=cant cor=cant wont=wont wnt=wont aint=isnt int=isnt wasny=wasnt dinnae=dont dinny=dont divvent=dont didnae=didnt isnae=isnt wasnae=wasnt wouldnae=wouldnt willnae=wont cudnt=couldnt shudnt=shouldnt wudnt=wouldnt
hs=hes thers=theres ima=i'm+going+to imma=i'm+going+to
gonna=going+to gona=going+to gunna=going+to gunnae=going+to gonnae=going+to gannin=going+to gan=go wanna=want+to gotta=got+to finna=going+to boutta=about+to bouta=about+to tryna=trying+to
summat=something summet=something sumthin=something somethin=something sumfin=something sumat=something nowt=nothing nuffin=nothing nuthin=nothing nothin=nothing owt=anything anythin=anything
wen=when wot=what wat=what wos=was woz=was sed=said sez=says dis=this dat=that da=the dey=they dem=them de=the den=then ther=there dere=there thru=through tho=though bin=been av=have hav=have avnt=haven't hav=have jus=just jist=just jst=just juz=just
oot=out doon=down aboot=about roond=round hoose=house heid=head deid=dead wee=little wean=child weans=children bairn=child bairns=children bairnz=children lass=girl lassie=girl lasses=girls wench=girl lad=boy lads=boys laddie=boy fella=man fellas=men feller=man bloke=man blokes=men chap=man chaps=men guy=man guys=men geezer=man gent=man gentleman=man gentlemen=men gadgie=man gadgies=men bab=love youth=boy yute=boy yout=boy mandem=men mandem=men
mam=mum mom=mum mummy=mum mammy=mum ma=mum maw=mum daddy=dad faither=dad nan=gran nana=gran nanna=gran nanas=gran nans=gran granny=gran grandma=gran grandmother=gran granda=grandad grandpa=grandad bro=brother bruv=brother sis=sister cuz=cousin hubby=husband hubbie=husband missus=wife mrs=mrs missis=wife bf=boyfriend gf=girlfriend fella=man babby=baby babbies=babies bby=baby
hiya=hello alreet=alright bobby=police bobbies=police polis=police feds=police fedz=police popo=police coppers=police copper=police bizzies=police rozzers=police polcie=police polic=police
nife=knife knif=knife nifes=knives knifes=knives shank=knife shanks=knives shanked=stabbed chib=knife chibbed=stabbed chibs=knives rambo=machete zombie=zombie blade=blade strap=gun gunz=guns bom=bomb wepon=weapon weppon=weapon weapn=weapon
hlp=help halp=help hepl=help elp=help ambulence=ambulance amblance=ambulance bleedin=bleeding bleding=bleeding blood=blood blud=blood claret=blood breathin=breathing brething=breathing breething=breathing unconcious=unconscious unconsious=unconscious strangeling=strangling stabed=stabbed stabd=stabbed shotting=shooting atack=attack attak=attack atacked=attacked attakd=attacked
lamped=punched lamping=punching twatted=punched decked=punched chinned=punched clocked=punched leathered=battered leathering=battering braying=battering brayed=battered twatting=punching bootin=kicking booting=kicking booted=kicked kickin=kicking kikin=kicking kikd=kicked kickd=kicked beatin=beating hittin=hitting hurtin=hurting fightin=fighting scrappin=fighting scrapping=fighting punchin=punching stampin=stamping chokin=choking stranglin=strangling killin=killing shoutin=shouting screamin=screaming smashin=smashing bangin=banging tryin=trying comin=coming goin=going gettin=getting holdin=holding chasin=chasing followin=following standin=standing waitin=waiting hidin=hiding burnin=burning dyin=dying cryin=crying throwin=throwing swingin=swinging wavin=waving jumpin=jumping grabd=grabbed grabed=grabbed pushd=pushed draggin=dragging runnin=running lyin=lying layin=laying
kms=kill+myself unalive=kill kmself=kill+myself topself=kill+myself killmyself=kill+myself agen=again agn=again nite=night nyt=night rite=right rn=right+now atm=at+the+moment asap=as+soon+as+possible hav=have frm=from txt=text txtd=texted txtin=texting msg=message fone=phone fones=phones ded=dead skool=school hse=house wrk=work wk=week wks=weeks yr=year yrs=years yo=years+old mth=month mths=months hr=hour hrs=hours min=minutes mins=minutes sec=seconds secs=seconds
h3=he sh3=she th3=the th3y=they m3=me w3=we h3lp=help sh1t=shit 1n=in 0n=on 1s=is  1m=im w1th=with h1s=his
alrdy=already strted=started realy=really evry=every sum=some summit=something probs=probably prolly=probably def=definitely defo=definitely obv=obviously gf=girlfriend ex=ex exs=ex tha=the t=the
`

/** How people type when they are quick, young, from somewhere, or wary: one written form to the words it stands for. */
export const textSpeak: ReadonlyMap<string, readonly string[]> = new Map(
  spellings
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [written = '', spelled = ''] = entry.split('=')
      return [written, spelled.replaceAll("'", '').split('+')]
    }),
)
