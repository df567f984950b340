/** What is written down after a call, of any trade; the trades' own words stand in trades.table.ts. Before the bar as there. {måned} is
 * three months on or more, {dag} the next day or so, {kl} a time. `også`: the second sentence of a report. */
export const callNotes = `
  intet | Telefonsvarer.
  intet | Telefonsvarer: lukket til kl. 13.
  intet | Ringede ud.
  intet | Optaget.
  intet 10+ | Omstillingen kunne ikke få fat i nogen.
  intet | Telefonsvarer, træffes bedst {dag} formiddag.
  intet | Telefonsvarer: træffes fra kl. {kl}.
  intet 10+ | Sad i kø i omstillingen og opgav.
  intet -9 | Mobilen er slukket.
  intet | Svarer ikke før kl. {kl}.
  intet 10+ | Receptionen ville ikke stille om; prøv {dag}.
  nej | De klarer selv oplæringen.
  nej | Bruger allerede en privat udbyder og er glade for den.
  nej -19 | Ejeren går på pension om et år.
  nej | Havde en dårlig oplevelse med et kursus for nogle år siden.
  nej | Ikke noget for dem, sagde hun venligt.
  nej 50+ | Har egen kursusafdeling.
  nej -9 | Er for få til at undvære nogen.
  nej | Har lige haft en konsulent ude og vil se, hvad det bliver til.
  nej -19 | Kan ikke se, hvad de skulle bruge det til.
  nej 10+ | Folk er ikke interesserede, siger han; han har spurgt.
  nej | Synes, det er for meget papirarbejde med godtgørelsen.
  nej -19 | Går stille for tiden; vil ikke bruge penge på noget.
  nej 20+ | Alt går gennem HR, og de har valgt.
  nej | Vil gerne lades i fred, men var flink.
  nej -9 | Har selv undervist i faget i tyve år.
  nej | Sidste hold blev aflyst to gange. Det gider de ikke igen.
  nej 10+ | Har lige omlagt, og der skal være ro.
  nej | Har søn på teknisk skole og spørger ham.
  nej -19 | Bruger kun faglærte og mener, de kan deres ting.
  nej | Synes ikke, kursusstederne ligger nær nok.
  senere | Midt i en stor ordre. Ring igen, når der er ro på.
  senere | Vil gerne høre mere i {måned}.
  senere 10+ | Ny chef starter snart, ring i {måned}, når hun er faldet til.
  senere | De flytter til nye lokaler lige nu.
  senere | Har lige haft alle på førstehjælp. Gerne igen i {måned}.
  senere 5+ | Er ved at skifte økonomisystem. {måned} er bedre.
  senere | Positiv, men afventer regnskabet.
  senere 5+ | To langtidssyge, kan ikke undvære nogen, før de er tilbage.
  senere | Ringer selv, ellers må vi ringe i {måned}.
  senere -19 | Er lige blevet far; ring i {måned}.
  senere 10+ | Skal have lønforhandlingerne overstået først.
  senere | Holder ferie det meste af måneden. Prøv i {måned}.
  senere 5+ | Har mistet en mand og skal have fundet en ny først.
  senere 10+ | Vil vende det på ledermødet i {måned}.
  senere | Er i gang med en certificering til {måned}.
  senere -49 | Generationsskifte. Datteren bestemmer fra {måned}.
  ja | Vil gerne have overblik over, hvad der kan fås, og hvad det koster.
  ja 5+ | Har to, der gerne vil være faglærte.
  ja | Papirarbejdet er blevet digitalt, og ikke alle er med.
  ja | Hørte om os fra naboen, som har haft besøg.
  ja | Har problemer med at finde folk, vil hellere lære nogen op.
  ja | Vil høre om støtte: hvad giver kompetencefonden?
  ja 5+ | Tag gerne en fra FVU med.
  ja -19 | Vil vide, om små hold kan slås sammen med andres.
  ja | Kom gerne over middag, så er der tid til en kop kaffe.
  ja 10+ | Både leder og arbejdsmiljørepræsentant vil være med.
  ja -9 | Er alene om alt; en halv time må række.
  ja | Ved ikke, hvad VEU-godtgørelse er, og vil gerne have det forklaret.
  ja 20+ | Tillidsrepræsentanten har spurgt om kurser til alle.
  ja | Skrev til os i fjor og fik ikke svar. Det skal vi gøre godt igen.
  ja 10+ | Skal lave uddannelsesplan efter en MUS-runde.
  ja | Vil helst mødes {dag} eller derefter, før åbning.
  ja 5+ | Har fået to nye fra jobcentret, der skal læres op.
  ja | Naboens værkstedschef anbefalede os.
  igen | Var på vej til møde.
  igen | Den, der bestemmer, er ikke inde.
  igen -19 | Ville lige vende det med sin makker.
  igen | Holder frokost.
  igen | Sad i bilen, dårlig forbindelse.
  igen 5+ | Skal se på vagtplanen først.
  igen | Havde en kunde ved disken.
  igen 10+ | Chefen er på messe, tilbage {dag}.
  igen | Bad om at blive ringet op, når han sidder ved sin kalender.
  igen -49 | Spørger lige sin bogholder om økonomien.
  igen | Var på trappen til tandlægen.
  igen 10+ | Skal have en kollega med på en lytter.
  igen | Midt i en levering.
  forkert | Nummeret hører til en privat.
  forkert | Ikke i brug.
  forkert | Går til en anden virksomhed.
  aldrig | Vil ikke ringes op af nogen. Venlig, men bestemt.
  aldrig | Bad om at blive slettet af listen.
  aldrig | Mener, at det offentlige skal holde sig væk.
  lukket | Lukker ved månedens udgang.
  lukket | Solgt og lagt ind under naboen.
  lukket | Er ophørt, siger de.
  også | De har ikke haft besøg af en skole før.
  også | Lønnen imens var det store spørgsmål; godtgørelsen svarede på det meste.
  også 10+ | Vi aftalte at begynde med {antal} og se, hvordan det går.
  også 20+ | Tillidsrepræsentanten var med og vil tale med kollegerne.
  også -9 | Med {n} ansatte kan de undvære én ad gangen.
  også 10+ | De er {n}, og højst {antal} kan være væk samtidig.
  også | Kompetencefonden kendte de ikke.
  også | Der er mere lyst blandt de ansatte, end {fornavn} havde ventet.
  også -49 | {fornavn} vil gerne dele hold med naboerne i {by}.
  også | Det skal kunne foregå i {by} eller tæt på.
  også 10+ | De vil helst have undervisningen hos sig selv.
  også | {fornavn} ville vide, hvad det koster, før vi talte om noget andet.
  også | Vi kom også ind på, hvem der kan afløse imens.
  også 20+ | Vi så på, om hele holdet kan screenes, så ingen bliver peget ud.
  også | {fornavn} har dårlige erfaringer med aflyste hold, og det tog vi alvorligt.
  også 10+ | HR har sagt ja, værkføreren skal lige vænne sig til tanken.
  også -19 | Regnskabet er stramt, så det skal kunne betale sig.
  også | Vi talte mest; {fornavn} havde tænkt sig godt om i forvejen.
  også 5+ | Et par af de ansatte kom forbi og havde selv ønsker.
  også | {fornavn} skriver, når kalenderen er lagt.`

