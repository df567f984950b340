export const sizeProfiles = ['none', 'tiny', 'farm', 'shop', 'small', 'workshop', 'plant', 'care'] as const
export type SizeProfile = (typeof sizeProfiles)[number]

/** DB07 codes with Danmarks Statistik's own titles. Before the title: what a company does, in the words its name is made of; a rough share
 * of the companies of the area; how large they are. Municipalities alone have those of no weight. */
export const industryRows = `
  011100 farm 54 farm Dyrkning af korn (undtagen ris), bælgfrugter og olieholdige frø
  013000 garden 5 small Planteformering
  014100 farm 50 farm Avl af malkekvæg
  101300 slaughter 4 plant Produktion af kød- og fjerkrækødprodukter
  102020 fish 3 plant Forarbejdning og konservering af fisk, krebsdyr og bløddyr, undtagen fiskemel
  105100 dairy 2 plant Mejerier samt ostefremstilling
  107120 bakery 20 small Fremstilling af friske bageriprodukter
  108500 food 4 plant Fremstilling af færdigretter
  108900 food 4 plant Fremstilling af andre fødevarer i.a.n.
  162300 wood 7 small Fremstilling af bygningstømmer og snedkeriartikler i øvrigt
  181200 print 5 small Anden trykning
  222200 plastic 4 plant Fremstilling af plastemballage
  222900 plastic 6 plant Fremstilling af andre plastprodukter
  236100 concrete 3 plant Fremstilling af byggematerialer af beton
  251100 smith 22 workshop Fremstilling af metalkonstruktioner og dele heraf
  251200 metal 3 workshop Fremstilling af døre og vinduer af metal
  256200 metal 24 workshop Maskinforarbejdning
  259900 smith 14 workshop Fremstilling af andre færdige metalprodukter i.a.n.
  282200 machine 6 plant Fremstilling af løfte- og håndteringsudstyr
  282900 machine 7 plant Fremstilling af andre maskiner til generelle formål i.a.n.
  310900 furniture 6 workshop Fremstilling af andre møbler
  331200 machine 9 workshop Reparation af maskiner
  412000 builder 22 small Opførelse af bygninger
  421100 contractor 7 small Anlæg af veje og motorveje
  431200 contractor 12 small Forberedende byggepladsarbejder
  432100 electrician 30 small El-installation
  432200 plumber 28 small VVS- og blikkenslagerforretninger
  433200 carpenter 48 small Tømrer- og bygningssnedkervirksomhed
  433410 painter 26 small Malerforretninger
  439100 roofer 7 small Tagdækningsvirksomhed
  439910 mason 28 small Murere
  439990 scaffold 6 small Anden bygge- og anlægsvirksomhed, som kræver specialisering
  452010 garage 34 tiny Autoreparationsværksteder mv.
  452020 paintshop 7 small Karosseriværksteder og autolakererier
  463900 wholesalefood 5 small Ikke-specialiseret engroshandel med føde-, drikke- og tobaksvarer
  467310 timber 6 small Engroshandel med træ, trælast og byggematerialer
  467600 packaging 6 small Engroshandel med andre råvarer og halvfabrikata
  469000 wholesale 8 small Ikke-specialiseret engroshandel
  471110 grocery 21 shop Købmænd og døgnkiosker
  471130 grocery 13 shop Discountforretninger
  475220 hardware 6 shop Byggemarkeder og værktøjsmagasiner
  477110 clothes 16 shop Tøjforretninger
  477610 flowers 7 tiny Blomsterforretninger
  477810 optician 4 shop Optikere
  494100 haulier 36 small Vejgodstransport
  521000 warehouse 12 plant Oplagrings- og pakhusvirksomhed
  522920 forwarder 6 small Speditører
  532000 courier 8 tiny Andre post- og kurertjenester
  551010 hotel 10 shop Hoteller
  561010 restaurant 34 shop Restauranter
  561020 grill 26 tiny Pizzeriaer, grillbarer, isbarer mv.
  562900 catering 7 small Anden restaurationsvirksomhed
  563000 cafe 12 shop Cafeér, værtshuse, diskoteker mv.
  620100 software 54 tiny Computerprogrammering
  642020 holding 110 none Ikke-finansielle holdingselskaber
  682040 property 40 none Udlejning af erhvervsejendomme
  691000 law 8 small Juridisk bistand
  692000 accountant 22 tiny Bogføring og revision; skatterådgivning
  702200 consultant 36 none Virksomhedsrådgivning og anden rådgivning om driftsledelse
  711210 engineer 12 small Rådgivende ingeniørvirksomhed inden for byggeri og anlægsarbejder
  812100 cleaning 40 small Almindelig rengøring i bygninger
  813000 garden 20 tiny Landskabspleje
  829200 packing 4 plant Pakkerier
  841100 municipality 0 none Generelle offentlige tjenester
  852010 school 0 none Folkeskoler o.lign.
  855900 teaching 20 none Anden undervisning i.a.n.
  862100 doctor 10 tiny Alment praktiserende læger
  862300 dentist 11 small Praktiserende tandlæger
  869010 nursing 3 small Sundhedspleje, hjemmesygepleje og jordemødre mv.
  869090 footcare 7 none Sundhedsvæsen i øvrigt i.a.n.
  871010 carehome 2 care Plejehjem
  873010 residence 8 care Døgninstitutioner for personer med fysisk handicap
  881010 homecare 2 care Hjemmehjælp
  881020 daycentre 2 care Dagcentre mv.
  889120 nursery 1 care Vuggestuer
  889130 nursery 2 care Børnehaver
  889150 nursery 1 care Aldersintegrerede institutioner
  931200 club 28 none Sportsklubber
  931300 fitness 5 shop Fitnesscentre
  949900 association 30 none Andre organisationer og foreninger i.a.n.
  960210 hair 46 tiny Frisørsaloner`

