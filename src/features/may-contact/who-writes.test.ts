import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Everything that writes a mail, and to whom: whoever writes to a company asks the one judge, or confirms what a door has judged. */
const writers: Record<
  string,
  | 'asks'
  | 'confirms what its door judged'
  | 'to people of the centre'
  | 'to people of a partner'
  | 'to people of a partner who wrote'
> = {
  'bookings/booking-mail.ts': 'confirms what its door judged',
  // To who turned to us itself: nothing stops that.
  'company-messages/message-mail.ts': 'to people of the centre',
  'consultant-meetings/minutes.ts': 'to people of the centre',
  'contact-questions/question-mail.ts': 'to people of the centre',
  'enquiries/enquiry-mail.ts': 'confirms what its door judged',
  'gatherings/gathering-mail.ts': 'to people of the centre',
  'hearing-shares/share-mail.ts': 'to people of the centre',
  'hearings/hearing-mails.ts': 'to people of the centre',
  'leavings/asking.ts': 'to people of the centre',
  'links/links.ts': 'asks',
  'mailed-reports/asking.ts': 'to people of the centre',
  'mailed-reports/answering.ts': 'to people of the centre',
  'mailed-tips/coming-in.ts': 'to people of a partner who wrote',
  'mailed-tips/telling-partners.ts': 'to people of a partner',
  'members/agreement.ts': 'to people of the centre',
  'members/invitations.ts': 'to people of the centre',
  'members/places.ts': 'to people of the centre',
  'my-access/password-links.ts': 'to people of the centre',
  'notices/telling.ts': 'to people of the centre',
  'presence-days/one-day.ts': 'to people of the centre',
  'promises/handovers.ts': 'to people of the centre',
  'referrals/asking.ts': 'to people of the centre',
  'regular-contacts/contact-mail.ts': 'asks',
}

const features = join(import.meta.dirname, '..')
const sources = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.ts$/.test(file),
)
const textOf = (file: string) => readFileSync(join(features, file), 'utf8')

test('nobody writes a mail without saying to whom; who writes to a company asks whether that may be', () => {
  const found = sources.filter(
    (file) => /from '#platform\/mail\/outbox'/.test(textOf(file)) && /\bpost\(/.test(textOf(file)),
  )
  expect(found.toSorted()).toEqual(Object.keys(writers).toSorted())
  for (const [file, how] of Object.entries(writers))
    expect(`${file} ${/mayContact|refuseUnlessMay/.test(textOf(file))}`).toBe(`${file} ${how === 'asks'}`)
})
