import type { Kind } from './industries.table.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)
const phrases = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim())

export const firstNames = words(`
  Anders Anne Ali Allan Anette Amina Bent Birgit Bo Britta Carsten Charlotte Christian Dorte Emil Erik Eva Fatima Finn
  Flemming Frederik Gitte Hanne Hans Hassan Helle Henrik Ida Inge Ivan Jakob Jan Jens Jesper Jette Johanne Jørgen
  Karen Karin Kasper Kim Kirsten Klaus Lars Lene Lise Lone Maja Maria Marianne Martin Mehmet Mette Michael Mikkel
  Morten Natalia Niels Nina Ole Omar Per Pernille Peter Pia Piotr Poul Preben Rasmus Rikke Sanne Sofie Steen Susanne
  Svend Søren Thi Thomas Tina Tobias Torben Ulla Ulrik Vibeke Yusuf Zeynep Åge Åse
`)

export const surnames = words(`
  Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen
  Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Holm Lund Schmidt Eriksen Kjær Frandsen Bach
  Bæk Dahl Dam Toft Krogh Friis Bang Vang Skov Lind Winther Nygaard Østergaard Aagaard Ågård Søndergaard Nørgaard
  Vestergaard Kirkegaard Lindgaard Damgaard Dalgaard Overgaard Aabye Aaen Ærø Ørum Østerby Bjerregaard Lauridsen
  Lauritsen Simonsen Mikkelsen Iversen Jeppesen Jespersen Clausen Bertelsen Berg Brandt Bruun Buch Bonde Munk Juhl
  Kaas Høj Hedegaard Hald Gregersen Fogh Thygesen Thorsen Svendsen Storm Steffensen Ravn Post Odgaard Nissen Mølgaard
  Laursen Kragh Yilmaz Demir Rahimi Hussein Nguyen Kowalski Haddad Popescu
`)

export const compounds = words(`
  Nord Fjord Kyst Øst Vest Midt Skov Bakke Å Sund Hav Hede Eng Dal Klit Bælt Møl Ege Bøge Sten Sø Vig Nor Strand Djurs
  Gudenå Thy Limfjord Kattegat Bjerg Høj Sol Ting
`)

export const landmarks = words(`
  Havnens Kystens Sundets Fjordens Byens Egnens Torvets Stationens Bakkens Strandens Åens Skovens
`)

