import { type ContactEntry, type Register, openRegister, resolveAll } from '../features/linkage/linkage.ts'
import { Unreadable, readJsonLines } from './json-lines.ts'
import { type Answer, type Command, Used } from './used.ts'

type Value = Record<string, unknown>
type Say = (sentence: string) => void
const longest = 300

const text = (value: Value, field: string): string => {
  const given = value[field]
  return typeof given === 'string' ? given.slice(0, longest) : typeof given === 'number' ? String(given) : ''
}

const readRegister = async (path: string, say: Say): Promise<Register> => {
  const register = openRegister()
  for await (const lines of readJsonLines(path))
    for (const one of lines)
      if ('broken' in one) {
        say(`${path}, line ${one.line} ${one.broken}: it is left out.`)
        register.skip()
      } else {
        const of = (field: string) => text(one.value, field)
        register.add({
          ...{ cvr: of('cvr'), pNumber: of('pnr'), name: of('name'), street: of('street'), house: of('house') },
          ...{ postalCode: of('pc'), town: of('city'), phone: of('phone'), email: of('email'), domain: of('domain') },
          ...{ industry: of('branch'), person: of('person'), onList: one.value['inCallList'] === true },
        })
      }
  return register.seal()
}

/** Only what a school's list says; what else stands on a line (the truth of a test) is never looked at. */
const readContacts = async (path: string, say: Say) => {
  const contacts: { id: unknown; entry: ContactEntry }[] = []
  for await (const lines of readJsonLines(path))
    for (const one of lines)
      if ('broken' in one) say(`${path}, line ${one.line} ${one.broken}: it is left out.`)
      else {
        const of = (field: string) => text(one.value, field)
        const entry = {
          ...{ name: of('name'), cvr: of('cvr'), pNumber: of('pnr'), address: of('address'), postalCode: of('pc') },
          ...{ town: of('city'), phone: of('phone'), email: of('email'), website: of('website'), person: of('person') },
        }
        contacts.push({ id: one.value['id'] ?? contacts.length, entry })
      }
  return contacts
}

const rounded = (number: number, digits: number) => Math.round(number * 10 ** digits) / 10 ** digits

/** `match <register> <contacts>`: which company of a register each contact is (shared/data/INSTANCES.md). Needs no database. */
export const match: Command = async ({ rest, say }): Promise<Answer> => {
  const [registerPath, contactsPath, ...more] = rest
  if (!registerPath || !contactsPath || more.length > 0)
    throw new Used('Say the register and the contacts: match <register.jsonl.gz> <contacts.jsonl.gz>.')
  try {
    const register = await readRegister(registerPath, say)
    const contacts = await readContacts(contactsPath, say)
    const resolved = resolveAll(
      register,
      contacts.map(({ entry }) => entry),
    )
    const lines = resolved.map(({ row, cvr, p, decision, reasons }, place) => ({
      ...{ id: contacts[place]?.id, row, cvr, p: rounded(p, 6), decision },
      reasons: reasons.map(([of, weight]) => [of, rounded(weight, 2)]),
    }))
    const count = (wanted: string) => resolved.filter(({ decision }) => decision === wanted).length
    return {
      json: {},
      lines,
      text: `${contacts.length} contacts: ${count('sure')} sure, ${count('ask')} to be asked, ${count('nobody')} nobody.`,
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    say(error.message)
    return { json: {}, lines: [], text: '', refused: true }
  }
}
