/**
 * What companies of each trade say, and who of ours knows the trade. A trade begins with `#`: its name, its kinds in industries.table.ts; who
 * visits, the likeliest first; who takes the phone; what AMU has for them. Then lines that begin with what they are: a kind of education (a
 * need in their own words), `besøg` (what a visit was about), `ja`, `nej`, `senere` (noted on the phone). Before the bar stand the sizes
 * (`10+`, `-9` employees) and the seasons it fits (`jul`: from mid-November to Christmas); ` / ` parts sentences. {navn} is who was there, {n}
 * how many work there, {by} the town.
 */
export const tradeRows = `
# smed: smith; Peter Vang, Anne Skov; mester, værkfører, kontorleder; svejsning i proces 135 | svejsecertifikat | tegningsforståelse | rustfrit stål
amu | Certifikaterne udløber, og vi opdager det altid for sent.
amu | Vi får flere opgaver i rustfrit, og kun én af os har lært det ordentligt.
ikv | To af dem har svejset i ti år uden papir på det.
adult-apprentice | Vi vil hellere gøre en af vores egne faglært end lede efter en, der ikke findes.
fvu-maths | Der skal regnes på vinkler, og så bliver der stille.
fvu-digital 10+ | Timer og materialer skal på tablet nu. Det ender på bagsiden af tegningen.
fvu-danish | Når kunden vil have det på skrift, ringer svendene til mig.
besøg | Rundt i smedjen med {navn}. Der svejses rustfrit til slagterierne, og certifikaterne skal holdes ved lige.
besøg | {navn} viste værkstedet. {n} ansatte, og når én er væk, står en maskine stille.
besøg -9 | Kaffe i frokoststuen bag smedjen. {navn} passer selv både esse og regninger.
besøg 10+ | Møde med {navn} i hallen. De lange ordrer kører i hold, så kurser skal lægges i de korte uger.
ja | Mangler svejsere med certifikat. / Har en arbejdsmand, der burde være smed.
nej | Kører kun reparationer og oplærer selv.
senere | Midt i en staldmontage; når den står, er der ro.
# spån: metal; Peter Vang, Anne Skov, Ali Demir; værkfører, produktionschef, indehaver; CNC-drejning | CNC-fræsning | måleteknik | overfladebehandling
amu | Den nye fræser kan fem akser. Vi bruger de tre.
fvu-english | Når manualen er på engelsk, ringer de til mig.
fvu-maths | Tolerancer er tal efter kommaet, og der går det galt.
besøg | {navn} viste maskinerne. Godt humør og fuld ordrebog, men ingen til at afløse ved fræseren.
besøg | Talte med {navn} om at gøre oplærte folk til faglærte. De har råd, men ikke hænder nok.
besøg 10+ | Gik hallen igennem med {navn}. {n} ansatte på to hold; kurser skal lægges, så begge hold kan være med.
ja | Har fået ny CNC-maskine, og vejledningen er på engelsk.
senere | Ny maskine på vej ind; først når den kører.
# maskin: machine; Peter Vang, Anne Skov; produktionschef, montageleder, kontorleder; PLC-styring | hydraulik | robotbetjening | el-introduktion for maskinreparatører
amu | Vi har købt en robot, og kun én kan stille den ind.
amu | Montørerne kan skrue. Det er styringen, de giver op over for.
amu 10+ | Tavlemøderne er blevet en sur pligt. De kunne blive til noget.
fvu-english | Kunderne er i Norge og Tyskland, og servicerapporten skrives på engelsk.
fvu-digital | Stregkoder på alle dele. Halvdelen scanner, resten skriver i hånden.
adult-apprentice | En af vores montører vil gerne være automatiktekniker. Hvordan gør man det som voksen?
ikv 10+ | Folk kommer fra landbrug og skibsværft. De kan meget mere, end der står på papiret.
besøg | {navn} viste montagehallen. De bygger til fødevareindustrien og har brug for flere, der kan styring.
besøg | {navn} vil bruge hullet mellem to leverancer til kurser. Vi så på kalenderen sammen.
besøg 10+ | Lang snak med {navn} om afløsning: én mand kender robotten, og han er 61.
ja | Vil høre om kurser i styring for montørerne.
nej 20+ | Har egen kursusafdeling i koncernen.
senere | Skal levere et anlæg først.
# tømrer: carpenter builder; Jens Toft, Anne Skov; mester, formand, bogholder; stilladsopstilling | asbest | energirenovering | bygningsreglementet
amu | Der er asbest i halvdelen af de tage, vi bliver bedt om at tage ned.
amu | Ingen af os har stilladskursus, der gælder mere.
amu vinter efterår | Når det fryser, står vi stille. Så ville kurser være godt.
fvu-digital | Kvalitetssikringen foregår på telefonen nu, og ikke alle er fulgt med.
fvu-maths | Tilbuddene laver jeg selv. Svendene regner ikke på mængder.
fvu-danish | Ugesedlerne er tomme, fordi folk ikke bryder sig om at skrive.
adult-apprentice | Vi har en medhjælper på 28, der er den bedste tømrer på pladsen.
besøg 10+ efterår vinter | Vi sad i skuret med {navn} og så på vinteren: hvilke dage er stille, og hvem kan undværes.
besøg | Mødtes på byggepladsen. {navn} står midt i en tagudskiftning og spurgte mest til asbest.
besøg | {navn} har aldrig brugt VEU-godtgørelsen. Vi gik den igennem med tal fra deres egen lønseddel.
besøg -9 | Aftenkaffe hos {navn}, hvor kontoret er køkkenbordet. Småt firma, store planer for medhjælperen.
besøg 10+ | {navn} kom ind fra tre pladser. De vil samle kurserne i én blok, så sjakket ikke brydes op.
ja | Skal skifte mange gamle tage og mangler folk med asbestkursus. / Vil høre, hvad en voksenlærling koster.
senere forår sommer efterår | Alle er ude, så længe vejret holder.
# murer: mason; Jens Toft, Anne Skov; murermester, formand, kontor; stilladsopstilling | vådrum | facaderenovering
amu | Vådrum skal dokumenteres, og det er der ingen, der har lært.
amu vinter | I frostperioderne går folk hjemme. Den tid kunne bruges bedre.
fvu-maths | Når der skal regnes kvadratmeter til akkorden, er det altid de samme to.
adult-apprentice | Arbejdsmanden har muret for os i fire år. Nu vil han have svendebrev.
besøg | Mødtes i skurvognen med {navn}. Sjakket er blandet, og fælles sprog er det, der mangler.
besøg | {navn} viste en badeværelsesrenovering. Dokumentationen tager længere tid end fliserne.
ja | Mange polske murere; vil høre om dansk på pladsen.
nej | Bruger mest underentreprenører.
senere | To svende er syge, så det er ikke nu.
# maler: painter; Jens Toft, Lone Krag; malermester, formand, kontor; epoxy og isocyanater | stilladsopstilling | spartling og sprøjtemaling
amu | Uden epoxybevis kan vi ikke tage opgaven, og beviset mangler hos to. / Sprøjtemaling har én lært. De andre ser på.
fvu-danish | Sikkerhedsblade på fire sider læser ingen.
fvu-digital | Kunderne vil have tilbuddet på mail samme aften, og det er kun mig, der skriver.
besøg | {navn} tog imod på værkstedet. Vi talte om beviser, der udløber, og om hvem der skal føre sjakket.
besøg | Kort møde med {navn} mellem to opgaver. Epoxybeviset haster, resten kan vente.
ja | Skal bruge epoxybevis inden en stor opgave.
nej | Klarer selv oplæringen.
senere forår sommer | Facadesæson; ikke en time fri før efteråret.
# el: electrician; Peter Vang, Anne Skov; installatør, overmontør, kontorleder; ladestandere | KNX | solceller | tavleteknik
amu | Intelligent styring er overladt til den yngste. Han skal snart på session.
fvu-danish | Kundernes mails bliver ikke besvaret, for ingen bryder sig om at skrive.
academy 10+ | Overmontøren har fem mand under sig og ingen redskaber.
besøg | {navn} har mere arbejde end hænder. Solceller og ladestandere er det, de vil være bedre til.
besøg -9 | Mødet blev holdt i varevognen. {navn} vil gerne lære nyt, hvis det er dage og ikke uger.
besøg 10+ | {navn} og overmontøren var med. De vil have en plan, så alle når det samme i løbet af året.
ja | Vil have montørerne på kursus i ladestandere.
senere | Er bagud med en skole, der skal stå færdig.
# vvs: plumber; Peter Vang, Anne Skov; mester, kontorleder, indehaver; varmepumper | gassikkerhed | rørsvejsning | indregulering af varmeanlæg
amu | Fjernvarmen kommer hertil, og så skal vi kunne svejse rør.
amu | Indregulering er blevet et krav, og kun én kan dokumentere det.
fvu-digital | Servicerapporten er en app. Den får vi klaget over af vores egne.
besøg | {navn} viste en varmepumpe på lageret. Alle kan sætte den op, få kan indregulere den.
besøg | Hos {navn} fylder fjernvarmen det hele. De vil være klar, når rørene når hertil.
ja | Fjernvarmen kommer; vil høre om rørsvejsning.
nej | Har aftale med en leverandør om kurser.
senere efterår vinter | Fyringssæson, alle kører på vagt.
# tag: roofer scaffold; Jens Toft, Anne Skov; formand, kontorleder, indehaver; varmt arbejde | stilladsopstilling | asbest
amu | Varmt arbejde skal fornys hos næsten alle på én gang.
fvu-danish | Instruksen for arbejde i højden skal de skrive under på. De skriver under uden at læse.
besøg | {navn} tog imod på lagerpladsen. Beviserne skal på plads først, så kan vi tale om resten.
besøg | Gik bevislisten igennem med {navn}: varmt arbejde, stillads, asbest. Der er huller.
nej | Har lige haft alle af sted.
senere forår sommer efterår | Tørt vejr, og så er alle på taget.
# anlæg: contractor; Ivan Kowalski, Jens Toft; formand, driftsleder, kontor; kloakrørlægning | vejen som arbejdsplads | rendegraver | gravemaskine med GPS
amu | Vejen som arbejdsplads skal alle have, og beviset er kun gyldigt i fem år.
amu | Gravemaskinen har GPS. Den er der to, der bruger.
fvu-digital | Afleveringstegninger på skærm: dem laver vi om aftenen.
fvu-maths | Fald på en ledning er procentregning. Det er der nogle, der gætter på.
besøg | Mødtes i skuret ved en kloakseparering. {navn} har fire maskiner og to, der kan køre dem alle.
besøg | {navn} vil have styr på beviserne: vej, kloak og maskiner i ét skema.
nej | Sæsonfolk, som ikke er der om vinteren.
senere forår sommer efterår | Graver fra morgen til aften, ring når jorden er frossen.
# bager: bakery; Karen Mølgaard, Sofie Holst; bagermester, butiksleder, indehaver; fødevarehygiejne | allergener | surdej og hæveprocesser
amu | Allergener er blevet så indviklet, at vi ikke tør svare kunderne.
amu | Egenkontrollen bliver udfyldt baglæns om fredagen.
fvu-maths | De skal gange opskriften op og ned, og det går tit galt.
adult-apprentice | Vi har en opvasker, der burde være bager.
fvu-digital 10+ | Vagtplanen ligger i en app. Den er der tre, der bruger.
besøg | Kom til {navn} klokken et, da ovnene var slukket. Butik og bageri taler hver sit sprog om allergener.
besøg | {navn} viste bageriet og var ærlig om egenkontrollen. De vil have det ind i dagen, ikke om aftenen.
besøg -19 | {navn} fik en time mellem to bagninger. Faget er der styr på, regnestykkerne er det sværere med.
ja | Kunderne spørger til allergener, og butikken er usikker. / Gerne efter kl. 13, når ovnene er slukket.
nej | Har haft kontrol og fik glad smiley; synes ikke, de mangler noget.
senere jul | Julebag; ring, når det nye år er i gang.
# slagter: slaughter; Karen Mølgaard, Sofie Holst; produktionsleder, værkfører, HR; fødevarehygiejne | udbening og opskæring | knivslibning | dyrevelfærd ved slagtning
amu | Nye folk skærer skævt i tre måneder. Det koster kød.
fvu-start 10+ | Vi har ni sprog på slagtegangen, og beskederne gives på dansk.
fvu-danish | Sedlen ved båndet skal forstås, ikke kun ses.
besøg 10+ | {navn} gav hvid kittel og en tur langs båndet. Sproget er det, alle vender tilbage til.
besøg | Hos {navn} taler vi mest om oplæring. De vil have en fast måde at lære nye folk op på.
senere jul | Travlt op til jul, de kan ikke undvære nogen.
# fisk: fish; Karen Mølgaard, Sofie Holst; driftsleder, kontorleder, værkfører; fødevarehygiejne | kvalitetsvurdering af fisk | gaffeltruck
amu | Vi kasserer for meget, fordi ikke alle kan se forskel på kvalitet.
amu | Hygiejnebeviset mangler hos dem, der startede i år.
besøg | {navn} har stille uger mellem sæsonerne og vil bruge dem.
senere | Fiskeriet er lige gået i gang, alle står ved bordet.
# fødevarer: food dairy; Ali Demir, Karen Mølgaard, Sofie Holst; produktionschef, driftsleder, HR; fødevarehygiejne | procesoperatør, introduktion | HACCP
fvu-digital 10+ | Vi tør ikke sætte de nye ved skærmen på linjen.
amu | Kunden kommer på audit, og så skal alle kunne svare på hygiejne.
fvu-maths | Procenter og blandinger er noget, man spørger den samme om hver gang.
fvu-danish | De nikker, men vi ved ikke, om de har forstået instruksen.
ikv 10+ | De bedste operatører har ingen eksamen overhovedet.
besøg 10+ | Rundt på linjen med {navn}. Ny skærmstyring, gamle vaner; de erfarne passer skærmene, de nye løfter.
besøg | {navn} skal have besøg af en stor kunde. Hygiejnen skal sidde i hovederne, ikke kun i mappen.
ja 10+ | Ny linje med skærme, ikke alle er trygge ved den.
nej 20+ | Koncernen har sit eget akademi.
senere | Ombygning af produktionen først.
# restaurant: restaurant cafe hotel; Karen Mølgaard, Sofie Holst; køkkenchef, restaurantchef, indehaver; fødevarehygiejne | anretning og servering | vært og gæst | allergener
amu | Nye tjenere læres op på en lørdag aften. Det er for sent.
amu | Egenkontrol er noget, jeg laver alene, når de andre er gået hjem.
fvu-english | Gæsterne er tyskere og hollændere, og vi klarer os med fagter.
adult-apprentice | En af vores unge i opvasken spørger, om man kan blive kok som 26-årig.
fvu-start | Hele opvasken er fra Ukraine. De vil gerne kunne tale med gæsterne.
academy 10+ | Min souschef har aldrig haft en svær samtale uden at blive uvenner.
besøg | {navn} lavede kaffe og fortalte om oplæring, der altid ender med at blive udsat.
besøg | Talte med {navn} i baglokalet: nye folk hver sæson, og ingen fast måde at tage imod dem på.
besøg | Sad ved vinduesbordet med {navn} før åbning. Vi talte om oplæring, der ikke sker midt i serveringen.
besøg | {navn} har stille måneder og vil bruge dem på sprog og hygiejne.
ja | Svært at finde folk; vil hellere lære nogen op. / Vil bruge lavsæsonen til kurser.
nej | Har mest unge i fritidsjob.
senere sommer | Højsæson, ring efter efterårsferien.
senere jul | Julefrokoster hver aften.
# grill: grill; Karen Mølgaard; indehaver, souschef; fødevarehygiejne | allergener
amu | Tilsynet skrev en anmærkning om temperaturer, og den skal væk.
fvu-danish | Skiltet med allergener har min nevø skrevet. Det skal vi selv kunne.
besøg | Stod ved disken med {navn}. Hygiejnebevis til alle, så hurtigt det kan blive.
nej | Familien arbejder her, og ingen har tid.
senere sommer | Isvejr; først når sommeren er forbi.
# kantine: catering; Karen Mølgaard, Sofie Holst; køkkenleder, souschef, driftsleder; grønne måltider | fødevarehygiejne | diætmad
amu | Vi skal lave mere grønt, og vi koger stadig alt for længe.
amu | Diæter og allergier kommer på en liste, som ikke alle forstår.
fvu-maths | Opskriften er til ti, vi er tre hundrede. Det er regnefejl hver uge.
fvu-danish 10+ | Køkkenet er delt i dem, der læser sedlen, og dem, der spørger.
besøg | Smagte på dagens ret med {navn}. De vil lave grøn mad, der ikke bliver levnet.
besøg | {navn} viste planen for ugen. Mængder og diæter er det, der driller.
ja | Skal lave mere plantebaseret mad og vil høre om kurser.
nej | Skal i udbud, så alt er sat på pause.
senere | Nyt køkken bygges om; de laver mad i en vogn.
# vognmand: haulier; Ivan Kowalski; kørselsleder, disponent, vognmand; EU-efteruddannelse for godschauffører | ADR-repetition | lastsikring | kranbevis D
amu | EU-beviserne udløber på samme tid hos de fleste.
fvu-english | Fragtbrevene er på engelsk, og gæt er dyrt.
fvu-digital | Følgesedlen er en tablet nu. Den ligger under sædet.
besøg | Tidligt møde med {navn}, før bilerne kørte. EU-beviserne skal fordeles, så vi ikke mangler folk samme uge.
besøg | {navn} kører mest korn og foder. Chaufførerne er ude hele dagen, så kurser skal være lørdag eller i bilernes værkstedsuge.
besøg | Hos {navn} er tabletten det store emne. Den yngste chauffør er blevet hotline for de andre.
besøg 10+ | Gennemgik beviserne med {navn}: {n} ansatte, og en tredjedel skal fornys inden for et år.
nej | Chaufførerne kører for andre og tager kurser der.
nej -9 | Kører selv og har taget det, der skal til.
senere efterår | Roer og korn døgnet rundt.
# lager: warehouse packing packaging; Ivan Kowalski, Ali Demir; lagerchef, driftsleder, teamleder; gaffeltruck B | lager og logistik | ergonomi på lageret
amu | Ingen kan køre den store truck, når én er syg.
amu 10+ | Der er for mange ryggener. Vi løfter, som vi altid har gjort.
fvu-digital | Pluk efter skærm i stedet for papir. Halvdelen vil have papiret tilbage.
ikv | Lagerfolkene har været her i tyve år. De vil gerne have papir på det.
fvu-english | Etiketterne er på engelsk, og vi sender forkert en gang om ugen.
fvu-danish | Beskeden ved vagtskiftet gives mundtligt, fordi ingen skriver den.
academy 10+ | Teamlederne var gode plukkere. Nu er de usikre ledere.
besøg | Gik lageret igennem med {navn}. Truck haster, scanneren er den, der gør folk stille.
besøg | {navn} viste plukzonen. {n} ansatte, og to truckbeviser er for lidt.
besøg 10+ | {navn} er bekymret for dem, der ikke siger noget, når systemet skifter.
ja | Mangler folk med truckcertifikat.
ja 10+ | Nyt lagersystem; ikke alle er med.
senere jul | Travlt frem til årsskiftet.
# spedition: forwarder; Ivan Kowalski, Lone Krag; afdelingsleder, kontorleder; ADR for afsendere | told og eksport | lager og logistik
amu | Toldreglerne skifter hurtigere, end vi kan følge med.
academy 10+ | Mine formænd er gode til kasser og dårlige til samtaler.
besøg | {navn} viste kontoret og terminalen. Told og sprog på kontoret, truck på rampen.
# bud: courier; Ivan Kowalski; kørselsleder, indehaver; persontransport i mindre køretøj | førstehjælp | løfteteknik
amu | Vi må sige nej til ture, fordi for få har bevis til persontransport.
amu | Ryggene holder ikke. Vi skal lære at løfte rigtigt.
besøg | {navn} tog imod mellem to ture. Kurser skal ligge, når bilerne alligevel holder stille.
senere jul | Pakker i døgndrift; ring i det nye år.
# træ: wood furniture; Peter Vang, Anne Skov, Ali Demir; værkfører, indehaver, kontorleder; CNC i træindustrien | maskinsnedkeri, sikkerhed | overfladebehandling af træ
amu | Den nye overfræser er programmeret af sælgeren, og sådan står den endnu.
fvu-maths | Stykliste og spild er regnearbejde, og det ender hos mig.
ikv | De er uddannet et andet sted i verden og har aldrig fået det godkendt.
besøg | Savsmuld overalt, og {navn} i godt humør. De vil kunne bruge CNC-maskinen selv.
besøg 10+ | {navn} viste hallen og fortalte om at rykke folk mellem maskinerne. Det kræver oplæring, der bliver skrevet ned.
besøg | Stod ved overfræseren med {navn}. Sælgeren kommer for 1.200 kroner i timen, og det vil de gerne spare.
ja | Ny overfræser; vil have flere, der kan stille den ind.
nej | Har lærlinge nok og mener, det dækker.
# plast: plastic; Ali Demir, Peter Vang; produktionschef, skifteholdsleder, HR; sprøjtestøbning | plast, materialekendskab | gaffeltruck B
amu | Formskift tager en hel formiddag. Det kunne være halvt så langt.
fvu-danish 10+ | Sikkerhedsinstruksen er skrevet til ingeniører.
fvu-english | Manualen til sprøjtestøberen er på engelsk, fejlmeldingerne også.
besøg 10+ | {navn} viste sprøjtestøberne. Holdskiftet er stedet, hvor viden går tabt.
besøg | Talte om formskift med {navn}. De vil lære det af hinanden, men mangler en, der kan vise det.
nej 20+ | De har kun vikarer ude i produktionen.
senere | Installerer en ny linje.
# beton: concrete; Peter Vang, Anne Skov; driftsleder, værkfører; betonblanding og prøvning | kranfører | gaffeltruck B
amu | Blandingen passes af én mand og hans notesbog.
fvu-maths | Vand, cement og tilslag er brøker. Det gætter man ikke på.
besøg | {navn} viste støbehallen. Blandemesteren går på pension, og det, han ved, skal videre.
senere forår | Byggeriet vågner, og så kører de på fuld kraft.
# rengøring: cleaning; Amir Rahimi, Anne Skov; driftsleder, serviceleder, indehaver; rengøring og rengøringskontrol | rengøringshygiejne | maskinel gulvvask
ikv | De kan deres fag, men kan ikke vise kunden, at de kan.
amu | Vi taber opgaver, fordi vi ikke kan dokumentere kvaliteten.
fvu-digital | Timesedlen på telefonen giver opkald hver eneste onsdag.
besøg 10+ | Mange sprog, mange adresser og få fælles pauser. {navn} vil prøve med et lille hold.
besøg | Hos {navn} skiftes der hold kl. 14. Det er dér, vi kan få fat i begge.
besøg | {navn} viste, hvad kunderne kræver. Vi talte om at gøre det, de allerede kan, synligt.
besøg | Kørte med {navn} til en af adresserne. Dosering og kvalitet skal læres på stedet.
nej | Alle er på få timer og har andre job.
senere | Er lige startet på en ny stor kontrakt.
# dagligvare: grocery; Lone Krag, Ali Demir; købmand, souschef, butikschef; salg og service | fødevarehygiejne i butik | konflikthåndtering
amu | Vi forfremmer den bedste i kassen og får en utryg souschef.
amu | Butikstyve og vrede kunder: det er de unge, der står med det.
fvu-digital 5+ | Varebestillingen er på skærm. Den er der tre, der tør røre.
fvu-maths | Spild og avance er tal, jeg holder for mig selv, for ingen spørger.
hf 10+ | To i butikken mangler et par fag for at kunne læse videre.
besøg | {navn} viste bagbutikken. Varebestilling og vrede kunder er det, de unge skal klædes på til.
besøg | Sad på lageret hos {navn}. Oplæring sker, når der er tid, og der er aldrig tid.
besøg 10+ | {navn} vil have souscheferne klædt på til samtaler. {n} ansatte, de fleste under tredive.
ja 10+ | Vil høre om kurser til souscheferne.
nej | Kæden har sin egen skole.
senere jul | Julehandel.
# butik: clothes flowers optician; Lone Krag; indehaver, butikschef; salg og service | sociale medier for butikker | visuel markedsføring
amu | Vi sælger over disken og taber det på nettet.
amu -19 | Bogholderen er den eneste, der kan moms, og hun er 63.
fvu-danish | Opslagene på nettet skal være uden fejl. Det er altid mig, der retter.
academy 10+ | Butikschefen er god til kunder og ked af personalesnak.
fvu-english 10+ | Webbutikken sælger til udlandet, og mailene bliver liggende.
besøg | {navn} lukkede butikken et kvarter for at få ro. De vil være bedre til nettet.
besøg | Gik fra stativ til stativ med {navn}. Salget går, men ingen når at lære de nye op.
ja | Vil lære at bruge sociale medier i butikken.
nej -9 | Kun indehaveren selv og en lørdagspige.
senere vinter | Udsalg og optælling.
# byggemarked: hardware timber; Lone Krag, Peter Vang; butikschef, afdelingsleder, lagerchef; gaffeltruck B | salg og service | lager og logistik
amu | På trælasten mangler to truckbevis og kører alligevel ikke, siger de.
amu | Kunderne spørger om regler, vi ikke har lært.
fvu-maths | Mængder til en terrasse regner vi forkert, og så kommer kunden igen.
besøg | Rundt i gården med {navn}. Truck på trælasten, rådgivning i butikken.
besøg 10+ | {navn} har både håndværkere og haveejere ved disken. De unge skal lære varerne hurtigere.
ja | To mangler truckbevis.
nej 10+ | Kæden sender dem på kursus selv.
senere forår | Havesæson, alle mand i butikken.
# engros: wholesale wholesalefood; Lone Krag, Ali Demir; kontorleder, lagerchef, salgschef; regneark | telefonisk salg | gaffeltruck B
amu | Lageret og kontoret skyder skylden på hinanden.
fvu-danish | Kundemailene kunne være venligere og uden fejl.
fvu-english | Leverandøren skriver engelsk, vi svarer med vedhæftede billeder.
academy 20+ | Salgschefen leder, som han selv blev ledt.
besøg | Kort møde på kontoret. {navn} har overblik og vil gerne have et samlet oplæg.
besøg | {navn} viste regnearket, som hele firmaet hænger på. Det forstår kun én.
ja | Vil have hele kontoret på regneark.
nej | Er ved at blive solgt; vil ikke begynde på noget.
senere | Statusopgørelse i gang.
# software: software; Lone Krag; indehaver, kontorleder, projektleder; projektstyring | it-sikkerhed | forretningsudvikling
academy 5+ | Vores udviklere er blevet projektledere uden at opdage det.
academy 10+ | Vi vokser, og ingen af os har ledet andre før.
amu | Supporten er god til it og utålmodig med mennesker.
besøg | {navn} tog imod ved en whiteboardtavle. Faget lærer de selv; det er ledelse og kunder, de spørger til.
besøg 5+ | Møde med {navn} om vejen fra udvikler til projektleder. Den er gået lidt for hurtigt her.
besøg | Talte med {navn} om supporten: korte svar giver lange sager.
ja | Vil høre om projektledelse på deltid.
nej | De tager onlinekurser, når de mangler noget.
senere | Midt i en udrulning hos en kunde.
# regnskab: accountant law; Lone Krag; kontorleder, revisor, indehaver; bogføring | regneark | moms og afgifter
amu | Bogføringen er blevet digital, og kunderne ringer til os om det.
amu | To er oplært til moms. Når de er væk, venter kunderne.
fvu-english 5+ | Vi har fået udenlandske kunder og skriver til dem med hjælp.
academy 10+ | Den, der har været her længst, blev leder. Hun mangler redskaber.
besøg | Hos {navn} er der stille og fuldt af mapper. De vil lære det nye system ordentligt, når årsregnskaberne er ude.
besøg | Talte med {navn} om det digitale bogholderi og om, hvem der kan tage over.
besøg | {navn} spurgte til momskurser, der kan tages enkeltvis.
ja | Vil have en ekstra, der kan moms.
nej | Har efteruddannelse gennem foreningen.
senere forår | Årsregnskaber.
# kontor: engineer consultant property teaching association club holding fitness municipality; Lone Krag, Anne Skov; kontorleder, daglig leder; regneark | referat og notat | projektstyring
amu | Vi skriver alt tre gange, fordi vi ikke kan bruge det system, vi betaler for.
academy 5+ | Projekterne løber, fordi ingen har lært at styre dem.
besøg | Roligt møde med {navn}. De vil først have overblik, så vælge ét sted at begynde.
ja | Vil vide, hvad der findes for kontorfolk.
senere | Skifter lokaler.
# gartner: garden; Anne Skov; gartner, indehaver, formand; motorsav | sprøjtecertifikat | brolægning | beskæring
amu | Motorsav er der tre, der kører, og ét kursusbevis. / Sprøjtecertifikaterne skal fornys hos os alle tre.
fvu-start 5+ | De rumænske folk kan plante i søvne. De vil gerne kunne tale med kunden.
ikv | Brolægning har de lært af hinanden. Det er pænt, men uden papir.
besøg | Gik mellem drivhusene med {navn}. Beviser først, sprog bagefter.
besøg vinter | {navn} har hænder fri nu og få penge i kassen. Vi så på, hvad der kan tages i den stille tid.
ja | Skal have fornyet sprøjtecertifikater.
nej | Kun sæsonfolk.
senere forår sommer | Højsæson; først når løvet er faldet.
# landbrug: farm; Anne Skov; driftsleder, ejer; sprøjtecertifikat | teleskoplæsser | dyrevelfærd
fvu-start 2+ | Medhjælperne er fra Ukraine og Rumænien. Vi taler engelsk med hænderne.
amu | Teleskoplæsseren kører alle. Beviset har jeg alene.
besøg | Talte med {navn} ved køkkenbordet. Medhjælperne er dygtige, men sproget holder dem tilbage.
nej -4 | Passer selv gården.
senere forår | I marken fra tidlig til sent.
# bilværksted: garage paintshop; Peter Vang, Anne Skov; værkfører, mester, bogholder; el- og hybridbiler, sikkerhed | fejlfinding på bilelektronik | vandbaseret lak
amu | Vi får elbiler ind og sender dem videre.
fvu-english | Vejledningerne er på engelsk, og så bliver der gættet.
fvu-digital | Værkstedsplanen er flyttet over på skærm. Den hænger der også på papir.
besøg | Stod ved liften med {navn}. Elbiler er det, kunderne spørger om, og dem tør de ikke røre.
besøg | {navn} viste lærlingens computer. Resten af værkstedet vil gerne være med.
nej -9 | Stopper selv om et år eller to.
senere efterår vinter | Dækskifte hele dagen.
# frisør: hair; Lone Krag; indehaver, frisør; kundekontakt | sociale medier for butikker
amu | Bookingen er på nettet. Halvdelen bliver væk, og det taler vi ikke med dem om.
amu | Kemien i farverne har ændret sig, siden vi blev udlært.
besøg | {navn} klippede, mens vi talte, og vil gerne samle salonerne i {by} om en kursusaften.
ja | Vil høre, om flere saloner kan gå sammen om et hold.
nej -4 | Klipper alene og lukker ikke for et kursus.
senere jul | Julekunder.
# plejehjem: carehome; Pia Winther, Amir Rahimi; leder, souschef, afdelingsleder; demens | forflytning | medicinhåndtering | en værdig død
amu | Der er flere beboere med demens, end vi er klædt på til.
fvu-digital | Dokumentationen sejler, fordi systemet er nyt for halvdelen.
danish-for-foreigners 20+ | Vi har mange gode hænder, som mangler ord på dansk.
besøg 20+ | Møde med {navn} og tillidsrepræsentanten. Nyt journalsystem fylder alt lige nu.
besøg | Talte med {navn} om natten: de er to, og de får aldrig noget med hjem fra et kursus.
besøg | {navn} viste rundt i afdelingen. Demens er det, personalet selv beder om.
besøg | De vil gerne, siger {navn}, men vagtplanen er stram. Vi så på, hvordan vikaren kan betales.
# bosted: residence; Pia Winther; leder, stedfortræder, teamkoordinator; konflikthåndtering | neuropædagogik | magtanvendelse
amu | Vi har flere beboere, der slår. Det har vi ikke lært at tage os af.
fvu-danish | Dagbogen er én linje, og den er tit “rolig vagt”.
adult-apprentice 10+ | Vikarerne vil gerne være pædagogiske assistenter.
besøg | Sad i fællesrummet med {navn}. Ro i de svære situationer er det, alle beder om.
besøg | {navn} fortalte om nye beboere med andre behov. Personalet er erfarent, men ikke i det her.
ja | Har fået beboere med udadreagerende adfærd.
nej | Har lige haft alle på et langt forløb.
senere | To langtidssyge, kan ikke undvære nogen, før de er tilbage.
# hjemmepleje: homecare nursing; Amir Rahimi, Pia Winther; gruppeleder, leder, planlægger; hverdagsrehabilitering | sårpleje | forflytning | medicinhåndtering
amu | Borgerne kommer hjem fra sygehuset tidligere, og vi skal kunne mere.
amu 10+ | Aftenholdet kender ikke sårplejen, og så ringes der til sygeplejersken.
fvu-danish | Det, der skrives efter et besøg, kan den næste ikke bruge.
besøg | Mødte {navn} på kontoret, da morgenholdet var kørt. Skriftlighed og sårpleje står øverst.
besøg | Kørte med på en rute. {navn} ville vise, hvor meget der skal skrives på trappen.
besøg 20+ | {navn} har {n} ansatte på ruter hele døgnet. Kurser skal deles i fire hold.
ja | Mange nye kolleger; vil høre om dansk og dokumentation.
nej | Er midt i en omlægning til faste teams.
senere sommer | Ferieplanen hænger i en tråd.
# dagcenter: daycentre; Pia Winther; leder, medarbejder; demens | aktivering af ældre
amu | Brugerne er blevet dårligere, og det er os med kort uddannelse, der er der.
fvu-digital | Beskeder fra hjemmeplejen ligger i et system, vi ikke åbner.
besøg | Drak kaffe med {navn} og brugerne. Lille personale, så et kursus skal deles med andre.
ja | Vil gerne på kursus sammen med plejehjemmet.
nej | Kommer snart under en anden leder.
# børnehus: nursery; Pia Winther; leder, souschef; sprogarbejde i dagtilbud | børn med særlige behov | førstehjælp til børn
amu | Flere børn kommer uden ret meget dansk. Det vil vi gerne kunne noget med.
adult-apprentice 10+ | Medhjælperne vil gerne være pædagogiske assistenter.
fvu-danish | Beskeden til forældrene skal skrives hver dag. Nogle bytter sig fra det.
besøg | Sad på lave stole med {navn}. De vil være bedre til børnenes sprog.
besøg | {navn} har medhjælpere, der er lige så gode som de uddannede. Nu vil de have papir på det.
nej | Har pædagogisk dag og bruger den til noget andet.
# skole: school; Pia Winther; administrativ leder, teknisk serviceleder; konflikthåndtering | rengøringshygiejne
amu | De voksne i fritidsordningen står alene med konflikterne.
besøg | Møde med {navn} om dem, der ikke er lærere: pedel, køkken og fritidsordning.
# klinik: doctor dentist; Pia Winther, Lone Krag; klinikleder, sekretær; kommunikation med patienter | lægesekretær, opdatering
amu | Telefonerne gløder, og sekretærerne får skældud for noget, de ikke kan ændre.
fvu-english | Patienterne er fra mange lande, og vi klarer os med få ord engelsk.
besøg | {navn} fandt en time i frokosten. Samtaler med vrede patienter er det, de vil øve.
nej | Får efteruddannelse gennem overenskomsten.
senere vinter | Influenza, telefonerne står ikke stille.
# fodterapeut: footcare; Pia Winther; fodterapeut, indehaver; hygiejne i klinikken
amu | Reglerne for rengøring af instrumenter er blevet strammere, end da vi lærte det.
# tryk: print; Peter Vang, Lone Krag; driftsleder, kontorleder, indehaver; digitalt tryk | grafisk produktion | gaffeltruck B
amu | Farverne passer på skærmen og ikke på papiret. Det er der én, der kan rette.
fvu-digital | Ordren kommer som en fil, og ikke alle kan se, om den er rigtig.
besøg | Talte med {navn} ved skærebordet. Filer og farver er det, de spørger om.
nej | Går ned i tid.
senere | Ny maskine på vej.`
