import { cellsOf as phrases } from './table-text.ts'

/** About two hundred names: a few from elsewhere, as in life. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const firstNames = words(`
  Anders Anne Allan Anette Bent Birgit Bo Britta Carsten Charlotte Christian Dorte Emil Erik Eva Finn Flemming Frederik Gitte Hanne Hans
  Helle Henrik Ida Inge Jakob Jan Jens Jesper Jette Johanne Jørgen Karen Karin Kasper Kim Kirsten Klaus Lars Lene Lise Lone Maja Maria
  Martin Mikkel Morten Niels Nina Ole Per Pernille Peter Pia Poul Preben Rasmus Rikke Sanne Steen Susanne Svend Søren Thomas Tina Torben
  Ulla Vibeke Åge Åse`)
export const surnames = words(`
  Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Poulsen
  Johansen Møller Mortensen Knudsen Holm Lund Eriksen Kjær Frandsen Bach Bæk Dahl Dam Toft Krogh Friis Bang Skov Lind Winther Nygaard
  Østergaard Aagaard Ågård Søndergaard Nørgaard Vestergaard Kirkegaard Damgaard Dalgaard Overgaard Ærø Østerby Bjerregaard Lauridsen
  Simonsen Mikkelsen Iversen Jeppesen Clausen Bertelsen Brandt Bruun Buch Bonde Munk Kaas Høj Hedegaard Gregersen Thorsen Ravn Mølgaard`)
/** Now and then, never mixed with the others. */
export const wholeNames: readonly string[] = phrases(
  'Mehmet Yilmaz | Piotr Kowalczyk | Linh Tran | Natalia Nowak | Hassan Ali | Oksana Bondar',
)

export const compounds = words(`
  Nord Fjord Kyst Øst Vest Midt Skov Bakke Å Sund Hav Hede Eng Dal Klit Møl Ege Bøge Sten Sø Vig Strand Thy Limfjord Mors Salling Høj Sol Ting`)
export const landmarks = words('Havnens Kystens Sundets Fjordens Byens Egnens Torvets Stationens Bakkens Åens Skovens')

/** Chains: one company, several workplaces, the town after the name. */
export const chains: Readonly<Record<string, readonly string[]>> = {
  bakery: phrases('Brødfamilien | Bagerlauget | Surdejsbagerne'),
  grocery: phrases('Kornblomst Dagligvarer | Nærhøkeren | Grønkurven'),
  clothes: phrases('Nål & Tråd | Klædeskabet'),
  optician: phrases('Øjeblik Optik'),
  fitness: phrases('Puls & Pause'),
  cleaning: phrases('Limfjordens Rengøring | Fejekosten | Rent Hjem & Erhverv'),
  garage: phrases('Hjul & Motor'),
  haulier: phrases('Jysk Godsforening'),
  hotel: phrases('Krolauget'),
  hardware: phrases('Skruen & Sømmet'),
}
/** Long names break screens: about as long as the longest a visitor has seen, by legal form. */
export const longNames: Readonly<Record<string, readonly string[]>> = {
  'I/S': phrases('Interessentskabet {n}, {m} og {o} – Murer-, Tømrer-, Kloak- og Entreprenørforretning'),
  other: phrases('{n}, {m} & {o} – Handel, Montage, Service og Rådgivning i {b} og Nærmeste Omegn'),
}

/** What schools write beside their own contacts. */
export const contactNotes = phrases(`
  Elev siden august | Har talt om truckkursus | Ring efter kl. 14 | Flink, men travl | To lærlinge, tager gerne en mere | Var på hold i foråret |
  Ny leder, kender os ikke endnu | Vil høre om FVU | Praktik i uge 6 | Mødt på jobmessen | Faktura sendes til hovedkontoret; spørg efter Bo |
  Skal ikke ringes op om fredagen`)
