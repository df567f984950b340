import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Mail servers that are no good, beside a real one. */
export const badMailServers = (real: { url: string; port: number }) => {
  /** A mail server that does its worst, on a port of its own. */
  const server = async (speak: (socket: Socket) => void) => {
    const sockets = new Set<Socket>()
    const listening = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
      speak(socket)
    }).listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const { port } = listening.address() as { port: number }
    return {
      url: real.url.replace(String(real.port), String(port)),
      close: () => {
        for (const socket of sockets) socket.destroy()
        listening.close()
      },
    }
  }

  /** Dovecot, with some of what is asked answered by `says` instead: to the rest of a line, what follows its tag. */
  const refusing = (says: (asked: string) => string | undefined) =>
    server((socket) => {
      const through = connect(real.port, '127.0.0.1')
      through.on('error', () => {})
      through.pipe(socket)
      // It lets in ten at once.
      socket.on('close', () => through.destroy())
      socket.on('data', (piece) => {
        const [, tag = '', asked = ''] = /^(\S+) (.*)/.exec(piece.toString()) ?? []
        const said = says(asked)
        if (said === undefined) through.write(piece)
        else socket.write(`${tag} ${said}\r\n`)
      })
    })
  return { server, refusing }
}
