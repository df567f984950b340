import * as m from '#texts'
import { ApiProblem } from './problem.ts'

/** Sends the bytes of a file and tells how far it is; `fetch` cannot say that, so this is the old way. */
export const sendFile = (
  method: string,
  address: string,
  headers: Headers,
  file: File,
  onProgress?: (part: number) => void,
  signal?: AbortSignal,
) =>
  new Promise<Response>((done, fail) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    headers.forEach((value, name) => request.setRequestHeader(name, value))
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress?.(event.total ? event.loaded / event.total : 0)
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? ''
      const body = request.status === 204 ? null : request.responseText
      done(new Response(body, { status: request.status, headers: { 'content-type': type } }))
    }
    request.onerror = () =>
      fail(new ApiProblem(0, { code: 'no-network', title: m.web_no_network(), detail: m.web_no_network_detail() }))
    request.onabort = () => fail(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