/** Why a meeting is called off, by whom. */
export const calledOff = `
  virksomheden | Vi er for få på arbejde den dag.
  virksomheden | Der er kommet en hasteordre.
  virksomheden | Sygdom, vi vender tilbage.
  virksomheden | Vi er alligevel ikke klar endnu.
  virksomheden | Jeg skal til begravelse den dag.
  virksomheden 10+ | Revisoren kommer samme formiddag.
  virksomheden | Vi har fået besøg af Arbejdstilsynet den dag.
  virksomheden -19 | Min makker er væk, og jeg kan ikke gå fra.
  os | Konsulenten er væk den dag; virksomheden vil hellere have en ny tid end en anden konsulent.
  os | Virksomheden ringede: for travlt, de melder selv ud.
  os | Vi havde lagt to møder oven i hinanden; virksomheden vil gerne have en ny dag.
  os | Glat føre; vi aftalte på telefonen at finde en ny dag.
  os | Skolen har fået censur den dag; virksomheden er ringet op.`

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
  [/kursusafdeling|akademi|[Kk]æden|koncern|HR, og de|egen skole|leverandør/, 'Egen kursusafdeling'],
  [/[Aa]lene|[Kk]un ham|[Kk]un hende|[Ff]amilien|for få|[Ee]nkeltmand|sæsonfolk|vikar/, 'For få ansatte'],
  [/dårlig oplevelse|aflyst to gange|ikke svar/, 'Dårlige erfaringer'],
  [/stor ordre|flytter|ferie|langtidssyge|[Tt]ravl|sæson|Midt i|økonomisystem|ude, så længe|i marken/, 'Har ikke tid'],
]
