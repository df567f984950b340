/** The shape of Erhvervsstyrelsen's system-to-system answers (`_source`), cut down to what an importer needs. Everything is
 * periodised, lists are not sorted, and `gyldigTil: null` means current. See domain-facts 1.2. */
export type Period = { gyldigFra: string; gyldigTil: string | null }
export type Dated<T> = T & { periode: Period; sidstOpdateret: string }

export type RegisterAddress = Dated<{
  landekode: string
  vejnavn: string
  husnummerFra: number
  bogstavFra: string | null
  bynavn: string | null
  postnummer: number
  postdistrikt: string
  kommune: { kommuneKode: number; kommuneNavn: string; periode: Period }
}>
export type RegisterContact = Dated<{ kontaktoplysning: string; hemmelig: boolean }>
export type RegisterIndustry = Dated<{ branchekode: string; branchetekst: string }>
export type RegisterEmployment = {
  aar: number
  maaned?: number
  antalAnsatte: number | null
  antalAarsvaerk: number | null
  antalInklusivEjere?: number | null
  intervalKodeAntalAnsatte: string
  intervalKodeAntalAarsvaerk: string
  intervalKodeAntalInklusivEjere?: string
  sidstOpdateret: string
}

type RegisterUnit = {
  enhedsNummer: number
  enhedstype: 'VIRKSOMHED' | 'PRODUKTIONSENHED'
  reklamebeskyttet: boolean
  navne: Dated<{ navn: string }>[]
  binavne: Dated<{ navn: string }>[]
  beliggenhedsadresse: RegisterAddress[]
  postadresse: RegisterAddress[]
  telefonNummer: RegisterContact[]
  elektroniskPost: RegisterContact[]
  hjemmeside: RegisterContact[]
  hovedbranche: RegisterIndustry[]
  livsforloeb: { periode: Period; sidstOpdateret: string }[]
  aarsbeskaeftigelse: RegisterEmployment[]
  kvartalsbeskaeftigelse: RegisterEmployment[]
  erstMaanedsbeskaeftigelse: RegisterEmployment[]
  deltagerRelation: []
  sidstOpdateret: string
}

export type RegisterCompany = RegisterUnit & {
  cvrNummer: number
  virksomhedsform: Dated<{ virksomhedsformkode: number; kortBeskrivelse: string; langBeskrivelse: string }>[]
  virksomhedsstatus: Dated<{ status: string }>[]
  penheder: { pNummer: number; periode: Period }[]
  virksomhedMetadata: { sammensatStatus: string; stiftelsesDato: string; antalPenheder: number }
}
export type RegisterWorkplace = RegisterUnit & {
  pNummer: number
  virksomhedsrelation: { cvrNummer: number; periode: Period }[]
  produktionsEnhedMetadata: { sammensatStatus: string; nyesteCvrNummerRelation: number }
}

export type RegisterDocument = { Vrvirksomhed: RegisterCompany } | { VrproduktionsEnhed: RegisterWorkplace }
