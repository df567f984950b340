/** What is written down after a call, of any trade; the trades' own words stand in trades.table.ts. Before the bar as there; `erhverv`,
 * `omsorg`, `kunder` and `produktion` are sectors (said.ts). {måned} is
 * three months on or more, {dag} the next day or so, {kl} a time. `også`: the second sentence of a report. */
export const callNotes = `
  intet | Telefonsvarer. / Telefonsvarer: lukket til kl. 13. / Ringede ud. / Optaget. / Telefonsvarer, træffes bedst {dag} formiddag.
  intet | Telefonsvarer: træffes fra kl. {kl}. / Svarer ikke før kl. {kl}.
  intet 10+ | Omstillingen kunne ikke få fat i nogen. / Sad i kø i omstillingen og opgav. / Receptionen ville ikke stille om; prøv {dag}.
  intet -9 | Mobilen er slukket.
  nej | De klarer selv oplæringen. / Bruger allerede en privat udbyder og er glade for den.
  nej | Havde en dårlig oplevelse med et kursus for nogle år siden. / Ikke noget for dem, og venligt sagt.
  nej | Har lige haft en konsulent ude og vil se, hvad det bliver til. / Synes, det er for meget papirarbejde med godtgørelsen.
  nej | Vil gerne lades i fred, men var flink. / Sidste hold blev aflyst to gange. Det gider de ikke igen.
  nej | Synes ikke, kursusstederne ligger nær nok.
  nej -19 erhverv | Ejeren går på pension om et år. / Går stille for tiden; vil ikke bruge penge på noget.
  nej -19 erhverv | Bruger kun faglærte og mener, de kan deres ting.
  nej 50+ | Har egen kursusafdeling.
  nej -9 | Er for få til at undvære nogen.
  nej -19 | Kan ikke se, hvad de skulle bruge det til.
  nej 10+ | Har spurgt folkene, og ingen var interesserede. / Har lige omlagt, og der skal være ro.
  nej 50+ | Alt går gennem HR, og de har valgt.
  nej -9 erhverv | Har selv undervist i faget i tyve år.
  nej -49 erhverv | Har en søn på teknisk skole og spørger ham.
  senere produktion | Midt i en stor ordre. Ring igen, når der er ro på. / Er i gang med en certificering til {måned}.
  senere | Vil gerne høre mere i {måned}. / De flytter til nye lokaler lige nu. / Har lige haft alle på førstehjælp. Gerne igen i {måned}.
  senere | Ringer selv, ellers må vi ringe i {måned}.
  senere 10+ | Ny chef starter snart, ring i {måned}, når hun er faldet til. / Det skal op på et ledermøde først; ring i {måned}.
  senere 5+ erhverv | Er ved at skifte økonomisystem. Det er bedre i {måned}. / Har mistet en mand og skal have fundet en ny først.
  senere erhverv | Positiv, men afventer regnskabet.
  senere 5+ | To langtidssyge, kan ikke undvære nogen, før de er tilbage.
  senere -19 | Skal på barsel; ring i {måned}.
  senere 10+ erhverv | Skal have lønforhandlingerne overstået først.
  senere -49 erhverv | Generationsskifte. Datteren bestemmer fra {måned}.
  ja | Vil gerne have overblik over, hvad der kan fås, og hvad det koster. / Papirarbejdet er blevet digitalt, og ikke alle er med.
  ja | Hørte om os fra naboen, som har haft besøg. / Har problemer med at finde folk, vil hellere lære nogen op.
  ja | Vil høre om støtte: hvad giver kompetencefonden? / Kom gerne over middag, så er der tid til en kop kaffe.
  ja | Ved ikke, hvad VEU-godtgørelse er, og vil gerne have det forklaret. / Skrev til os i fjor og fik ikke svar. Det skal vi gøre godt igen.
  ja 5+ | Tag gerne en fra FVU med. / Har fået to nye fra jobcentret, der skal læres op.
  ja -19 | Vil vide, om små hold kan slås sammen med andres.
  ja 10+ | Både leder og arbejdsmiljørepræsentant vil være med. / Skal lave uddannelsesplan efter en MUS-runde.
  ja -9 | Er alene om alt; en halv time må række.
  ja 20+ | Tillidsrepræsentanten har spurgt om kurser til alle.
  ja kunder | Vil helst mødes {dag} eller derefter, før åbning.
  ja produktion | Naboens værkfører anbefalede os.
  ja 5+ produktion | Har to, der gerne vil være faglærte.
  igen 5+ omsorg kunder | Skal se på vagtplanen først.
  igen | Var på vej til møde. / Den, der bestemmer, er ikke inde. / Holder frokost. / Sad i bilen, dårlig forbindelse.
  igen | Vil ringes op, når kalenderen er ved hånden. / Var på trappen til tandlægen.
  igen -19 erhverv | Ville lige vende det med sin makker.
  igen kunder | Havde en kunde ved disken.
  igen 10+ erhverv | Chefen er på messe, tilbage {dag}.
  igen -49 erhverv | Spørger lige bogholderen om økonomien.
  igen 10+ | Skal have en kollega med på en lytter.
  igen produktion kunder | Midt i en levering.
  forkert | Nummeret hører til en privat. / Ikke i brug. / Går til en anden virksomhed.
  aldrig | Vil ikke ringes op af nogen. Venlig, men bestemt. / Bad om at blive slettet af listen.
  aldrig erhverv | Mener, at det offentlige skal holde sig væk.
  lukket -9 | Lukker ved månedens udgang.
  lukket | Solgt og lagt ind under naboen. / Er ophørt, siger de.
  også | De har ikke haft besøg af en skole før. / Lønnen imens var det store spørgsmål; godtgørelsen svarede på det meste.
  også | Kompetencefonden kendte de ikke. / Der er mere lyst blandt de ansatte, end {fornavn} havde ventet.
  også | Det skal kunne foregå i {by} eller tæt på. / {fornavn} ville vide, hvad det koster, før vi talte om noget andet.
  også | Vi kom også ind på, hvem der kan afløse imens. / {fornavn} har dårlige erfaringer med aflyste hold, og det tog vi alvorligt.
  også | Vi talte mest; {fornavn} havde tænkt sig godt om i forvejen. / {fornavn} skriver, når kalenderen er lagt.
  også | {fornavn} spurgte, hvem der ringer, hvis noget bliver ændret. Det gør vi. / Vi gennemgik, hvad der er gratis, og hvad der koster.
  også | Et kursus skal ligge, så det ikke rammer de travle uger. / {fornavn} vil have det på skrift, før det bliver til noget.
  også | Vi blev enige om at begynde småt. / Transporten til kurset er et emne; ikke alle har bil.
  også | {fornavn} var overrasket over, hvor meget der findes. / Det gik langsomt i begyndelsen og blev et godt møde.
  også | Næste skridt er vores; {fornavn} har nok at se til så længe. / {fornavn} viste os det, de selv har lavet til oplæring. Det er godt.
  også 10+ | Vi aftalte at begynde med {antal} og se, hvordan det går. / De er {n}, og højst {antal} kan være væk samtidig.
  også 10+ | De vil helst have undervisningen hos sig selv. / De har et kursusbudget, som ikke blev brugt i fjor.
  også 10+ | Der er to grupper med hver sit behov, og de skal ikke blandes.
  også 20+ | Tillidsrepræsentanten var med og vil tale med kollegerne. / Vi så på, om hele holdet kan screenes, så ingen bliver peget ud.
  også 20+ | Vi aftalte at møde arbejdsmiljøudvalget næste gang.
  også -9 | Med {n} ansatte kan de undvære én ad gangen. / Alle var med ved bordet, og det tog en time.
  også -49 | {fornavn} vil gerne dele hold med naboerne i {by}.
  også 20+ produktion | HR har sagt ja, værkføreren skal lige vænne sig til tanken.
  også -19 erhverv | Regnskabet er stramt, så det skal kunne betale sig.
  også 5+ | Et par af de ansatte kom forbi og havde selv ønsker. / {fornavn} havde talt med kollegerne inden og kom med en liste.
  også 5+ | De yngste er mest ivrige, sagde {fornavn}, de erfarne skal se det først.
  også -19 | De har prøvet nettet og givet op; der var for mange kurser at vælge imellem.
  også erhverv | Konkurrenten har haft folk på kursus, og det gjorde indtryk.
  også 10+ omsorg | Vikardækningen er nøglen, og den regnede vi på.
  også omsorg | De pårørende lægger mærke til det, når personalet er klædt på, mener {fornavn}.
  også omsorg | Vagtplanen er lagt seks uger frem, så vi skal være ude i god tid.
  også produktion | Vi fik lov at se det, vi talte om.
  også kunder | Vi blev afbrudt et par gange, for der var åbent imens.`

