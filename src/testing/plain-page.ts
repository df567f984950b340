import type { Client } from './client.ts'

/** A page without script, as a browser that runs none sees it: its words, and its forms that can be sent. */
export const plainPage = (client: Client, address: string) => {
  const look = async (more = '') => {
    const response = await client.fetch(`${address}${more}`)
    return { status: response.status, page: await response.text(), headers: response.headers }
  }
  /** Sends a form of the page; as a browser does, it goes on to where it is sent. `given` stands over what is hidden in it. */
  const send = async (verb: string, given: Record<string, string> = {}, from = '') => {
    const { page } = await look(from)
    const form = page.split('<form ').find((one) => one.includes(`/${verb}?`)) ?? ''
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    )
    const fields: Record<string, string> = { ...Object.fromEntries(hidden), ...given }
    const response = await post(verb, fields)
    const to = response.headers.get('location')
    if (!to) return { status: response.status, page: await response.text(), fields }
    const after = await client.fetch(to)
    return { status: response.status, page: await after.text(), fields }
  }
  const post = (verb: string, fields: Record<string, string>) =>
    client.fetch(`${address}/${verb}?`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  return { look, send, post }
}
