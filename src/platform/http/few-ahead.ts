import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'

/** Browsers and proxies wait for an answer before they ask again on the same connection. */
const mostAhead = 8

/** A connection on which thousands are asked ahead is closed: they would all be begun at once, before anyone else is heard. */
export const fewAhead = (listener: RequestListener): RequestListener => {
  const unanswered = new WeakMap<Socket, number>()
  return (request, out) => {
    const { socket } = request
    const before = unanswered.get(socket) ?? 0
    if (socket.destroyed) return
    if (before >= mostAhead) return void socket.destroy()
    unanswered.set(socket, before + 1)
    out.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1))
    listener(request, out)
  }
}
