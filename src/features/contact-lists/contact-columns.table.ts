import type { ContactField } from './contacts.schema.ts'

/** Headings that schools' lists have, lower case and letters only; the surest first. Order of the fields is order of taking. */
export const contactHeadings: Readonly<Record<ContactField, readonly string[]>> = {
  cvr: ['cvr', 'cvrnr', 'cvrnummer', 'cvrno', 'vat', 'vatno', 'vatnumber', 'virksomhedcvr', 'virksomhedscvr'],
  pNumber: ['pnr', 'pnummer', 'penhed', 'penhedsnr', 'produktionsenhed', 'produktionsenhedsnr', 'produktionsenhedsnummer', 'pno'],
  name: ['virksomhed', 'virksomhedsnavn', 'firmanavn', 'firma', 'arbejdsgiver', 'praktiksted', 'praktikvirksomhed', 'lærested', 'kunde', 'kundenavn', 'organisation', 'company', 'companyname', 'account', 'kontaktnavn', 'navn', 'name', 'navn1'],
  contactPerson: ['kontaktperson', 'kontaktpersoner', 'kontakt', 'attperson', 'att', 'kontaktnavn', 'oplæringsansvarlig', 'praktikansvarlig', 'mester', 'person', 'contact', 'contactperson', 'navnpåkontakt', 'kontaktpersonnavn'],
  phone: ['telefon', 'telefonnr', 'telefonnummer', 'tlf', 'tlfnr', 'tlfnummer', 'phone', 'hovednummer', 'fastnet', 'tel', 'phonenumber', 'telefonarbejde'],
  mobile: ['mobil', 'mobilnr', 'mobilnummer', 'mobiltelefon', 'mobile', 'direkte', 'direktenummer', 'mobiltlf'],
  email: ['email', 'mail', 'epost', 'emailadresse', 'mailadresse', 'emailkontakt', 'emailkontaktperson', 'emails'],
  website: ['hjemmeside', 'website', 'web', 'www', 'webadresse', 'url'],
  street: ['adresse', 'vej', 'vejnavn', 'gade', 'gadeadresse', 'adresse1', 'address', 'street', 'besøgsadresse'],
  postalCode: ['postnr', 'postnummer', 'postkode', 'zip', 'zipcode', 'postalcode'],
  town: ['by', 'bynavn', 'postdistrikt', 'city', 'town'],
  knows: ['voresmedarbejder', 'voreskontakt', 'medarbejder', 'konsulent', 'ansvarlig', 'kendtaf', 'kontakthosos', 'ejer', 'owner', 'sagsbehandler', 'praktikkoordinator', 'internkontakt', 'vejleder', 'kontaktlærer'],
  note: ['note', 'noter', 'bemærkning', 'bemærkninger', 'kommentar', 'kommentarer', 'notat', 'notater', 'fritekst', 'comment', 'comments', 'notes', 'beskrivelse', 'info'],
}