/** Why a meeting is called off, by whom. */
export const calledOff = `
  virksomheden | Vi er for få på arbejde den dag. / Der er kommet en hasteordre. / Sygdom, vi vender tilbage. / Vi er alligevel ikke klar endnu.
  virksomheden | Jeg skal til begravelse den dag. / Vi har fået besøg af Arbejdstilsynet den dag.
  virksomheden 10+ | Revisoren kommer samme formiddag.
  virksomheden -19 | Min makker er væk, og jeg kan ikke gå fra.
  os | Konsulenten er væk den dag; virksomheden vil hellere have en ny tid end en anden konsulent.
  os | Virksomheden ringede: for travlt, de melder selv ud. / Vi havde lagt to møder oven i hinanden; virksomheden vil gerne have en ny dag.
  os | Glat føre; vi aftalte på telefonen at finde en ny dag. / Skolen har fået censur den dag; virksomheden er ringet op.`

/** How likely somebody who takes the phone says what: of all called then 12 to 18 per cent say yes. */
export const likelyAnswers = [
  { answer: 'not-interested', word: 'nej', weight: 37 },
  { answer: 'later', word: 'senere', weight: 26 },
  { answer: 'wants-contact', word: 'ja', weight: 20 },
  { answer: 'call-back', word: 'igen', weight: 13 },
  { answer: 'do-not-contact', word: 'aldrig', weight: 1.6 },
  { answer: 'wrong-number', word: 'forkert', weight: 1.4 },
  { answer: 'closed', word: 'lukket', weight: 1 },
] as const
/** Three in ten are hardly ever there; the others take the phone every second time. */
export const reach = { hard: 0.3, hardTakes: 0.04, takes: 0.5 } as const
/** How often something is written beside an answer. */
export const writes: Readonly<Record<string, number>> = { intet: 0.12, nej: 0.6, senere: 0.65, ja: 0.9, igen: 0.7 }

/** Which of the centre's reasons goes with what was noted; with nothing noted one of them, or none. */
export const reasons: readonly (readonly [RegExp, string])[] = [
  [/kursusafdeling|akademi|[Kk]æden|koncern|HR, og de|egen skole/, 'Egen kursusafdeling'],
  [/[Aa]lene|[Kk]un ham|[Kk]un hende|[Ff]amilien|for få|[Ee]nkeltmand|sæsonfolk|vikar/, 'For få ansatte'],
  [/dårlig oplevelse|aflyst to gange|ikke svar/, 'Dårlige erfaringer'],
  [/stor ordre|flytter|ferie|langtidssyge|[Tt]ravl|sæson|Midt i|økonomisystem|ude, så længe|i marken/, 'Har ikke tid'],
]
