import type { Ctx } from '#platform/context'
import { bringTipMail, listMailedTips, refuseMailedTip } from '../../src/features/mailed-tips/mailed-tips.ts'
import type { Stories } from './seed-stories.ts'

export type Mail = { from: string; subject: string; words: string }
/** As a mail program writes it; the day in it is the one on which it comes. */
export const written = (ctx: Ctx, { from, subject, words }: Mail) =>
  [
    `From: ${from}`,
    'To: tip@veu-limfjorden.example',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: <${ctx.now.epochMilliseconds}@mail.example>`,
    `Date: ${new Date(ctx.now.epochMilliseconds).toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
  ].join('\r\n')

/** A union man who would rather write, somebody whom nobody has written down yet, and one that was no tip. A demo has no mailbox, and says so: these are brought as they were written. */
const offer: Mail = {
  from: 'Kursusgiganten <salg@kursusgiganten.example>',
  subject: 'Særtilbud på e-læring i december',
  words:
    'Hej\n\nVi har lige nu 40 % på vores samlede katalog af e-læring. Skal vi tage en snak?\n\nMed venlig hilsen\nKursusgiganten',
}
const unions: Mail = {
  from: 'Bjarne Odgaard <bjarne.odgaard@3f-skive.example>',
  subject: 'Limfjordens Plastemballage',
  words:
    'Hej Hanne\n\nJeg har talt med tillidsmanden hos Limfjordens Plastemballage. De kører ind en ny støbelinje efter jul, og otte af folkene har kun prøvet den gamle. Ledelsen vil gerne, at de kommer på noget, inden den står klar, men ingen har fået ringet til nogen.\n\nDer er også et par stykker, der har svært ved at læse manualerne på engelsk.\n\nMed venlig hilsen\nBjarne Odgaard\nFaglig sekretær\n3F i Skive\nTlf. 70 00 88 11',
}
const strangers: Mail = {
  from: 'Ulla Bisgaard <ulla.bisgaard@salling-erhverv.example>',
  subject: 'Hvem skal jeg skrive til?',
  words:
    'Hej\n\nJeg er ny hos Salling Erhvervskontor og har fået jeres adresse af Jobcenter Skive. Vi besøger en del mindre virksomheder, og flere spørger til truckkort og svejsekurser i det nye år.\n\nMå jeg sende dem til jer den her vej?\n\nVenlig hilsen\nUlla Bisgaard',
}

export const planMails = ({ agenda, cast, calendar }: Stories): void => {
  const comes = (ago: number, time: string, mail: Mail) =>
    agenda.plan(calendar.at(ago, time), cast.clock, (ctx) => bringTipMail(ctx, written(ctx, mail)))
  comes(9, '10:12', offer)
  agenda.plan(calendar.at(9, '13:30'), cast.as('Hanne Lind'), async (ctx) => {
    const { rows } = await listMailedTips(ctx, { vis: 'waits' })
    await refuseMailedTip(ctx, rows[0]?.id ?? 0)
  })
  comes(3, '11:26', strangers)
  comes(1, '16:42', unions)
}
