import type { ReadMail } from './read-mail.ts'

/**
 * What our own mail server found of the sender (RFC 8601). Only the topmost line under its own name is believed: lines below it came with the mail.
 * `checkedBy`: that name; `unsaid`: it wrote nothing, or we know no name: then a sender is what the mail says.
 */
export type Vouched = 'passed' | 'failed' | 'unsaid'

/** `example` alone is no domain that anybody has. */
const belongs = (domain: string, of: string) =>
  domain === of || (domain.includes('.') && of.endsWith(`.${domain}`)) || domain.endsWith(`.${of}`)
const valueIn = (found: string, name: string) =>
  new RegExp(`(?:^|\\s)${name}=(?:[^\\s;@]*@)?([a-z0-9.-]+)`).exec(found)?.[1] ?? ''

/** Without what a sender may have put into it: comments, which may hold others, and what stands in quotes. */
const withoutQuoted = (line: string): string => {
  let [plain, depth, quoted] = ['', 0, false]
  for (const [sign] of line.matchAll(/\\.|[^]/g)) {
    if (quoted) quoted = sign !== '"'
    else if (sign === '(') depth += 1
    else if (sign === ')' && depth > 0) depth -= 1
    else if (depth === 0 && sign === '"') [plain, quoted] = [`${plain}_`, true]
    else if (depth === 0) plain += sign
  }
  return plain
}

export const vouchedOf = ({ sender, headers }: Pick<ReadMail, 'sender' | 'headers'>, checkedBy: string): Vouched => {
  if (checkedBy === '' || sender === null) return 'unsaid'
  const of = sender.address.slice(sender.address.lastIndexOf('@') + 1)
  const lines = headers.filter(([name]) => name === 'authentication-results').map(([, line]) => line.toLowerCase())
  const [top] = lines
  const [server, ...found] = withoutQuoted(top ?? '')
    .split(';')
    .map((part) => part.trim())
  if (server?.split(/\s/)[0] !== checkedBy) return 'unsaid'
  const said = (method: string) => found.filter((part) => part.startsWith(`${method}=`))
  const passes = (method: string, ...names: readonly string[]) =>
    said(method).some(
      (part) => part.startsWith(`${method}=pass`) && names.some((name) => belongs(valueIn(part, name), of)),
    )
  const [dmarc] = said('dmarc')
  if (dmarc?.startsWith('dmarc=fail')) return 'failed'
  if (
    passes('dmarc', 'header\\.from') ||
    passes('dkim', 'header\\.d', 'header\\.i') ||
    passes('spf', 'smtp\\.mailfrom')
  )
    return 'passed'
  // A mail that was passed on, or altered on its way, is nobody's lie; nor is what the domain of bounces says.
  const denied = said('spf').some(
    (part) => part.startsWith('spf=fail') && belongs(valueIn(part, 'smtp\\.mailfrom'), of),
  )
  return denied && dmarc === undefined ? 'failed' : 'unsaid'
}
