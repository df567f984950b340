import { headings, words } from '../official-codes/headings.table.ts'
import type { ContactField } from './school-contacts.schema.ts'

/** Headings that schools' lists have, lower case and letters only; the surest first. Order of the fields is order of taking. */
export const contactHeadings: Readonly<Record<ContactField, readonly string[]>> = {
  cvr: headings.cvr,
  pNumber: headings.pNumber,
  name: [...headings.company, 'kunde', 'organisation', 'organization', 'account', 'customer', ...headings.name],
  // A name beside a company's is a person's.
  contactPerson: [
    ...headings.person,
    'oplæringsansvarlig',
    'praktikansvarlig',
    'mester',
    'fuldenavn',
    'fullname',
    ...headings.name,
    'fornavn',
    'firstname',
  ],
  lastName: words('efternavn lastname surname nachname'),
  phone: headings.phone,
  mobile: headings.mobile,
  email: headings.email,
  website: headings.website,
  street: headings.street,
  postalCode: headings.postalCode,
  town: headings.town,
  knows: words(`
    voresmedarbejder voreskontakt voreskontaktperson hvemharkontakten hvemharkontakt skolenskontaktperson medarbejder konsulent ansvarlig kendtaf kontakthosos ejer owner
    sagsbehandler praktikkoordinator internkontakt vejleder kontaktlærer`),
  note: words(`
    note noter bemærkning bemærkninger kommentar kommentarer notat notater fritekst comment comments notes
    beskrivelse info`),
}