/** How companies of each kind are called. {s} Jensens, {n} Jensen, {i} P. Jensen, {f} Peter Jensen, {F} Peters, {b} Horsens, {p} Havnens, {c} Nord */
export const patterns: Record<Kind, readonly string[]> = {
  farm: phrases(`
    {f} | {n} Landbrug | {c}gården v/{f} | {c}ager Landbrug | {s} Maskinstation | {c}højgård | Gården {c}lund v/{f} |
    {c}mark Agro
  `),
  garden: phrases(`
    {s} Gartneri | {b} Anlægsgartner | {c}s Have & Anlæg | Anlægsgartner {f} | {n} Haveservice | {p} Planteskole |
    {c}grøn Havepleje
  `),
  food: phrases(`
    {c}mad | {s} Fødevarer | {b} Slagtehus | {c}havets Fisk | {n} Kødprodukter | {p} Røgeri | {c}kød |
    {s} Delikatesser
  `),
  dairy: phrases('{b} Mejeri | {c}ø Mejeri | {s} Gårdmejeri | Mejeriet {c}bo'),
  bakery: phrases(`
    {s} Bageri | Bager {n} | {b} Brød & Konditori | {p} Bageri | Bageriet {c}korn | {n} & Søn Bageri | Konditori {n} |
    {c}brød
  `),
  wood: phrases('{s} Snedkeri | {b} Træindustri | {c}træ | {n} Elementer | {p} Savværk'),
  print: phrases('{b} Bogtryk | {s} Trykkeri | {c}print | {p} Kopi & Tryk'),
  plastic: phrases('{c}plast | {s} Plastindustri | {b} Plast | {n} Polymer | {c}form Plast'),
  concrete: phrases('{b} Beton | {c}beton | {s} Cementvarefabrik'),
  smith: phrases(`
    {s} Smedje | {n} Smede | {b} Smede- & Maskinværksted | Smedefirmaet {n} & Søn | {c}smeden | {p} Smedje |
    {i} Smedie | Smed {f} | {b} Stålmontage | {c}stål
  `),
  metal: phrases(`
    {s} Maskinfabrik | {c}metal | {b} Spåntagning | {n} CNC | {i} Overfladeteknik | {c} Finmekanik |
    {p} Galvanisering | {n} & Sønner Metal
  `),
  machine: phrases(`
    {s} Maskinfabrik | {c}tek | {n} Automation | {b} Industriservice | {c} Køleteknik | {i} Maskinservice |
    {n} Hydraulik
  `),
  furniture: phrases('{s} Møbelsnedkeri | {c}møbler | {b} Møbelfabrik | {n} Inventar'),
  waste: phrases('{b} Genbrug | {s} Containerservice | {c}renovation | {n} Miljø'),
  builder: phrases(`
    {s} Byg | {n} & {m} Byg | {b} Byggeforretning | {c}byg | {i} Entreprise | Byggefirmaet {f} |
    {n} Murer & Entreprenør
  `),
  contractor: phrases(`
    {s} Entreprenørforretning | {b} Jord & Kloak | {n} Anlæg | {c}anlæg | Kloakmester {f} | {i} Gravearbejde
  `),
  electrician: phrases(`
    {s} El-Teknik | {b} El | El-installatør {f} | {c}el | {n} & Søn El | {p} El-service | {i} El & Automatik
  `),
  plumber: phrases(`
    {s} VVS | {b} VVS & Blik | Blik & Rør {b} | {c}varme VVS | VVS-installatør {f} | {n} Smede- og VVS |
    {i} VVS-Teknik
  `),
  carpenter: phrases(`
    {s} Tømrerforretning | Tømrermester {f} | {n} Tømrer & Byg | {b} Tømrer & Snedker | {c}tømreren |
    {n} & {m} Tømrerfirma | {i} Træ & Byg
  `),
  painter: phrases(`
    {s} Malerfirma | Malermester {f} | {b} Malerforretning | {c}farven | {p} Maler | {n} & Søn Malerfirma
  `),
  mason: phrases(`
    Murerfirmaet {n} | Murermester {f} | {s} Murerforretning | {b} Mur & Flise | Murerfirmaet {n} & Søn | {c}mur
  `),
  roofer: phrases('{b} Tagdækning | {s} Tagentreprise | {c}tag | Tagdækker {f}'),
  scaffold: phrases('{b} Stillads | {c} Stilladsservice | {s} Facaderens | {n} Specialbyg'),
  garage: phrases(`
    {s} Autoværksted | {b} Auto | {n} Biler | Autogården {b} | {F} Auto | {p} Autoservice | {c}auto | {i} Automobiler
  `),
  paintshop: phrases('{p} Autolak | {b} Karrosseri | {s} Autolakering | {c}lak'),
  wholesalefood: phrases('{c}gros | {s} Catering Engros | {b} Frugt & Grønt Engros | {n} Foodservice'),
  timber: phrases('{b} Trælast | {s} Byggecenter | {c}last Byggematerialer | {n} Tømmerhandel'),
  packaging: phrases('{s} Emballage | {c}pak Emballage | {b} Emballage & Papir | {n} Folie'),
  wholesale: phrases('{s} Import | {n} Trading | {c} Agentur | {b} Engros | {i} Handelsselskab'),
  grocery: phrases(`
    {s} Købmand | {b} Dagligvarer | Købmanden i {b} | {p} Kiosk | Nærkøb {b} | {c}marked {b} | Minimarked {n}
  `),
  hardware: phrases('{b} Byggemarked | {s} Værktøj | {n} Isenkram | {c}værktøj'),
  clothes: phrases('{F} Mode | Tøjhuset {b} | {n} Herretøj | {c}stil | Butik {f1} | {p} Børnetøj'),
  flowers: phrases('{F} Blomster | {b} Blomsterhus | {p} Blomster | Blomster {f1}'),
  optician: phrases('{s} Optik | {b} Brillehus | {p} Optiker'),
  haulier: phrases(`
    Vognmand {f} | {s} Transport | {b} Fragt | {n} & Søn Vognmandsforretning | {c}fragt | {i} Transport |
    {n} Kran & Transport | {c}gods
  `),
  mover: phrases('{s} Flytteforretning | {n} Flyt & Lager | {b} Flytteservice'),
  coach: phrases('{s} Turistbusser | {b} Turisttrafik | {c}bus'),
  warehouse: phrases('{b} Lagerhotel | {c}lager Logistik | {s} Pakhus | {n} Køl & Frost | {p} Terminal'),
  forwarder: phrases('{c}kaj Spedition | {s} Shipping | {b} Spedition | {n} Logistics'),
  courier: phrases('{p} Budservice | {c}bud | {s} Kurertransport | {b} Ekspres'),
  hotel: phrases('Hotel {b} | {c}krog Hotel | {b} Kro | Hotel {c}blik | {p} Badehotel | {c}bo Kro & Hotel'),
  conference: phrases('{c}bjerg Kursuscenter | Konferencecenter {b} | {c}lund Kursus & Konference'),
  restaurant: phrases(`
    Restaurant {c}lyst | {F} Køkken | Spisehuset {b} | Restaurant {f1} | {p} Brasserie | Den Gamle Kro i {b} |
    {n} & Ko Restauration | Osteria {f1}
  `),
  grill: phrases(`
    {b} Grill | Pizzeria {f1} | {p} Pølsevogn | {c} Burger | {b} Pizza & Kebab | {F} Grillbar | Isbaren {b}
  `),
  catering: phrases('{s} Catering | {c}køkken Kantiner | {b} Mad ud af huset | Kokken {f1} | {n} Selskabsmad'),
  cafe: phrases('Café {f1} | {p} Kaffebar | {b} Bodega | Café {c}vind | Værtshuset {c}stjernen'),
  it: phrases(`
    {c}data | {n} IT | {b} Software | {c}kode | {i} Systemer | {n} & {m} Digital | {c}sky Hosting | {n} Consult IT
  `),
  holding: phrases('{i} Holding | {n} Holding af {y} | {n} Invest | {c}ø Holding | Selskabet af {y} {n}'),
  property: phrases(`
    {s} Ejendomme | Ejendomsselskabet {st} {h} | {b} Erhvervsudlejning | {c}bo Ejendomme | {n} Udlejning
  `),
  law: phrases('{n} Advokater | Advokatfirmaet {n} & {m} | {b} Advokatkontor'),
  accountant: phrases('{s} Bogholderi | {n} Revision | {b} Regnskabskontor | Revisor {f} | {c}tal Regnskab'),
  consultant: phrases('{n} Rådgivning | {i} Consulting | {f} Konsulent | {c}vej Ledelse | {n} & {m} Rådgivning'),
  engineer: phrases('{s} Ingeniørfirma | {n} & {m} Rådgivende Ingeniører | {c}plan Ingeniører | {b} Statik'),
  agency: phrases('{c}ord Reklamebureau | {n} & {m} Kommunikation | Bureauet {f1} | {b} Reklame'),
  temp: phrases('{b} Vikarservice | {c}vikar | {s} Bemanding | {n} Personale'),
  security: phrases('{b} Vagtservice | {c}vagt | {s} Sikring'),
  facility: phrases('{c}service | {s} Ejendomsservice | {b} Facility | {n} Viceværtservice'),
  cleaning: phrases(`
    {s} Rengøring | {c}glans Rengøring | {b} Rengøringsservice | {F} Rengøring | {n} Clean | {c}ren |
    {p} Rengøringsselskab
  `),
  windows: phrases('{s} Vinduespolering | {b} Polering | Vinduespudser {f} | {c}klar'),
  packing: phrases('{c}havn Pakkeri | {s} Pakkeri | {b} Kontraktpak | {n} Co-Packing'),
  teaching: phrases(`
    {f} Undervisning | {c}skolen Kurser | {n} Kurser & Coaching | {b} Køreskole | {F} Musikundervisning
  `),
  doctor: phrases('Læge {f} | Lægehuset i {b} | Lægerne {st} | Lægefællesskabet {c}lund'),
  dentist: phrases('Tandlæge {f} | Tandlægerne {st} | {b} Tandklinik | Tandlægehuset {c}torv'),
  nursing: phrases('{b} Sygepleje | {c}omsorg | Fodterapeut {f} | {n} Hjemmesygepleje'),
  carehome: phrases(`
    Plejehjemmet {c}bo | Plejecenter {c}gården | Den selvejende institution {c}ly | Friplejehjemmet {c}høj |
    Plejehjemmet {b} Strandpark
  `),
  residence: phrases('Bostedet {c}vang | Opholdsstedet {c}gården | Botilbuddet {n} | Fonden {c}hus'),
  homecare: phrases('{c}pleje | {b} Hjemmeservice | {s} Hjemmepleje | Privathjælpen {b} | {c}hjælp Pleje & Omsorg'),
  daycentre: phrases('Dagcenter {c}lund | Aktivitetshuset {b} | Dagcentret {c}stuen'),
  nursery: phrases(`
    Børnehuset {c}nisserne | Børnehaven {c}myren | Vuggestuen {c}spiren | Den integrerede institution {c}hulen |
    Naturbørnehaven {b}
  `),
  club: phrases(`
    {b} Idrætsforening | {b} Boldklub | {c} Håndboldklub | {b} Roklub | {b} Rideklub | {c} Tennisklub |
    {b} Skytteforening | {b} Gymnastikforening
  `),
  fitness: phrases('{b} Fitness | {c}form Træning | {F} Motion | Træningshuset {b}'),
  association: phrases(`
    {b} Borgerforening | {b} Beboerhus | Støtteforeningen for {b} Museum | {b} Spejderne | {p} Venner |
    {b} Forsamlingshus | Grundejerforeningen {c}vænget | {b} Handelsforening
  `),
  laundry: phrases('{b} Vask & Linned | {c}vask | {s} Dampvaskeri'),
  hair: phrases('Salon {f1} | {F} Frisør | Frisør {f} | Hårhuset {b} | {p} Frisør | Klip & {c} | {b} Barber'),
  beauty: phrases('{F} Skønhedsklinik | Klinik {f1} | {c}velvære | Hud & Krop {b}'),
}

