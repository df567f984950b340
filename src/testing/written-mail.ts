/** A mail as a mail server lays it down, for tests. */
export type Written = {
  to?: string
  from?: string
  subject?: string
  id?: string
  headers?: readonly string[]
  type?: string
  body?: string
}
let written = 0
export const writtenMail = ({ to, from, subject, id, headers = [], type, body }: Written): string => {
  written += 1
  return [
    ...headers,
    `From: ${from ?? 'Bjarne Odgaard <bjarne@3f-skive.example>'}`,
    ...(to === undefined ? [] : [`To: ${to}`]),
    `Subject: ${subject ?? 'Nordfjord Plast'}`,
    ...(id === '' ? [] : [`Message-ID: ${id ?? `<${written}.${process.pid}@3f-skive.example>`}`]),
    'Date: Mon, 23 Nov 2026 09:00:00 +0100',
    'MIME-Version: 1.0',
    `Content-Type: ${type ?? 'text/plain; charset=utf-8'}`,
    '',
    body ?? 'Produktionen går ned hos Nordfjord Plast.',
    '',
  ].join('\r\n')
}
