/** Small fictional files for the tests: the shapes are the register's and people's, every company is invented. */
type Changes = Record<string, unknown>
const always = { gyldigFra: '2015-03-01', gyldigTil: null }

/** A company's document as the register gives it; `change` replaces whole parts. */
export const registerCompany = (cvrNummer: number, navn: string, change: Changes = {}) => ({
  Vrvirksomhed: {
    cvrNummer,
    reklamebeskyttet: false,
    navne: [{ navn, periode: always, sidstOpdateret: '2024-05-01T10:00:00.000+02:00' }],
    beliggenhedsadresse: [
      {
        landekode: 'DK',
        vejnavn: 'Havnegade',
        husnummerFra: 14,
        bogstavFra: 'B',
        etage: '1',
        sidedoer: 'tv',
        postnummer: 8700,
        postdistrikt: 'Horsens',
        conavn: 'Hemmelig Person',
        kommune: { kommuneKode: 615, kommuneNavn: 'HORSENS', periode: always },
        periode: always,
      },
    ],
    telefonNummer: [{ kontaktoplysning: '76 11 22 33', hemmelig: false, periode: always }],
    elektroniskPost: [],
    hjemmeside: [],
    hovedbranche: [{ branchekode: '251100', branchetekst: 'Fremstilling af metalkonstruktioner', periode: always }],
    virksomhedsform: [
      { virksomhedsformkode: 80, kortBeskrivelse: 'APS', langBeskrivelse: 'Anpartsselskab', periode: always },
    ],
    livsforloeb: [{ periode: always }],
    deltagerRelation: [{ deltager: { navne: [{ navn: 'Ejer Direktørsen' }] } }],
    sidstOpdateret: '2024-05-01T10:00:00.000+02:00',
    ...change,
  },
})

export const registerWorkplace = (pNummer: number, cvrNummer: number, navn: string, change: Changes = {}) => {
  const { cvrNummer: _, virksomhedsform: __, ...unit } = registerCompany(cvrNummer, navn).Vrvirksomhed
  return { VrproduktionsEnhed: { ...unit, pNummer, virksomhedsrelation: [{ cvrNummer, periode: always }], ...change } }
}

/** The register's answer to a search, or a page of a scroll. */
export const searchAnswer = (...documents: object[]) =>
  JSON.stringify({
    _scroll_id: 'abc',
    took: 3,
    timed_out: false,
    hits: {
      total: documents.length,
      hits: documents.map((_source, at) => ({ _index: 'cvr-v-20220630', _type: '_doc', _id: String(at), _source })),
    },
  })

/** Numbers with a right check digit. */
export const cvrs = [30112407, 30112415, 30112423, 30112431, 30112458, 30112466, 30112474, 30112482] as const

export const header =
  'CVR-nr.;P-nr.;Navn;Adresse;Postnr.;By;Kommune;Branchekode;Branche;Virksomhedsform;Antal ansatte;Ansatte-interval;Reklamebeskyttet;Startdato;Telefon;E-mail'
export const csv = (...rows: string[]) => `\uFEFF${[header, ...rows].join('\r\n')}\r\n`

/** As before any import; faster than truncating every table that leans on these. */
export const emptyRegister = async ({ sql }: { sql: (text: string) => Promise<unknown> }) => {
  const tables = ['import_change', 'import_error', 'import', 'stored_file', 'company', 'own_place', 'company_known']
  // oxlint-disable-next-line no-await-in-loop -- one after the other: each leans on the next
  for (const table of tables) await sql(`delete from ${table}`)
}
