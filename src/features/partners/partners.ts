/** Front door: partners of the centre. What must hold: whoever comes from one belongs to that one alone, and is let in to nothing else. */
import type { Ctx } from '#platform/context'
import type { Seen, z } from '#platform/endpoint'
import { problem, problemAt } from '#platform/errors'
import { announce, announceTo, recorder } from '#platform/events'
import { laidOver } from '#platform/laid-over'
import * as m from '#texts'
import { partners as ofPartners, runsCentre, visitors } from '../centre/roles.ts'
import { linksOf, makeLink, revokeLink } from '../links/links.ts'
import { memberNow } from '../members/members.ts'
import { partnersEvents } from './partners-events.table.ts'
import type * as contract from './partners.schema.ts'
import * as store from './partners.sql.ts'

const record = recorder(partnersEvents)
/** What opens the page on which a tip is given without an account. */
export const linkKind = 'partner-page'
type Shape = z.infer<typeof contract.Partner>
type Whole = z.infer<(typeof contract.showPartner)['answer']>

const shapeOf = (ctx: Ctx, { heldBy, holder, ...row }: store.PartnerRow): Shape => ({
  ...row,
  heldBy: heldBy === null || holder === null ? null : { id: heldBy, name: holder },
  can: { change: runsCentre(ctx) },
})

export const listPartners = async (ctx: Ctx) => ({
  rows: (await store.allPartners(ctx)).map((row) => shapeOf(ctx, row)),
  can: { add: runsCentre(ctx) },
})

export const showPartner = async (ctx: Ctx, id: number): Promise<Whole> => {
  const row = await store.partnerById(ctx, id)
  if (!row) throw problem('not-found')
  const people = await store.peopleOf(ctx, id, ofPartners)
  const links = await linksOf(ctx, linkKind, id)
  const unsaid = runsCentre(ctx) ? await store.unsaid(ctx, ofPartners) : []
  return { ...shapeOf(ctx, row), people, links, unsaid }
}

/** The partner whose page a link opens; undefined: we work with it no more. */
export const partnerNow = (ctx: Ctx, id: number) => store.partnerNow(ctx, id)
/** Which partner who asks comes from; undefined: nobody has said. */
export const myPartner = async (ctx: Ctx) =>
  ctx.personId === null ? undefined : store.partnerOfPerson(ctx, ctx.personId)

/** The one partner of which somebody has this address; undefined: none, or several. */
export const partnerAt = async (ctx: Ctx, email: string): Promise<number | undefined> => {
  const [found, ...others] = await store.partnersAt(ctx, email)
  return others.length === 0 ? found : undefined
}

/** All that partners can be written to at; one that several have, once. */
export const partnerAddresses = (ctx: Ctx): Promise<string[]> => store.addresses(ctx)

export const peopleOfPartner = async (ctx: Ctx, id: number) =>
  (await store.peopleOf(ctx, id, ofPartners)).map((person) => person.id)
/** Ours hear that a partner stands otherwise; of partners only those people whose own page does. */
const told = (ctx: Ctx, people: readonly number[] = []) => {
  announce(ctx, ['partners'], 'centre', visitors)
  announceTo(ctx, ['my-partner'], people)
}

const refuseStranger = async (ctx: Ctx, { heldById }: store.Form) => {
  if (heldById === null || (await memberNow(ctx, heldById))) return
  throw problemAt('wrong-input', '/body/heldById', m.partners_problem_holder({}, { locale: ctx.language }), 'not-here')
}

export const addPartner = async (ctx: Ctx, form: store.Form): Promise<Whole> => {
  await refuseStranger(ctx, form)
  const { id } = await store.insertPartner(ctx, form)
  await record(ctx, {
    verb: 'added',
    subject: 'centre_partner',
    subjectId: id,
    after: { what: form.name, ...form },
  })
  told(ctx)
  return showPartner(ctx, id)
}

const mustBe = async (ctx: Ctx, id: number) => {
  const row = await store.partnerById(ctx, id)
  if (!row) throw problem('not-found')
  return row
}

/** Throws changed-meanwhile where another has changed the same since it was `seen`. */
export const changePartner = async (
  ctx: Ctx,
  id: number,
  { seen, ...wanted }: store.Form & { seen?: Seen },
): Promise<Whole> => {
  const before = await store.lockPartner(ctx, id)
  if (!before) throw problem('not-found')
  const form = laidOver(before, wanted, seen)
  await refuseStranger(ctx, form)
  await store.updatePartner(ctx, id, form)
  const after = { what: form.name, ...form }
  await record(ctx, { verb: 'changed', subject: 'centre_partner', subjectId: id, before, after })
  told(ctx, await peopleOfPartner(ctx, id))
  return showPartner(ctx, id)
}

/** Its links end with it; what it told goes on. */
export const endPartner = async (ctx: Ctx, id: number) => {
  const { name } = await mustBe(ctx, id)
  const people = await peopleOfPartner(ctx, id)
  if (!(await store.markEnded(ctx, id))) return {}
  for (const link of await linksOf(ctx, linkKind, id)) await revokeLink(ctx, link.id)
  await record(ctx, { verb: 'ended', subject: 'centre_partner', subjectId: id, before: { what: name } })
  told(ctx, people)
  return {}
}

export const addPartnerPerson = async (ctx: Ctx, id: number, personId: number): Promise<Whole> => {
  const { name } = await mustBe(ctx, id)
  const member = await memberNow(ctx, personId)
  if (!member || !ofPartners.some((role) => role === member.role))
    throw problemAt(
      'wrong-input',
      '/body/personId',
      m.partners_problem_person({}, { locale: ctx.language }),
      'not-here',
    )
  await store.placePerson(ctx, id, personId)
  const after = { what: `${member.name}, ${name}`, personId }
  await record(ctx, { verb: 'person-placed', subject: 'centre_partner', subjectId: id, after })
  told(ctx, [personId])
  return showPartner(ctx, id)
}

export const makePartnerLink = async (ctx: Ctx, id: number, name: string) => {
  await mustBe(ctx, id)
  const made = await makeLink(ctx, { kind: linkKind, subjectId: id, company: null, to: { name, email: '' } })
  await record(ctx, { verb: 'link-given', subject: 'centre_partner', subjectId: id, after: { what: name } })
  told(ctx)
  return made
}

export const endPartnerLink = async (ctx: Ctx, id: number, linkId: number) => {
  await mustBe(ctx, id)
  if (!(await linksOf(ctx, linkKind, id)).some((link) => link.id === linkId)) throw problem('not-found')
  await revokeLink(ctx, linkId)
  await record(ctx, { verb: 'link-taken', subject: 'centre_partner', subjectId: id, after: { linkId } })
  told(ctx)
  return {}
}
