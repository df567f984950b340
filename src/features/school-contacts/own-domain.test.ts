import { expect, test } from 'vitest'
import { ownDomain } from './own-domain.ts'

const ours = 'sosufjordby.example'
const cases: [email: string | null, website: string | null, domain: string | null][] = [
  ['bo@holm-koel.dk', null, 'holm-koel.dk'],
  // A mailbox that anyone may have says nothing of the company; its page still does.
  ['bo@gmail.com', null, null],
  ['bo@hotmail.com', 'https://www.Holm-Koel.dk/kontakt?x=1', 'holm-koel.dk'],
  ['bo@holm-koel.dk', 'https://www.andet.dk', 'holm-koel.dk'],
  // A page on a site where anyone may have one says nothing either.
  [null, 'https://www.facebook.com/holmkoel', null],
  // The school's own people in the list are not the company's.
  ['pia@sosufjordby.example', null, null],
  ['pia@sosufjordby.example', 'holm-koel.dk:8080', 'holm-koel.dk'],
  [null, 'rødgrød.dk', 'rødgrød.dk'],
  [null, 'ingen hjemmeside', null],
  [null, null, null],
]

test.each(cases)('%s and %s: the company’s own domain is %s', (email, website, domain) => {
  expect(ownDomain(email, website, ours)).toBe(domain)
})
