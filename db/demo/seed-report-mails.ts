import { bringReportMail } from '../../src/features/mailed-reports/mailed-reports.ts'
import { person } from './centre.ts'
import type { Stage } from './seed-lists.ts'
import { type Mail, written } from './seed-mails.ts'

type Told = { who: string; mailed: string; fromPrivate: string; bookingId: () => number }
/** What somebody wrote of a visit in a mail to its own address: from the address he signs in with, and from one that nobody knows. */
export const planReportMails = (
  { agenda, cast, calendar }: Stage,
  { who, mailed, fromPrivate, bookingId }: Told,
): void => {
  const comes = (time: string, mail: Mail) =>
    agenda.plan(calendar.at(1, time), cast.clock, (ctx) => bringReportMail(ctx, bookingId(), written(ctx, mail)))
  const words = (said: string) => `Hej\n\n${said}\n\nVenlig hilsen\n${who}`
  if (mailed)
    comes('15:35', { from: `${who} <${person(who).email}>`, subject: 'SV: Besøgsrapport', words: words(mailed) })
  if (fromPrivate) {
    const [first = ''] = who.toLowerCase().split(' ')
    comes('19:20', {
      from: `${who} <${first}.h@privatpost.example>`,
      subject: 'SV: Besøgsrapport',
      words: words(fromPrivate),
    })
  }
}