/** How companies of each kind are called. {s} Jensens, {n} Jensen, {i} P. Jensen, {f} Peter Jensen, {F} Peters, {b} Skive, {p} Havnens, {c} Nord */
export const patterns = `
  farm: {f} | {n} Landbrug | {c}gården v/{f} | {c}ager Landbrug | {s} Maskinstation | {c}højgård
  garden: {s} Gartneri | {b} Anlægsgartner | {c}s Have & Anlæg | Anlægsgartner {f} | {n} Haveservice | {p} Planteskole
  slaughter: {b} Slagtehus | {n} Kødprodukter | {c}kød | Slagter {n} | {s} Delikatesser
  fish: {c}havets Fisk | {p} Røgeri | {s} Fiskeeksport | {b} Fiskeindustri
  dairy: {b} Mejeri | {c}ø Mejeri | {s} Gårdmejeri | Mejeriet {c}bo
  bakery: {s} Bageri | Bager {n} | {b} Brød & Konditori | {p} Bageri | Bageriet {c}korn | {n} & Søn Bageri
  food: {c}mad | {s} Fødevarer | {s} Færdigretter | {c}gaarden Fødevarer
  wood: {s} Snedkeri | {b} Træindustri | {c}træ | {n} Elementer | {p} Savværk
  print: {b} Bogtryk | {s} Trykkeri | {c}print | {p} Kopi & Tryk
  plastic: {c}plast | {s} Plastindustri | {b} Plast | {n} Polymer | {c}form Plast
  concrete: {b} Beton | {c}beton | {s} Cementvarefabrik
  smith: {s} Smedje | {n} Smede | {b} Smede- & Maskinværksted | Smedefirmaet {n} & Søn | {c}smeden | {p} Smedje
  metal: {s} Maskinfabrik | {c}metal | {b} Spåntagning | {n} CNC | {c} Finmekanik
  machine: {s} Maskinfabrik | {c}tek | {n} Automation | {b} Industriservice | {c} Køleteknik | {i} Maskinservice
  furniture: {s} Møbelsnedkeri | {c}møbler | {b} Møbelfabrik | {n} Inventar
  builder: {s} Byg | {n} & {m} Byg | {b} Byggeforretning | {c}byg | {i} Entreprise | Byggefirmaet {f}
  contractor: {s} Entreprenørforretning | {b} Jord & Kloak | {n} Anlæg | {c}anlæg | Kloakmester {f} | {i} Gravearbejde
  electrician: {s} El-Teknik | {b} El | El-installatør {f} | {c}el | {n} & Søn El | {p} El-service
  plumber: {s} VVS | {b} VVS & Blik | Blik & Rør {b} | {c}varme VVS | VVS-installatør {f} | {n} Smede- og VVS
  carpenter: {s} Tømrerforretning | Tømrermester {f} | {n} Tømrer & Byg | {b} Tømrer & Snedker | {c}tømreren | {n} & {m} Tømrerfirma
  painter: {s} Malerfirma | Malermester {f} | {b} Malerforretning | {c}farven | {p} Maler | {n} & Søn Malerfirma
  roofer: {b} Tagdækning | {s} Tagentreprise | {c}tag | Tagdækker {f}
  mason: Murerfirmaet {n} | Murermester {f} | {s} Murerforretning | {b} Mur & Flise | Murerfirmaet {n} & Søn | {c}mur
  scaffold: {b} Stillads | {c} Stilladsservice | {s} Facaderens | {n} Specialbyg
  garage: {s} Autoværksted | {b} Auto | {n} Biler | Autogården {b} | {F} Auto | {p} Autoservice
  paintshop: {p} Autolak | {b} Karrosseri | {s} Autolakering | {c}lak
  wholesalefood: {c}gros | {s} Catering Engros | {b} Frugt & Grønt Engros | {n} Foodservice
  timber: {b} Trælast | {s} Byggecenter | {c}last Byggematerialer | {n} Tømmerhandel
  packaging: {s} Emballage | {c}pak Emballage | {b} Emballage & Papir | {n} Folie
  wholesale: {s} Import | {n} Trading | {c} Agentur | {b} Engros | {i} Handelsselskab
  grocery: {s} Købmand | {b} Dagligvarer | Købmanden i {b} | {p} Kiosk | Nærkøb {b} | {c}marked {b}
  hardware: {b} Byggemarked | {s} Værktøj | {n} Isenkram | {c}værktøj
  clothes: {F} Mode | Tøjhuset {b} | {n} Herretøj | {c}stil | Butik {f1} | {p} Børnetøj
  flowers: {F} Blomster | {b} Blomsterhus | {p} Blomster | Blomster {f1}
  optician: {s} Optik | {b} Brillehus | {p} Optiker
  haulier: Vognmand {f} | {s} Transport | {b} Fragt | {n} & Søn Vognmandsforretning | {c}fragt | {i} Transport
  warehouse: {b} Lagerhotel | {c}lager Logistik | {s} Pakhus | {n} Køl & Frost | {p} Terminal
  forwarder: {c}kaj Spedition | {s} Shipping | {b} Spedition | {n} Logistics
  courier: {p} Budservice | {c}bud | {s} Kurertransport | {b} Ekspres
  hotel: Hotel {b} | {c}krog Hotel | {b} Kro | Hotel {c}blik | {p} Badehotel | {c}bo Kro & Hotel
  restaurant: Restaurant {c}lyst | {F} Køkken | Spisehuset {b} | Restaurant {f1} | {p} Brasserie | Den Gamle Kro i {b}
  grill: {b} Grill | Pizzeria {f1} | {p} Pølsevogn | {c} Burger | {b} Pizza & Kebab | {F} Grillbar
  catering: {s} Catering | {c}køkken Kantiner | {b} Mad ud af huset | Kokken {f1} | {n} Selskabsmad
  cafe: Café {f1} | {p} Kaffebar | {b} Bodega | Café {c}vind | Værtshuset {c}stjernen
  software: {c}data | {n} IT | {b} Software | {c}kode | {i} Systemer | {n} & {m} Digital
  holding: {i} Holding | {n} Holding af {y} | {n} Invest | {c}ø Holding | Selskabet af {y} {n}
  property: {s} Ejendomme | Ejendomsselskabet {st} {h} | {b} Erhvervsudlejning | {c}bo Ejendomme | {n} Udlejning
  law: {n} Advokater | Advokatfirmaet {n} & {m} | {b} Advokatkontor
  accountant: {s} Bogholderi | {n} Revision | {b} Regnskabskontor | Revisor {f} | {c}tal Regnskab
  consultant: {n} Rådgivning | {i} Consulting | {f} Konsulent | {c}vej Ledelse | {n} & {m} Rådgivning
  engineer: {s} Ingeniørfirma | {n} & {m} Rådgivende Ingeniører | {c}plan Ingeniører | {b} Statik
  cleaning: {s} Rengøring | {c}glans Rengøring | {b} Rengøringsservice | {F} Rengøring | {n} Clean | {c}ren
  packing: {c}havn Pakkeri | {s} Pakkeri | {b} Kontraktpak | {n} Co-Packing
  teaching: {f} Undervisning | {c}skolen Kurser | {n} Kurser & Coaching | {b} Køreskole | {F} Musikundervisning
  doctor: Læge {f} | Lægehuset i {b} | Lægerne {st} | Lægefællesskabet {c}lund
  dentist: Tandlæge {f} | Tandlægerne {st} | {b} Tandklinik | Tandlægehuset {c}torv
  nursing: {b} Sygepleje | {c}omsorg | {n} Hjemmesygepleje
  footcare: Fodterapeut {f} | {b} Fodklinik | Klinik for Fodterapi {b}
  carehome: Friplejehjemmet {c}ly | Den selvejende institution {c}bo
  residence: Bostedet {c}vang | Opholdsstedet {c}gården | Botilbuddet {n} | Fonden {c}hus
  homecare: {c}pleje | {b} Hjemmeservice | {s} Hjemmepleje | Privathjælpen {b} | {c}hjælp Pleje & Omsorg
  daycentre: Dagcenter {c}lund | Aktivitetshuset {b} | Dagcentret {c}stuen
  nursery: Den selvejende børnehave {c}spiren | Friskolens Børnehus {b} | Naturbørnehaven {c}myren
  club: {b} Idrætsforening | {b} Boldklub | {c} Håndboldklub | {b} Roklub | {b} Rideklub | {c} Tennisklub
  fitness: {b} Fitness | {c}form Træning | {F} Motion | Træningshuset {b}
  association: {b} Borgerforening | {b} Beboerhus | Støtteforeningen for {b} Museum | {b} Spejderne | {p} Venner | {b} Forsamlingshus
  hair: Salon {f1} | {F} Frisør | Frisør {f} | Hårhuset {b} | {p} Frisør | Klip & {c}`

/** Employees of a company: how many have 0, 1, 2–4, 5–9 and so on. Most have 0–9, as in the register. */
export const sizeSteps = [0, 1, 2, 5, 10, 20, 50, 100, 200].map((from, nth, all) => ({
  from,
  to: (all[nth + 1] ?? 500) - 1,
}))
export const sizeWeights: Record<SizeProfile, readonly number[]> = {
  none: [88, 6, 4, 1.5, 0.5],
  tiny: [52, 14, 18, 11, 4, 1],
  farm: [58, 15, 16, 7, 3, 1],
  shop: [22, 9, 21, 23, 17, 7, 1],
  small: [32, 11, 19, 18, 12, 6, 1.6, 0.4],
  workshop: [20, 9, 24, 23, 14, 8, 1.6, 0.4],
  plant: [12, 5, 12, 15, 18, 22, 9, 5, 1.7],
  care: [10, 3, 8, 16, 24, 26, 9, 3],
}
