/** One word after another. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/**
 * Headings that people's and programs' tables have, lower case and letters only, the surest first (domain-facts 1.3): one list for every
 * kind of file. English and German ones stand in exports of programs. An SE number is not a CVR number and stands nowhere here.
 */
export const headings = {
  cvr: words(`
    cvr cvrnr cvrnummer cvrno cvrnumber vat vatnumber vatnr vatno vatid vatregno vatregistrationnumber
    virksomhedcvrnummer virksomhedcvr virksomhedscvr cvrse businessregistrationnumber registrationnumber
    companyregistrationnumber organisasjonsnummer organisationsnummer orgnummer orgnr taxid ustidnr ustid handelsregisternummer`),
  pNumber: words(`
    pnr pnummer penhed penhedsnr penhedsnummer penhednr penhednummer produktionsenhed produktionsenhedsnr
    produktionsenhedsnummer produktionsnr pno pnumber productionunit productionunitnumber`),
  /** Means a company and nothing else. */
  company: words(`
    firmanavn virksomhedsnavn virksomhednavn navnpåvirksomhed navnpåvirksomheden navnpåfirma virksomhed firma companyname company businessname
    organisationsnavn organisationname organizationname accountname customername produktionsenhedsnavn
    praktiksted praktikvirksomhed lærested læreplads elevplads oplæringssted oplæringsvirksomhed
    arbejdsgiver arbejdssted arbejdsplads kundenavn bedrift bedriftsnavn selskap selskapsnavn firmenname unternehmen legalname tradingname employer`),
  /** A company's in one table, a person's in another. */
  name: words('navn kontaktnavn name navn1 vollername'),
  person: words(`
    kontaktperson kontaktpersoner kontakt attperson att kontaktpersonnavn kontaktpersonensnavn navnpåkontakt
    navnpåkontaktperson person contact contactperson contactname primarycontact ansprechpartner
    kontaktpersonen attention`),
  street: words(`
    adresse vej vejnavn vejnavnognummer vejognr gade gadeadresse beliggenhedsadresse adresse1 adresselinje1
    fuldadresse fulladdress address address1 addressline1 street street1 streetaddress businessstreet besøgsadresse besøksadresse postadresse strasse
    straße anschrift`),
  postalCode: words(`
    postnr postnummer postkode postnrby postnrogby postnummerogby postnummerby zip zipcode zippostalcode zippostcode zipcity postalcode
    postcode businesspostalcode plz postleitzahl plzort`),
  town: words('by bynavn postdistrikt poststed postby city town cityname businesscity ort stadt'),
  phone: words(`
    telefon telefonnr telefonnummer tlf tlfnr tlfnummer phone phoneno phonenumber phonenr hovednummer
    hovedtelefon hovedtlf fastnet fastnettelefon fastnetnummer tel telno telnr telephone telephonenumber
    landline businessphone workphone companyphone officephone telefonarbejde arbejdstelefon telefon1 tlf1
    telefonmobil tlfmobil telefonnumre rufnummer kontaktnummer kontakttelefon`),
  mobile: words(`
    mobil mobilnr mobilnummer mobiltelefon mobiltlf mobiltlfnr mobile mobilephone mobilenumber mobileno cell
    cellphone direkte direktenummer direktetlf direktetelefon telefon2 tlf2 handy mobilfunk mob`),
  email: words(`
    email mail epost emailadresse mailadresse emailaddress mailaddress epostadresse emailkontakt
    emailkontaktperson emails mails email1 kontaktmail kontaktemail firmamail firmaemail mailkontakt`),
  website: words(
    'hjemmeside website web www webadresse websted webside homepage url webadr webseite nettsted nettside internet domain domæne',
  ),
} as const

/** Words that say no more than whose it is. */
export const whose =
  /^(?:virksomhed(?:ens|s|en)?|firma(?:ets|et|s)?|kunde(?:ns|n)?|(?:lære|praktik)plads(?:ens)?|(?:praktik|lære)sted(?:ets)?|company|companys|customer|business|primary|main|billing|mailing|visiting|address1)(?=.{2})/
/** Numbers and addresses of these are not the company's. */
export const ofOthers =
  /elev(?!plads)|lærling|kursist|deltager|student|pårørende|privat|hjemme(?!side)|fax|cpr|^ean|konto(?!r)|iban/
