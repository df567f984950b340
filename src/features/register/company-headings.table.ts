import { headings, words } from '../official-codes/headings.table.ts'
import type { ColumnField } from './company-imports.schema.ts'

/** Headings of a table of companies, the surest first. */
export const companyHeadings: Readonly<Record<ColumnField, readonly string[]>> = {
  ...headings,
  name: [...headings.company, ...headings.name],
  municipality: words(`
    kommune kommunekode kommunenr kommunenummer kommunenavn beliggenhedskommune municipality municipalitycode
    municipalityname gemeinde`),
  industry: words(`
    branchekode hovedbranchekode branchenr branchenummer hovedbranche db07 db25 nace nacecode industrycode
    branche branchencode`),
  industryText: words(`
    branche bransje næring branchetekst branchenavn branchebeskrivelse hovedbranchetekst industrydesc industry industryname
    sector hovedbranche`),
  form: words(`
    virksomhedsform selskabsform virksomhedsformkode virksomhedstype ejerform selskabstype companydesc
    companycode companytype companyform legalform rechtsform form`),
  employees: words(`
    antalansatte ansatte medarbejdere antalmedarbejdere medarbejderantal employees numberofemployees
    noofemployees antalmedarb antallansatte antalans antmedarb employeecount headcount antalårsværk årsværk mitarbeiter mitarbeiterzahl anzahlmitarbeiter`),
  interval: words(`
    ansatteinterval intervalansatte antalansatteinterval ansatteintervalkode størrelse størrelsesgruppe
    companysize intervalkodeantalansatte`),
  protected: words('reklamebeskyttet reklamebeskyttelse reklamebesk robinson protected advertisingprotected beskyttet'),
  active: words('aktiv eraktiv aktivkunde active isactive måkontaktes måringes måringesop samtykke'),
  leftAlone: words(`
    spærret spærring blocked inaktiv inactive måikkekontaktes måikkeringes måikkeringesop skalikkekontaktes ringikke
    kontaktikke ikkekontakt ingenkontakt vilikkekontaktes vilikkeringesop ønskerikkekontakt ønskerikkeopkald
    ønskerikkeatblivekontaktet frabedtkontakt frabederkontakt donotcall donotcontact donotphone donotallowphonecalls
    optout nejtak`),
  startedOn: words(`
    startdato stiftelsesdato stiftet startet startdate founded foundingdate oprettet livsforløbstart
    gründungsdatum`),
  closedOn: words(
    'ophørsdato slutdato ophørt ophør ophørtden enddate closed closingdate lukket lukketden slettet slettetden nedlagt',
  ),
  status: words(
    'status kundestatus accountstatus customerstatus virksomhedsstatus selskabsstatus companystatus cvrstatus sammensatstatus',
  ),
  changedAt: words(`
    sidstopdateret opdateret ændret senestændret sidstændret senestopdateret updated lastupdated lastmodified
    modified`),
}