/** Chains: one company, several workplaces, the town after the name. */
export const chains: Partial<Record<Kind, readonly string[]>> = {
  bakery: phrases('Brødfamilien | Bagerlauget | Surdejsbagerne'),
  grocery: phrases('Kornblomst Dagligvarer | Nærhøkeren | Grønkurven'),
  clothes: phrases('Nål & Tråd | Klædeskabet | Knap & Knaphul'),
  optician: phrases('Øjeblik Optik | Glas & Stel'),
  fitness: phrases('Puls & Pause | Træningsfællesskabet'),
  cleaning: phrases('Østjysk Rengøring | Fejekosten | Rent Hjem & Erhverv'),
  garage: phrases('Hjul & Motor | Bilmestrene'),
  carehome: phrases('Fonden Livsglæde | Kystens Plejehjem'),
  nursery: phrases('De Selvejende Børnehuse | Børnehusene Regnbuen'),
  haulier: phrases('Jysk Godsforening | Bælt & Fjord Logistik'),
  hotel: phrases('Krolauget | Kyst & Kro Hoteller'),
  cafe: phrases('Kaffestuerne | Den Lune Kop'),
  hardware: phrases('Skruen & Sømmet'),
  dentist: phrases('Tandfællesskabet'),
  hair: phrases('Saks & Kam'),
}

/** Long names break screens: about as long as the longest a visitor has seen, by legal form. */
export const longNames: Record<string, readonly string[]> = {
  'I/S': phrases('Interessentskabet {n}, {m} og {o} – Murer-, Tømrer-, Kloak- og Entreprenørforretning'),
  FOR: phrases(`
    Foreningen af Små Mekaniske Værksteder, Smede og Maskinfabrikker i {b} og Nærmeste Omegn |
    Andelsselskabet {b} og Omegns Foderstof-, Gødnings- og Maskinforretning af 1. oktober 1907
  `),
  FON: phrases('Den Selvejende Institution til Fremme af {b} Områdets Håndværk, Søfart og Ærlig Handel'),
  other: phrases('{n}, {m} & {o} – Handel, Montage, Service og Rådgivning i {b} og Nærmeste Omegn'),
}
